"""What a fact of grammar is, and how one is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from empathy_lint.language.facts.cues import Cue
from empathy_lint.language.tree import Tree

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact; `start`, `end` are offsets in the sentence's text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finder:
    """How one fact is found.

    `cue` is a cheap test of the sentence's words: where it fails the fact cannot hold, and the sentence need not be
    parsed. `find` yields the span that a reader would mark.
    """

    name: str
    description: str
    cue: Cue
    find: Callable[[Tree], Iterator[Span]]
