"""Entries that hold words: phrases and regular expressions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import regex

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.lexicon import SentenceWords
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.phrases import Phrase
from empathy_lint.errors import Problem

SECONDS: Final = 2.0  # for one expression in one sentence; those in our rules need a few microseconds
_SHOWN: Final = 60


# Compared by identity, as what a sentence holds of it is remembered under it.
@dataclass(frozen=True, eq=False)
class Phrases:
    """Finds phrases; each is tried only where its literals stand."""

    phrases: tuple[Phrase, ...]
    evidence: EvidenceKind = "words"

    def may_match(self, folded: str) -> bool:
        """Whether any phrase can stand in the folded text of a message."""
        return any(phrase.may_match(folded) for phrase in self.phrases)

    def find(self, passage: Passage) -> Iterable[Hit]:
        """All places of all phrases in the passage."""
        return passage.words.recall(self, self._hits)

    def _hits(self, words: SentenceWords) -> tuple[Hit, ...]:
        held = [phrase for phrase in self.phrases if words.may_hold(phrase)]
        return tuple(Hit(*span) for phrase in held for span in phrase.spans(words.text))


# Compared by identity: two entries that hold the same expression fail each for itself.
@dataclass(eq=False)
class Expressions:
    """Finds regular expressions, for what phrases cannot say.

    They run in the `regex` package because it can be given a time limit: an expression that a user wrote must
    not be able to hang a run. One that takes too long is told once and not tried again; all else goes on. `entry` says
    what they belong to, `lines` where each is written.
    """

    sources: tuple[str, ...]
    entry: str
    path: str
    lines: tuple[int, ...]
    evidence: EvidenceKind = "words"
    problems: list[Problem] = field(default_factory=list, init=False)

    @cached_property
    def _patterns(self) -> list[tuple[Any, int]]:
        """The compiled expressions that are still tried, and their lines."""
        return [(compile_expression(source), line) for source, line in zip(self.sources, self.lines, strict=True)]

    def may_match(self, _folded: str) -> bool:
        """Whether any is still tried: nothing more is known about an expression before it is run."""
        return bool(self._patterns)

    def find(self, passage: Passage) -> Iterable[Hit]:
        """All places of all expressions in the passage."""
        return passage.words.recall(self, self._hits)

    def _hits(self, words: SentenceWords) -> tuple[Hit, ...]:
        return tuple(Hit(*span) for row in tuple(self._patterns) for span in self._spans(row, words.text))

    def _spans(self, row: tuple[Any, int], text: str) -> list[tuple[int, int]]:
        pattern, line = row
        try:
            return [match.span() for match in pattern.finditer(text, timeout=seconds()) if match.end() > match.start()]
        except TimeoutError:
            self._patterns.remove(row)
            self.problems.append(too_long(pattern.pattern, self.entry, text, self.path, line))
            return []


def seconds() -> float:
    """How long an expression may take on one sentence or word."""
    return SECONDS


def too_long(expression: str, entry: str, text: str, path: str, line: int | None) -> Problem:
    """The problem that an expression of an entry takes too long on a text."""
    words = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    message = (
        f"A regular expression of “{entry}” takes more than {SECONDS:g} seconds on “{words}”, so it was not "
        f"tried any further: {expression}"
    )
    remedy = "Avoid a repetition of what can match the same words in two ways, as in (a|aa)+, or write it as a phrase."
    return Problem(path, message, remedy, line)


def compile_expression(source: str) -> Any:
    """A compiled expression that disregards case; raises ValueError with a plain reason when it is not valid."""
    return _compiled(source, regex.IGNORECASE | regex.V0)


def compile_sensitive(source: str) -> Any:
    """The same, with regard to case, as spaCy's patterns have it."""
    return _compiled(source, regex.V0)


def _compiled(source: str, flags: int) -> Any:
    try:
        return regex.compile(source, flags)
    except regex.error as error:
        raise ValueError(
            f"This is not a valid regular expression: {error.msg} (at character {(error.pos or 0) + 1})."
        ) from error
