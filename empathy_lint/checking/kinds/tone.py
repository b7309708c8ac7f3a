"""Entries that rest on how a sentence reads to the learned tone component."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.passage import Hit, Passage


@dataclass(frozen=True)
class ReadsAs:
    """Flags the words that made the component sure enough of a category."""

    category: str
    at_least: float
    evidence: EvidenceKind = "learned"

    def may_match(self, _folded: str) -> bool:
        """Always: only the component knows."""
        return True

    def find(self, passage: Passage) -> Iterator[Hit]:
        """The words that the component marks as the category, surely enough."""
        for mark in passage.reads:
            if mark.category == self.category and mark.confidence >= self.at_least:
                yield Hit(mark.start, mark.end, mark.confidence)
