"""Where the value of an attribute is written: expat tells what it says, not where."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.entries import Piece
from empathy_lint.reading.office.trimming import name_end
from empathy_lint.reading.xml_events import Event

_ATTRIBUTE: Final = re.compile(
    r"\s+(?:[\w.-]+:)?(?P<name>[\w.-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);|\r\n")
_AS_SPACE: Final = str.maketrans("\t\r\n", "   ")  # what white space in an attribute is to every reader of XML


def pieces_of(xml: str, event: Event, name: str) -> tuple[Piece, ...]:
    """The value of the attribute of a tag, its entities decoded, each of them a piece; `name` has no prefix."""
    at = name_end(xml, event.start)
    while (match := _ATTRIBUTE.match(xml, at, event.end)) is not None:
        if match["name"] == name:
            return tuple(_pieces(xml, *match.span("single" if match["double"] is None else "double")))
        at = match.end()
    return ()


def _pieces(xml: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in _ENTITY.finditer(xml, start, end):
        if at < match.start():
            yield Piece(xml[at : match.start()].translate(_AS_SPACE), at, match.start())
        yield Piece(" " if match.group() == "\r\n" else html.unescape(match.group()), *match.span())
        at = match.end()
    if at < end:
        yield Piece(xml[at:end].translate(_AS_SPACE), at, end)
