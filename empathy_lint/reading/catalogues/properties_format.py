"""Java's `.properties`: a name and a text on a line, which a backslash at its end carries on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece, pieces_with_escapes
from empathy_lint.reading.message import Source

_LINE_END: Final = r"(?:\r\n|\r|\n)"
_COMMENT: Final = re.compile(r"^[ \t\f]*[#!][^\r\n]*", re.MULTILINE)
# A line with all that it is carried on to: escapes take their line end along.
_LOGICAL_LINE: Final = re.compile(rf"(?:[^\\\r\n]+|\\(?:\r\n|[^\r]|\r|\Z))+|{_LINE_END}")
_NAME: Final = re.compile(rf"[ \t\f]*((?:[^\\\s=:]|\\(?:{_LINE_END}[ \t\f]*|.))*)(?:[ \t\f]*[=:])?[ \t\f]*")
_ESCAPE: Final = re.compile(
    rf"\\(?:u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|{_LINE_END}[ \t\f]*|.|\Z)"
)
_CONTROLS: Final = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


def find_entries(source: Source) -> Entries:
    """The texts of a properties file; whatever is written in one is read in some way, so nothing is a mistake."""
    texts, comments, at = [], [], 0
    while at < len(source.text):
        comment = _COMMENT.match(source.text, at)
        line = comment or _LOGICAL_LINE.match(source.text, at)
        if line is None:  # an escape that nothing follows
            break
        if comment is not None:
            comments.append(comment.span())
        elif line.group().strip():
            texts.append(_text(source.text, *line.span()))
        at = line.end()
    return Entries(entries_of(texts), comments=tuple(comments))


def _text(text: str, start: int, end: int) -> Text:
    name = _NAME.match(text, start, end)
    begin = name.end() if name is not None else start
    key = "".join(piece.text for piece in _pieces(text, *name.span(1))) if name is not None else ""
    return Text((key,), tuple(_pieces(text, begin, end)))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return pieces_with_escapes(text, start, end, _ESCAPE, _decoded)


def _decoded(sign: str) -> str:
    if sign.startswith("u") and len(sign) > 1:
        units = bytes.fromhex("".join(sign.replace("\\u", "u").split("u")))
        return units.decode("utf-16-be", "replace")
    if sign[:1] in ("\r", "\n", ""):  # the text goes on
        return ""
    return _CONTROLS.get(sign, sign)
