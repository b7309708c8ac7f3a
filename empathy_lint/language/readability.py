"""How hard a text is to read, by the formulas of textstat, fed with our own sentences.

Words, syllables and long words are counted as textstat counts them under the name "en-US": syllables by pyphen's
hyphenation points, which come with the package. Counting is done here, sentence by sentence and word by word, so that
what stands in many messages is counted once, and so that nobody waits for the corpora tools that textstat loads. The
tests hold every count against textstat's. Hyphenation finds about one syllable in ten too few, so grades are somewhat
low and are meant for comparing with a limit, not as an exact school year.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from empathy_lint import late_re as re

# Formulas jump on short texts: below this many words no grade is given.
FEWEST_WORDS: Final = 40
_LANGUAGE: Final = "en_US"
_INNER_STOP: Final = re.compile(r"[.!?…]+")
# An apostrophe stays where one of these follows; other punctuation goes, and what it parted becomes one word.
_APOSTROPHE: Final = re.compile(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION: Final = re.compile(r"[^\w\s']")
_ALL_PUNCTUATION: Final = re.compile(r"[^\w\s]")
_LONG: Final = 6  # letters; a word with more is a long one
_MANY_SYLLABLES: Final = 3
_COUNTS_AS_SENTENCE: Final = 2  # words; a sentence has more
# Upper bound of the Rix index (long words in a sentence, "long" being over six letters) for grades 1 to 12, from
# Anderson, "Lix and Rix: variations on a little-known readability index", Journal of Reading 26 (1983).
_RIX_GRADES: Final = (0.2, 0.5, 0.8, 1.3, 1.8, 2.4, 3.0, 3.7, 4.5, 5.3, 6.2, 7.2)


@dataclass(frozen=True, slots=True)
class Readability:
    """`grade` in US school years (lower is easier), `ease` by Flesch from 0 to 100 (higher is easier)."""

    grade: float
    ease: float


class Counts(NamedTuple):
    """What the formulas ask of a text; a line of one or two words is no sentence to them."""

    sentences: int
    words: int
    syllables: int
    many_syllables: int  # words of three or more
    long_words: int


def readability(sentences: Sequence[str]) -> Readability | None:
    """Readability of sentences whose placeholders are one short word each; None for fewer than 40 words.

    The grade is the median of Flesch-Kincaid (0.39 · words per sentence + 11.8 · syllables per word − 15.59; Kincaid et
    al. 1975), SMOG (1.043 · √(30 · words of three syllables or more per sentence) + 3.13; McLaughlin 1969) and the
    grade of the Rix index, since a single formula misleads on a short text.
    """
    words = sum(len(sentence.split()) for sentence in sentences)
    if words < FEWEST_WORDS:
        return None
    counts = Counts(*(sum(column) for column in zip(*map(count, sentences), strict=True)))
    return _graded(counts._replace(sentences=max(counts.sentences, 1)))


def _graded(counts: Counts) -> Readability:
    length = counts.words / counts.sentences
    syllables = counts.syllables / counts.words if counts.words else 0.0
    is_empty = not counts.words or not counts.syllables
    grades = (
        0.0 if is_empty else 0.39 * length + 11.8 * syllables - 15.59,
        1.043 * (30 * (counts.many_syllables / counts.sentences)) ** 0.5 + 3.1291,
        rix_grade(counts.long_words / counts.sentences),
    )
    ease = 0.0 if is_empty else 206.835 - 1.015 * length - 84.6 * syllables
    return Readability(round(max(statistics.median(grades), 0.0), 1), round(min(max(ease, 0.0), 100.0), 1))


@lru_cache(maxsize=4096)
def count(sentence: str) -> Counts:
    """The counts of one sentence; a full stop in its middle ("e.g.") does not make two of it."""
    text = _INNER_STOP.sub(" ", sentence)
    words = _PUNCTUATION.sub("", _APOSTROPHE.sub("", text)).split()
    syllables = [_syllables(word.lower()) for word in words]
    return Counts(
        int(len(words) > _COUNTS_AS_SENTENCE),
        len(words),
        sum(syllables),
        sum(each >= _MANY_SYLLABLES for each in syllables),
        sum(len(word) > _LONG for word in _ALL_PUNCTUATION.sub("", text).split()),
    )


def rix_grade(rix: float) -> float:
    """The school year of a Rix index, from 1 to 13."""
    return 1.0 + sum(rix >= bound for bound in _RIX_GRADES)


@lru_cache(maxsize=32_768)
def _syllables(word: str) -> int:
    hyphenation = _hyphenation()
    syllables = len(hyphenation.positions(word)) + 1
    hyphenation.hd.cache.clear()  # pyphen would keep every word it ever saw
    return syllables


@cache
def _hyphenation() -> Any:
    import pyphen

    return pyphen.Pyphen(lang=_LANGUAGE)
