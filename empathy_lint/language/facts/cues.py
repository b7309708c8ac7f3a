"""Cheap tests of a sentence's words, by which most sentences are spared the parser."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Surface:
    """A sentence before it is parsed: its text, and its words in small letters, cut at every sign."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Surface:
        """The surface of a text."""
        return cls(text, frozenset(_WORD.findall(text.lower())))


Cue = Callable[[Surface], bool]


def cue(pattern: str) -> Cue:
    """A pattern stands in the sentence: from the start of a word, any case, either apostrophe (written as a straight
    one).
    """
    search = re.compile(rf"\b(?:{pattern})".replace("'", "['’]"), re.IGNORECASE).search
    return lambda surface: search(surface.text) is not None


def matches(pattern: re.Pattern[str]) -> Cue:
    """A pattern stands in the sentence."""
    return lambda surface: pattern.search(surface.text) is not None


def holds(words: Collection[str]) -> Cue:
    """One of the words stands in the sentence; of a word with a hyphen any part is enough."""
    parts = frozenset(part for word in words for part in _WORD.findall(word))
    return lambda surface: not parts.isdisjoint(surface.words)


def every(*cues: Cue) -> Cue:
    """All cues hold."""
    return lambda surface: all(each(surface) for each in cues)


def either(*cues: Cue) -> Cue:
    """One of the cues holds."""
    return lambda surface: any(each(surface) for each in cues)


def no_question(surface: Surface) -> bool:
    """The sentence does not end as a question does."""
    return not surface.text.rstrip().endswith("?")
