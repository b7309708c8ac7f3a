"""Token probabilities become marks: runs of tokens that read alike, with a calibrated confidence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from empathy_lint.language.tone.reading import Mark

# A run goes on over tokens that lean towards its category, and over one that does not if the next one does again:
# readers mark clauses, and models are least sure of the small words inside them.
_LEANS: Final = 0.25
_CURRENCIES: Final = "$£€¥₹"
_PUNCTUATION: Final = " \t\n.,;:!?-–—\"'“”‘’()"


class Calibration(NamedTuple):
    """Logistic curve from a run's highest raw probability to the share of such runs that hold."""

    slope: float
    offset: float

    def confidence(self, raw: float) -> float:
        """The calibrated confidence of a raw probability strictly between 0 and 1."""
        raw = min(max(raw, 1e-6), 1 - 1e-6)
        return 1 / (1 + math.exp(-(self.slope * math.log(raw / (1 - raw)) + self.offset)))


def marks_of(
    text: str,
    offsets: Sequence[tuple[int, int]],
    probabilities: Sequence[Sequence[float]],
    categories: Sequence[str],
    calibrations: Mapping[str, Calibration],
    least: float,
) -> tuple[Mark, ...]:
    """Marks of at least `least` confidence.

    `offsets` are each token's characters in `text`, empty for special tokens; `probabilities[t][c]` belongs to token t
    and category c, where c == 0 is "nothing" and c > 0 is `categories[c - 1]`.
    """
    marks = []
    for number, category in enumerate(categories, 1):
        column = [row[number] if start < end else 0.0 for row, (start, end) in zip(probabilities, offsets, strict=True)]
        for first, last in _runs(column):
            confidence = calibrations[category].confidence(max(column[first : last + 1]))
            start, end = _trimmed(text, *_whole_words(text, offsets[first][0], offsets[last][1]))
            if confidence >= least and start < end:
                marks.append(Mark(category, start, end, round(confidence, 3)))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.category)))


def _runs(column: Sequence[float]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of tokens that lean towards the category."""
    at = 0
    while at < len(column):
        if column[at] < _LEANS:
            at += 1
            continue
        last = at
        while any(value >= _LEANS for value in column[last + 1 : last + 3]):
            last += 1 if column[last + 1] >= _LEANS else 2
        yield at, last
        at = last + 1


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Tokens are pieces of words; nobody marks half a word."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and punctuation at the ends, unless the mark is nothing else ("!!!"), and without a
    currency's sign where its sum is not marked.
    """
    words = text[start:end]
    if not words.strip(_PUNCTUATION):
        return start, end
    return end - len(words.lstrip(_PUNCTUATION)), start + len(words.rstrip(_PUNCTUATION + _CURRENCIES))
