"""A number that a rule holds something against, which may differ by channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Limit:
    """A value for each channel, or one for all; None where a channel has no limit."""

    by_channel: tuple[tuple[str, float], ...] = ()
    default: float | None = None

    def of(self, channel: str) -> float | None:
        """The limit in a channel."""
        return next((value for name, value in self.by_channel if name == channel), self.default)


NO_LIMIT: Final = Limit()
