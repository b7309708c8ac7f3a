"""How hard a text is to read, by textstat's formulas, fed with our own sentences.

textstat asks NLTK to download a pronouncing dictionary for texts in "en"; under the name "en-US" it counts syllables by
pyphen's hyphenation points, which come with the package. Hyphenation finds about one syllable in ten too few, so grades
are somewhat low and are meant for comparing with a limit, not as an exact school year.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

# Formulas jump on short texts: below this many words no grade is given.
FEWEST_WORDS: Final = 40
_LANGUAGE: Final = "en-US"
_INNER_STOP: Final = re.compile(r"[.!?…]+")
# Upper bound of the Rix index (long words in a sentence, "long" being over six letters) for grades 1 to 12, from
# Anderson, "Lix and Rix: variations on a little-known readability index", Journal of Reading 26 (1983).
_RIX_GRADES: Final = (0.2, 0.5, 0.8, 1.3, 1.8, 2.4, 3.0, 3.7, 4.5, 5.3, 6.2, 7.2)


@dataclass(frozen=True, slots=True)
class Readability:
    """`grade` in US school years (lower is easier), `ease` by Flesch from 0 to 100 (higher is easier)."""

    grade: float
    ease: float


def readability(sentences: Sequence[str]) -> Readability | None:
    """Readability of sentences whose placeholders are one short word each; None for fewer than 40 words.

    The grade is the median of Flesch-Kincaid (0.39 · words per sentence + 11.8 · syllables per word − 15.59; Kincaid et
    al. 1975), SMOG (1.043 · √(30 · words of three syllables or more per sentence) + 3.13; McLaughlin 1969) and the
    grade of the Rix index, since a single formula misleads on a short text.
    """
    words = sum(len(sentence.split()) for sentence in sentences)
    if words < FEWEST_WORDS:
        return None
    # One full stop a sentence: a bullet without one, or "e.g." in the middle, must not change the count.
    text = " ".join(f"{_INNER_STOP.sub(' ', sentence).strip()}." for sentence in sentences if sentence.strip())
    textstat = _textstat()
    grades = (textstat.flesch_kincaid_grade(text), textstat.smog_index(text), rix_grade(textstat.rix(text)))
    ease = textstat.flesch_reading_ease(text)
    return Readability(round(max(statistics.median(grades), 0.0), 1), round(min(max(ease, 0.0), 100.0), 1))


def rix_grade(rix: float) -> float:
    """The school year of a Rix index, from 1 to 13."""
    return 1.0 + sum(rix >= bound for bound in _RIX_GRADES)


@cache
def _textstat() -> Any:
    import textstat

    textstat.set_lang(_LANGUAGE)
    return textstat
