"""Cells of a table in text and where they stand, by the rules of the csv module, which keeps no positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.entries import Piece

_IN_QUOTES: Final = re.compile(r'[^"]*(?:""[^"]*)*')
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """What source[start:end] says; for a quoted cell without its quotes."""

    pieces: tuple[Piece, ...]
    start: int
    end: int

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
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    at, row = 0, []
    while at < len(text):
        cell, at = _cell(text, at, plain)
        row.append(cell)
        if at < len(text) and text[at] == delimiter:
            at += 1
            if at < len(text):
                continue
            row.append(Cell((), at, at))
        line_end = _LINE_END.match(text, at)
        at = line_end.end() if line_end else at
        if any(each.pieces for each in row) or len(row) > 1:
            yield row
        row = []


def _cell(text: str, at: int, plain: re.Pattern[str]) -> tuple[Cell, int]:
    """The cell that begins at `at`, and where it ends."""
    if not text.startswith('"', at):
        end = _end(plain, text, at)
        return Cell(_piece(text, at, end), at, end), end
    start, stop = at + 1, _end(_IN_QUOTES, text, at + 1)
    if not text.startswith('"', stop):
        raise UnclosedQuoteError(at)
    end = _end(plain, text, stop + 1)
    return Cell((*_unquoted(text, start, stop), *_piece(text, stop + 1, end)), start, stop), end


def _end(plain: re.Pattern[str], text: str, at: int) -> int:
    match = plain.match(text, at)
    return match.end() if match else at


def _piece(text: str, start: int, end: int) -> tuple[Piece, ...]:
    return (Piece(text[start:end], start, end),) if start < end else ()


def _unquoted(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a quoted cell, in which a quote is written twice."""
    at = start
    while (quote := text.find('""', at, end)) >= 0:
        yield from _piece(text, at, quote)
        yield Piece('"', quote, quote + 2)
        at = quote + 2
    yield from _piece(text, at, end)
