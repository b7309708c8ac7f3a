"""Apple's `.strings`: `"key" = "text";`, with comments as in C."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece, pieces_with_escapes, whole
from empathy_lint.reading.message import Source

_STRING: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKEN: Final = re.compile(
    rf"(?P<comment>/\*.*?\*/|//[^\r\n]*)|(?P<string>{_STRING})|(?P<word>[\w.$/:-]+)|(?P<sign>[=;])|\s+", re.DOTALL
)
_ESCAPE: Final = re.compile(r"\\(?:[Uu][0-9a-fA-F]{4}|[0-7]{1,3}|\r\n|.)", re.DOTALL)
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
        self._step = 0
        self._key = ""

    def read(self) -> None:
        at, text = 0, self._source.text
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:  # a quote or a comment without its end, or a sign that means nothing here
                self._problem(at)
                at = self._next_line(at)
            elif match.lastgroup == "comment":
                self.comments.append(match.span())
                at = match.end()
            else:
                at = match.end()
                if match.lastgroup is not None and not self._take(match):
                    self._problem(match.start())
                    self._take(match)  # mostly the key of the next entry
        if self._step:
            self._problem(len(text))

    def _take(self, match: re.Match[str]) -> bool:
        """Go one step on in an entry; False where something else has to stand."""
        kind = match.group() if match.lastgroup == "sign" else match.lastgroup
        if kind not in _ENTRY[self._step]:
            return False
        if self._step == 0:
            self._key = "".join(piece.text for piece in _pieces_of(self._source.text, match))
        elif self._step == 2:
            self.texts.append(Text((self._key,), tuple(_pieces_of(self._source.text, match)), '"'))
        self._step = (self._step + 1) % len(_ENTRY)
        return True

    def _next_line(self, at: int) -> int:
        end = self._source.text.find("\n", at)
        return len(self._source.text) if end < 0 else end + 1

    def _problem(self, at: int) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            place = self._source.position(at)
            text = f"There should be {_EXPECTED[self._step]} here."
            remedy = 'Write each entry as "key" = "text"; and a quote inside of it as \\".'
            self.problems.append(Problem(self._source.path, text, remedy, place.line, place.column))
        self._step = 0


def _pieces_of(text: str, match: re.Match[str]) -> Iterator[Piece]:
    quote = 1 if match.lastgroup == "string" else 0
    start, end = match.start() + quote, match.end() - quote
    return pieces_with_escapes(text, start, end, _ESCAPE, _decoded) if quote else iter(whole(text[start:end], start))


def _decoded(sign: str) -> str:
    if sign[0] in "Uu" and len(sign) > 1:
        character = chr(int(sign[1:], 16))
        return "\ufffd" if "\ud800" <= character <= "\udfff" else character
    if sign.isdigit():
        return chr(int(sign, 8))
    return _CONTROLS.get(sign, sign)
