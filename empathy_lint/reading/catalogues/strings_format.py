"""Apple's `.strings`: `"key" = "text";`, with comments as in C."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece, of_utf16, pieces_with_escapes
from empathy_lint.reading.message import Source

_STRING: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'
# What is stray: a quote or a comment without its end, or a sign that means nothing here, with the rest of its line.
_REST: Final = rf"(?P<string>{_STRING})|(?P<word>[\w.$/:-]+)|(?P<sign>[=;])|\s+|(?P<stray>[^\r\n]+)"
_TOKEN: Final = re.compile(rf"(?P<comment>/\*.*?\*/|//[^\r\n]*)|{_REST}", re.DOTALL)
_TOKEN_BEHIND_COMMENTS: Final = re.compile(rf"(?P<comment>//[^\r\n]*)|{_REST}", re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\(?:[Uu][dD][89abAB][0-9a-fA-F]{2}\\[Uu][dD][c-fC-F][0-9a-fA-F]{2}|[Uu][0-9a-fA-F]{4}|[0-7]{1,3}|\r\n|.)",
    re.DOTALL,
)
_OCTAL: Final = re.compile(r"[0-7]+")
_CONTROLS: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ENTRY: Final = (("string", "word"), ("=",), ("string", "word"), (";",))  # what follows what, and begins again
_EXPECTED: Final = ("a key", "“=” after the key", "a text in quotes", "“;” after the text")
_MOST_PROBLEMS: Final = 20


def find_entries(source: Source) -> Entries:
    """The texts of a strings file, and a problem for each place where an entry is not whole."""
    reader = _Reader(source)
    reader.read()
    return Entries(entries_of(reader.texts), tuple(reader.problems), tuple(reader.comments))


class _Reader:
    def __init__(self, source: Source) -> None:
        self.texts: list[Text] = []
        self.comments: list[tuple[int, int]] = []
        self.problems: list[Problem] = []
        self._source = source
        self._begun: list[re.Match[str]] = []  # the tokens of the entry that is being read

    def read(self) -> None:
        for match in _tokens(self._source.text):
            if match.lastgroup == "comment":
                self.comments.append(match.span())
            elif match.lastgroup is not None and not self._take(match):
                self._problem(match.start())
                self._take(match)  # mostly the key of the next entry
        if self._begun:
            self._problem(len(self._source.text))

    def _take(self, match: re.Match[str]) -> bool:
        """Go one step on in an entry; False where something else has to stand."""
        kind = match.group() if match.lastgroup == "sign" else match.lastgroup
        if kind not in _ENTRY[len(self._begun)]:
            return False
        self._begun.append(match)
        if len(self._begun) == 3:
            key, _, text = (tuple(_pieces_of(self._source.text, each)) for each in self._begun)
            self.texts.append(Text(("".join(piece.text for piece in key),), text))
        elif len(self._begun) == len(_ENTRY):
            self._begun.clear()
        return True

    def _problem(self, at: int) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            place = self._source.position(at)
            text = f"There should be {_EXPECTED[len(self._begun)]} here."
            remedy = 'Write each entry as "key" = "text"; and a quote inside of it as \\".'
            self.problems.append(Problem(self._source.path, text, remedy, place.line, place.column))
        self._begun.clear()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """All tokens. Behind the last end of a comment none is looked for: many that never end would take long to read."""
    last, at = text.rfind("*/"), 0
    while match := (_TOKEN if at < last else _TOKEN_BEHIND_COMMENTS).match(text, at):
        yield match
        at = match.end()


def _pieces_of(text: str, match: re.Match[str]) -> Iterator[Piece]:
    quote = 1 if match.lastgroup == "string" else 0
    return pieces_with_escapes(text, match.start() + quote, match.end() - quote, _ESCAPE, _decoded)


def _decoded(sign: str) -> str:
    if _OCTAL.fullmatch(sign):
        return chr(int(sign, 8))
    return of_utf16(sign) or _CONTROLS.get(sign, sign)
