"""The names that the language layer lends to rules: facts of grammar, categories of tone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that rules may use; None leaves them unchecked."""

    facts: frozenset[str] | None = None
    categories: frozenset[str] | None = None


def shipped_vocabulary() -> Vocabulary:
    """The facts of the language layer, and the categories that the shipped tone component was taught."""
    from empathy_lint.language.facts import FACTS

    return Vocabulary(frozenset(FACTS), TONE_CATEGORIES)


# What the tone component marks; they are named after the rules that ask for them.
TONE_CATEGORIES = frozenset(
    {
        "blame-language",
        "but-usage",
        "fear-words",
        "generic-salutation",
        "hollow-empathy",
        "jargon",
        "one-way-message",
        "pressure-language",
        "shame-judgement",
        "shouting",
        "threat-language",
    }
)
