"""What the user wants to hear about: rules on and off, other weights, own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from empathy_lint.checking.packs import Pack
from empathy_lint.checking.phrases import Phrase
from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.words import Dimension, Severity


@dataclass(frozen=True)
class Selection:
    """Names are those of rules, of entries (`rule/entry`) or of dimensions.

    `select` empty means all; `ignore` wins over `select`. `severities` re-weighs rules or entries. Words in
    `allow` are never flagged; `words` are phrases that a rule flags besides its own.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    allow: tuple[Phrase, ...] = ()
    words: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def wants(self, rule: Rule, entry: Entry) -> bool:
        """Whether the entry is to be run."""
        names = {rule.id, f"{rule.id}/{entry.id}", rule.dimension.value}
        return not names & self.ignore and (not self.select or bool(names & self.select))

    def severity(self, rule: Rule, entry: Entry) -> Severity:
        """The severity that the user gave the entry or its rule, or its own."""
        return self.severities.get(f"{rule.id}/{entry.id}", self.severities.get(rule.id, entry.severity))


def selectable(pack: Pack) -> list[str]:
    """All names that `select`, `ignore` and suppressions may use."""
    entries = [f"{rule.id}/{entry.id}" for rule in pack.rules for entry in rule.entries]
    return [*(rule.id for rule in pack.rules), *entries, *(dimension.value for dimension in Dimension)]
