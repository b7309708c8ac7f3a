"""The writers of rewrites, in the order in which they are asked. One line registers a writer."""

from __future__ import annotations

from collections.abc import Sequence

from empathy_lint.checking.rule import Rule
from empathy_lint.checking.selection import Selection
from empathy_lint.rewriting.around_marks import AroundMarks
from empathy_lint.rewriting.by_rule import ByRule
from empathy_lint.rewriting.candidate import Writer
from empathy_lint.rewriting.offers import OfferSentences
from empathy_lint.rewriting.plain_words import PlainWords
from empathy_lint.rewriting.rule_words import RuleWords
from empathy_lint.rewriting.together import Together


def writers(rules: Sequence[Rule], selection: Selection, offers: OfferSentences) -> tuple[Writer, ...]:
    """All writers, with the words that the selected rules give and what the firm offers.

    What one of them needs at a cost, it imports when it first proposes something.
    """
    told = {rule.id for rule in rules if any(selection.wants(rule, entry) for entry in rule.entries)}
    return (
        RuleWords(),
        AroundMarks(rules),
        ByRule(offers),
        Together(told, PlainWords(rules, selection)),
        offers,
    )  # fmt: skip
