"""Entries that hold a named measure against a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.kinds.limit import NO_LIMIT, Limit
from empathy_lint.checking.measures import MEASURES
from empathy_lint.checking.view import MessageHit, MessageView


@dataclass(frozen=True)
class Measured:
    """Fires for each value that passes a limit; without any limit, for each place that the measure names."""

    name: str
    above: Limit = NO_LIMIT
    below: Limit = NO_LIMIT
    evidence: EvidenceKind = "measure"
    late: bool = False

    def find(self, view: MessageView) -> Iterator[MessageHit]:
        """The places, or the whole message, where the measure passes its limit."""
        above, below = self.above.of(view.context.channel), self.below.of(view.context.channel)
        unlimited = self.above == self.below == NO_LIMIT
        for reading in MEASURES[self.name](view):
            too_high = above is not None and reading.value > above
            too_low = below is not None and reading.value < below
            if unlimited or too_high or too_low:
                limit = above if too_high else below if too_low else None
                values = {"value": _plain(reading.value), "limit": _plain(limit)}
                yield MessageHit(reading.block, reading.start, reading.end, reading.sentence, values)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.1f}".removesuffix(".0")
