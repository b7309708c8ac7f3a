"""Entries that hold words: phrases and regular expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import regex

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.phrases import Phrase
from empathy_lint.errors import Problem, ProblemError

_SECONDS = 2.0


@dataclass(frozen=True)
class Phrases:
    """Finds phrases; each is tried only where its literals stand."""

    phrases: tuple[Phrase, ...]
    evidence: EvidenceKind = "words"

    def may_match(self, folded: str) -> bool:
        """Whether any phrase can stand in the folded text of a message."""
        return any(phrase.may_match(folded) for phrase in self.phrases)

    def find(self, passage: Passage) -> Iterator[Hit]:
        """All places of all phrases in the passage."""
        for phrase in self.phrases:
            if phrase.may_match(passage.folded):
                for start, end in phrase.spans(passage.text):
                    yield Hit(start, end)


@dataclass(frozen=True)
class Expressions:
    """Finds regular expressions, for what phrases cannot say.

    They run in the `regex` package because it can be given a time limit: an expression that a user wrote must
    not be able to hang a run.
    """

    sources: tuple[str, ...]
    path: str
    line: int
    evidence: EvidenceKind = "words"

    @cached_property
    def patterns(self) -> tuple[Any, ...]:
        """The compiled expressions."""
        return tuple(compile_expression(source) for source in self.sources)

    def may_match(self, _folded: str) -> bool:
        """Always: nothing is known about an expression before it is run."""
        return True

    def find(self, passage: Passage) -> Iterator[Hit]:
        """All places of all expressions; raises ProblemError when one takes too long."""
        for pattern in self.patterns:
            try:
                spans = [match.span() for match in pattern.finditer(passage.text, timeout=_SECONDS)]
            except TimeoutError as error:
                message = f"The regular expression “{pattern.pattern}” takes too long on “{passage.text[:60]}…”."
                remedy = "Avoid a repetition inside a repetition, as in (a+)+."
                raise ProblemError(Problem(self.path, message, remedy, self.line)) from error
            yield from (Hit(start, end) for start, end in spans if end > start)


def compile_expression(source: str) -> Any:
    """A compiled expression that disregards case; raises ValueError with a plain reason when it is not valid."""
    try:
        return regex.compile(source, regex.IGNORECASE | regex.V0)
    except regex.error as error:
        raise ValueError(
            f"This is not a valid regular expression: {error.msg} (at character {(error.pos or 0) + 1})."
        ) from error
