"""Java's `.properties`: a name and a text on a line, which a backslash at its end carries on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece, of_utf16, pieces_with_escapes
from empathy_lint.reading.message import Source

_LINE_END: Final = r"(?:\r\n|\r|\n)"
# A comment, or a line with all that it is carried on to (escapes take their line end along), or what ends one.
_LINE: Final = re.compile(rf"(?P<comment>[ \t\f]*[#!][^\r\n]*)|(?:[^\\\r\n]+|\\(?:\r\n|[^\r]|\r|\Z))+|{_LINE_END}")
_NAME: Final = re.compile(rf"[ \t\f]*((?:[^\\\s=:]|\\(?:{_LINE_END}[ \t\f]*|.))*)(?:[ \t\f]*[=:])?[ \t\f]*")
_ESCAPE: Final = re.compile(
    rf"\\(?:u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|{_LINE_END}[ \t\f]*|.|\Z)"
)
_CONTROLS: Final = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


def find_entries(source: Source) -> Entries:
    """The texts of a properties file; whatever is written in one is read in some way, so nothing is a mistake."""
    texts, comments = [], []
    for line in _LINE.finditer(source.text):
        if line["comment"]:
            comments.append(line.span())
        elif line.group().strip():
            texts.append(_text(source.text, *line.span()))
    return Entries(entries_of(texts), comments=tuple(comments))


def _text(text: str, start: int, end: int) -> Text:
    name = next(_NAME.finditer(text, start))  # it may be empty, but it is there
    key = "".join(piece.text for piece in _pieces(text, *name.span(1)))
    return Text((key,), tuple(_pieces(text, name.end(), end)))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return pieces_with_escapes(text, start, end, _ESCAPE, _decoded)


def _decoded(sign: str) -> str:
    if sign[:1] in ("\r", "\n"):  # the text goes on
        return ""
    return of_utf16(sign) or _CONTROLS.get(sign, sign)
