"""Keys that a container may hold twice, though each stands for a message of its own."""

from __future__ import annotations


class UniqueKeys:
    """Gives every key out once: a second `overdue` becomes `overdue (2)`."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def take(self, key: str) -> str:
        """The key, told from those that were the same."""
        self._times[key] = times = self._times.get(key, 0) + 1
        return key if times == 1 else self.take(f"{key} ({times})")
