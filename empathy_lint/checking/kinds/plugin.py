"""Entries that call a check of an installed plugin: entry points of the group `empathy_lint.rules`.

A plugin's check is a function from a `MessageView` to `MessageHit`s, or a `SentenceKind`/`MessageKind` of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.view import MessageHit, MessageView

GROUP = "empathy_lint.rules"


@dataclass(frozen=True)
class Plugin:
    """Calls the plugin's function on the whole message."""

    name: str
    function: Callable[[MessageView], Iterable[MessageHit]]
    evidence: EvidenceKind = "message"
    late: bool = True

    def find(self, view: MessageView) -> Iterator[MessageHit]:
        """Whatever the plugin found."""
        yield from self.function(view)


@lru_cache(maxsize=1)
def installed() -> dict[str, EntryPoint]:
    """The checks that installed packages offer, by name."""
    return {point.name: point for point in entry_points(group=GROUP)}


def load(name: str) -> Any:
    """The plugin's kind; raises whatever the plugin raises when it cannot be imported."""
    found = installed()[name].load()
    return found if hasattr(found, "find") else Plugin(name, found)
