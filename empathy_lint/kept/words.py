"""A text written down without the words that it takes from a letter: it says only where they stand there.

    hide("“Pay now” pushes the reader.")    →    ["“", 120, 127, "” pushes", 40, 45, "reader."]

Numbers come in pairs, the start and end of a run of the source; −1 − start stands for the run in small letters. What is
left in letters holds no three characters in a row that the source has, in its own case or in small letters. To read the
text again takes the file that it was taken from.
"""

from __future__ import annotations

from typing import Final

Hidden = str | list[str | int]

_LEAST: Final = 3  # characters in a row that are pointed at; fewer say nothing


class Hider:
    """Hides what stands in source[start:end]."""

    def __init__(self, source: str, start: int = 0, end: int | None = None) -> None:
        self._start = start
        self._text = source[start:end]
        lowered = self._text.lower()
        # Some letters become two in small letters; then places are no longer the same.
        self._lowered = lowered if len(lowered) == len(self._text) else ""

    def hide(self, words: str) -> Hidden:
        """The words with places instead of what the source has."""
        if len(words) >= _LEAST and (whole := self._text.find(words)) >= 0:
            return [self._start + whole, self._start + whole + len(words)]
        parts: list[str | int] = []
        own, at = 0, 0
        while at < len(words):
            start, end, length = self._longest(words, at)
            if not length:
                at += 1
                continue
            if own < at:
                parts.append(words[own:at])
            parts += [start, end]
            at += length
            own = at
        if not parts:
            return words
        return [*parts, words[own:]] if own < len(words) else parts

    def _longest(self, words: str, at: int) -> tuple[int, int, int]:
        """Both numbers for the longest run of the words from `at` on that the source has, and its length; 0: none."""
        place, length = _longest_in(self._text, words, at)
        if length:
            return self._start + place, self._start + place + length, length
        place, length = _longest_in(self._lowered, words, at)
        return -1 - self._start - place, self._start + place + length, length


def show(hidden: Hidden, source: str) -> str:
    """The text again, from the source that it was hidden from."""
    if isinstance(hidden, str):
        return hidden
    parts: list[str] = []
    rows = iter(hidden)
    for row in rows:
        if isinstance(row, str):
            parts.append(row)
            continue
        end = next(rows)
        if not isinstance(end, int):
            raise TypeError("a place has two numbers")
        parts.append(source[row:end] if row >= 0 else source[-1 - row : end].lower())
    return "".join(parts)


def _longest_in(text: str, words: str, at: int) -> tuple[int, int]:
    place = text.find(words[at : at + _LEAST]) if at + _LEAST <= len(words) else -1
    if place < 0:
        return 0, 0
    # A run that is there, is there with any shorter one that begins it.
    low, high = _LEAST, len(words) - at
    while low < high:
        middle = (low + high + 1) // 2
        found = text.find(words[at : at + middle])
        if found >= 0:
            low, place = middle, found
        else:
            high = middle - 1
    return place, low
