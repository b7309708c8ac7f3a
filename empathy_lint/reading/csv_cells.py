"""Cells of a table in text and where they stand, by the rules of the csv module, which keeps no positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.entries import Piece, pieces_with_escapes

_QUOTE: Final = re.compile('""')  # as a quoted cell writes one
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it begins in the source: behind its quote, if it has one."""

    pieces: tuple[Piece, ...]
    start: int

    @property
    def text(self) -> str:
        """What the cell says, decoded."""
        return "".join(piece.text for piece in self.pieces)


class UnclosedQuoteError(ValueError):
    """A quote at source[at] that is never closed."""

    def __init__(self, at: int) -> None:
        super().__init__(f"the quote at {at} is not closed")
        self.at = at


def read_rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """The rows that are not blank; raises UnclosedQuoteError where one begins that does not end."""
    bare = rf"[^{re.escape(delimiter)}\r\n]*"
    written = re.compile(rf'"(?P<quoted>[^"]*(?:""[^"]*)*)"(?!")(?P<rest>{bare})|(?!"){bare}')
    at, row = 0, []
    while at < len(text):
        cell, at = _cell(text, at, written)
        row.append(cell)
        if at < len(text) and text[at] == delimiter:
            at += 1
            if at < len(text):
                continue
            row.append(Cell((), at))
        line_end = _LINE_END.match(text, at)
        at = line_end.end() if line_end else at
        if any(each.pieces for each in row) or len(row) > 1:
            yield row
        row = []


def _cell(text: str, at: int, written: re.Pattern[str]) -> tuple[Cell, int]:
    """The cell that begins at `at`, and where it ends."""
    match = written.match(text, at)
    if match is None:
        raise UnclosedQuoteError(at)
    if match["quoted"] is None:
        return Cell(_piece(text, *match.span()), at), match.end()
    quoted = pieces_with_escapes(text, *match.span("quoted"), _QUOTE, str)
    return Cell((*quoted, *_piece(text, *match.span("rest"))), match.start("quoted")), match.end()


def _piece(text: str, start: int, end: int) -> tuple[Piece, ...]:
    return (Piece(text[start:end], start, end),) if start < end else ()
