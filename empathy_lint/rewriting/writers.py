"""The writers of rewrites, in the order in which they are asked. One line registers a writer."""

from __future__ import annotations

from empathy_lint.rewriting.by_rule import ByRule
from empathy_lint.rewriting.candidate import Writer
from empathy_lint.rewriting.rule_words import RuleWords


def writers() -> tuple[Writer, ...]:
    """All writers; what one needs at a cost, it imports when it first proposes something."""
    return (
        RuleWords(),
        ByRule(),
    )  # fmt: skip
