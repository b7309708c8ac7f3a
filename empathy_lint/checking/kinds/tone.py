"""Entries that rest on how a sentence reads to the learned tone component."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.kinds.limit import Limit
from empathy_lint.checking.passage import Hit, Passage


@dataclass(frozen=True)
class ReadsAs:
    """Flags the words that made the component sure enough of a category."""

    category: str
    at_least: Limit
    evidence: EvidenceKind = "learned"

    def may_match(self, _folded: str) -> bool:
        """Always: only the component knows."""
        return True

    def find(self, passage: Passage) -> Iterator[Hit]:
        """The words that the component marks as the category, surely enough."""
        at_least = self.at_least.of(passage.context.channel) or 0.0
        for mark in passage.reads:
            if mark.category == self.category and mark.confidence >= at_least:
                yield Hit(mark.start, mark.end, mark.confidence)


@dataclass(frozen=True)
class OfferedTone:
    """What the tone component makes of an element in a sentence: under `doubt` its words do not count there, from
    `sure` on it is offered without them, from `likely` on where other words bear it out; None is never.
    """

    element: str
    doubt: float = 0.0
    sure: float | None = None
    likely: float | None = None

    def doubts(self, passage: Passage) -> bool:
        """Whether the component sees nothing of the element in the sentence."""
        return passage.has_tone and passage.offers.get(self.element, 1.0) < self.doubt

    def is_sure(self, passage: Passage) -> bool:
        """Whether the component sees the element, whatever the words."""
        return self._sees(passage, self.sure)

    def is_likely(self, passage: Passage) -> bool:
        """Whether the component sees the element where something else speaks for it, too."""
        return self._sees(passage, self.likely)

    def _sees(self, passage: Passage, least: float | None) -> bool:
        return least is not None and passage.has_tone and passage.offers.get(self.element, 0.0) >= least
