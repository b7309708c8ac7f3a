"""Thousands of phrases looked for together: which of them may stand in a text, found in one pass over it.

The pass finds every literal of every phrase (the automaton of Aho and Corasick, 1975); only a phrase of which a literal
stands there need be searched for as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from empathy_lint.checking.phrases import Phrase


class PhraseIndex:
    """A fixed set of phrases."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = frozenset(phrases)

    def __contains__(self, phrase: Phrase) -> bool:
        return phrase in self._phrases

    def possible(self, folded: str) -> frozenset[Phrase]:
        """The phrases that may stand in the text of which `folded` is the folded form; no other of the set does."""
        found = set(self._uncertain)
        if self._automaton is not None:
            for _, phrases in self._automaton.iter(folded):
                found.update(phrases)
        return frozenset(found)

    @cached_property
    def _uncertain(self) -> frozenset[Phrase]:
        return frozenset(phrase for phrase in self._phrases if phrase.literals is None)

    @cached_property
    def _automaton(self) -> Any:
        """The automaton of all literals, each with its phrases; None without any."""
        phrases_of: dict[str, list[Phrase]] = {}
        for phrase in self._phrases:
            for literal in phrase.literals or ():
                phrases_of.setdefault(literal, []).append(phrase)
        if not phrases_of:
            return None
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal, phrases in phrases_of.items():
            automaton.add_word(literal, phrases)
        automaton.make_automaton()
        return automaton
