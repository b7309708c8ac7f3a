"""Where the words of a YAML scalar are written: quoted, plain, or in a block, folded over lines or not.

PyYAML says what a scalar means; this finds the places of those words in what is written, and never says otherwise:
where it finds something else, the scalar is one piece that stands for its whole meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.entries import Piece

# Anchors and tags before the text, and the comments behind them.
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+(?:#[^\r\n]*\s+)*)*")
_HEADER: Final = re.compile(r"[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_LINE: Final = re.compile(r"[^\r\n]+")
# Not within a run of spaces: each run is looked at once.
_FOLD: Final = r"(?<![^\\][ \t])[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*"
_IN_SINGLE: Final = re.compile(rf"''|{_FOLD}")
_IN_DOUBLE: Final = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*|.)"
    + f"|{_FOLD}"
)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_ESCAPES: Final = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_NUMBERED: Final = "xuU"


def pieces_of(text: str, start: int, end: int, quoting: str, value: str) -> tuple[Piece, ...]:
    """The pieces of the scalar text[start:end] that means `value`; `quoting` is its style: ", ', |, > or plain."""
    properties = _PROPERTIES.match(text, start, end)
    begin = properties.end() if properties is not None else start
    if quoting in ('"', "'"):
        pieces = tuple(_quoted(text, begin + 1, end - 1, quoting))
    else:
        header = _HEADER.match(text, begin, end) if quoting in ("|", ">") else None
        pieces = tuple(_lines(text, header.end() if header else begin, end, value))
    if "".join(piece.text for piece in pieces) == value:
        return pieces
    return (Piece(value, begin, end),)


def _quoted(text: str, start: int, end: int, quote: str) -> Iterator[Piece]:
    at = start
    for match in (_IN_DOUBLE if quote == '"' else _IN_SINGLE).finditer(text, start, end):
        if match.start() > at:
            yield Piece(text[at : match.start()], at, match.start())
        yield Piece(_decoded(match.group()), *match.span())
        at = match.end()
    if at < end:
        yield Piece(text[at:end], at, end)


def _decoded(written: str) -> str:
    if written == "''":
        return "'"
    if not written.startswith("\\"):
        return _folded(len(_LINE_END.findall(written)))
    sign = written[1]
    if sign in "\r\n":  # the line goes on; empty lines after it still count
        return "\n" * (len(_LINE_END.findall(written)) - 1)
    if sign in _NUMBERED:
        return chr(int(written[2:], 16))
    return _ESCAPES.get(sign, sign)


def _folded(breaks: int) -> str:
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _lines(text: str, start: int, end: int, value: str) -> Iterator[Piece]:
    """Line by line, what is written; white space between two lines stands for what there is between them."""
    at, before = 0, start
    for line in _LINE.finditer(text, start, end):
        words = line.group().strip(" \t")
        if not words:
            continue
        place = line.start() + line.group().index(words)
        found = value.find(words, at)
        if found < 0:
            return
        if found > at:
            yield Piece(value[at:found], before, place)
        yield Piece(words, place, place + len(words))
        at, before = found + len(words), place + len(words)
    if at < len(value):
        yield Piece(value[at:], before, max(end, before))
