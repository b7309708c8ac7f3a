"""The writers of rewrites, in the order in which they are asked. One line registers a writer."""

from __future__ import annotations

from collections.abc import Iterable

from empathy_lint.checking.rule import Rule
from empathy_lint.rewriting.by_rule import ByRule
from empathy_lint.rewriting.candidate import Writer
from empathy_lint.rewriting.offers import OfferSentences
from empathy_lint.rewriting.plain_words import PlainWords
from empathy_lint.rewriting.rule_words import RuleWords
from empathy_lint.rewriting.together import Together


def writers(rules: Iterable[Rule], offers: OfferSentences) -> tuple[Writer, ...]:
    """All writers, with the words that the rules give and what the firm offers.

    What one of them needs at a cost, it imports when it first proposes something.
    """
    return (
        RuleWords(),
        ByRule(offers),
        Together(PlainWords(rules)),
        offers,
    )  # fmt: skip
