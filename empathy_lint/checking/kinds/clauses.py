"""Entries that ask for a fact of grammar: who does what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.literals import fold
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.phrases import Phrase


@dataclass(frozen=True, eq=False)
class Clauses:
    """Flags the span of a fact, when it holds one of the phrases `with` and none of `without`."""

    names: frozenset[str]
    with_: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    evidence: EvidenceKind = "grammar"

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Phrases of which one stands wherever it finds something; empty where nothing is known."""
        return self.with_

    def may_match(self, folded: str) -> bool:
        """Whether the words asked for can stand in the folded text; grammar itself is not known before
        parsing.
        """
        return not self.with_ or any(phrase.may_match(folded) for phrase in self.with_)

    def find(self, passage: Passage) -> Iterator[Hit]:
        """The facts in the passage that fit."""
        if not self.may_match(passage.folded):
            return
        for fact in passage.facts:
            if fact.name in self.names and self._fits(passage.text[fact.start : fact.end]):
                yield Hit(fact.start, fact.end)

    def _fits(self, words: str) -> bool:
        folded = fold(words)
        if self.with_ and not any(phrase.may_match(folded) and phrase.spans(words) for phrase in self.with_):
            return False
        return not any(phrase.may_match(folded) and phrase.spans(words) for phrase in self.without)
