"""Markup in the texts of catalogues: entities and tags are read as the HTML that they become on the page."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Sequence
from typing import Final

from empathy_lint.reading.entries import Piece
from empathy_lint.reading.formats import format_of

_ENTITY: Final = re.compile(r"&(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|([A-Za-z]{2,8}\d{0,2}));")
_PAIR: Final = re.compile(r"<([A-Za-z][\w-]{0,30}|\d{1,2})>[^<>]*</\1>")
_NUMBERED: Final = re.compile(r"<(/?)(\d{1,2})(\s*/?)>")


def format_of_text(text: str) -> str:
    """What a text of a catalogue is read as: HTML where it holds entities or elements, else what its content tells."""
    return "html" if _has_entity(text) or _PAIR.search(text) else format_of("", text)


def with_elements(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with `<0>…</0>`, which stands for an element that the program puts in, as an element of HTML."""
    return tuple(part for piece in pieces for part in _parts(piece)) if _is_numbered(pieces) else tuple(pieces)


def _is_numbered(pieces: Sequence[Piece]) -> bool:
    text = "".join(piece.text for piece in pieces)
    return _NUMBERED.search(text) is not None and any(match[1].isdigit() for match in _PAIR.finditer(text))


def _parts(piece: Piece) -> Iterator[Piece]:
    at = 0
    for match in _NUMBERED.finditer(piece.text) if piece.end - piece.start == len(piece.text) else ():
        if match.start() > at:
            yield Piece(piece.text[at : match.start()], piece.start + at, piece.start + match.start())
        yield Piece(f"<{match[1]}span>", piece.start + match.start(), piece.start + match.end())
        at = match.end()
    if at < len(piece.text):
        yield piece if at == 0 else Piece(piece.text[at:], piece.start + at, piece.end)


def _has_entity(text: str) -> bool:
    return any(match[1] is None or f"{match[1]};" in html.entities.html5 for match in _ENTITY.finditer(text))
