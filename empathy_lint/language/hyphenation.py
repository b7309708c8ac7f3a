"""pyphen's hyphenation, each of its patterns read when a word first needs it.

pyphen reads all 11,000 patterns of a language before the first word; a message needs some hundreds of them.
"""

from __future__ import annotations

from typing import Any, Final

_FEWEST_LETTERS: Final = 2  # at either end of a word, as pyphen has it
_LEFT_OUT: Final = str.maketrans("", "", "0123456789")


def hyphenation(language: str) -> Any:
    """What pyphen would make for the language, with the same positions for every word."""
    import pyphen

    path = pyphen.LANGUAGES[pyphen.language_fallback(language)]
    patterns = _patterns(path.read_text(encoding="utf-8"), pyphen)
    if patterns is None:
        return pyphen.Pyphen(lang=language)
    table = pyphen.HyphDict.__new__(pyphen.HyphDict)
    table.patterns, table.cache, table.maxlen = patterns, {}, patterns.longest
    made = pyphen.Pyphen.__new__(pyphen.Pyphen)
    made.left, made.right, made.hd = _FEWEST_LETTERS, _FEWEST_LETTERS, table
    return made


def _patterns(text: str, pyphen: Any) -> _Patterns | None:
    """The patterns of a dictionary; None where it has some of a kind that English has not."""
    head, *lines = text.split("\n")
    if head.strip() != "UTF-8" or "^^" in text or "/" in text:
        return None
    rows = [row for line in lines if (row := line.strip()) and not row.startswith(pyphen.ignored)]
    return _Patterns({row.translate(_LEFT_OUT): row for row in rows}, pyphen.parse)


class _Patterns:
    """Patterns by their letters. A digit between two letters of one says how gladly a word is parted there."""

    def __init__(self, written: dict[str, str], parse: Any) -> None:
        self._written = written
        self._parse = parse
        self._read: dict[str, tuple[int, tuple[int, ...]]] = {}
        self.longest = max(map(len, written))

    def get(self, letters: str) -> tuple[int, tuple[int, ...]] | None:
        """Where the digits of a pattern begin, and the digits; None where there is no such pattern."""
        if letters not in self._written:
            return None
        if letters not in self._read:
            digits = "".join(digit or "0" for digit, _ in self._parse(self._written[letters]))
            inner = digits.lstrip("0")
            self._read[letters] = len(digits) - len(inner), tuple(map(int, inner.rstrip("0")))
        return self._read[letters]
