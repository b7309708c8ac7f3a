"""Tables of messages (`.csv`, `.tsv`): one message a row, from the columns whose names speak of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.columns import TEXTS, entries_of_row, role_of
from empathy_lint.reading.csv_cells import Cell, UnclosedQuoteError, read_rows
from empathy_lint.reading.entries import Entries, Entry
from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys

_DELIMITERS: Final = (",", "\t", ";", "|")
_HEADER_LINE: Final = re.compile(r"[^\r\n]+")


def find_entries(source: Source) -> Entries:
    """The messages of a table: subject and text of a row are one, its `sms` is another."""
    delimiter = _delimiter(source.text)
    if delimiter is None:
        message = "This table has no column of messages."
        remedy = f"Name a column in its first row: {', '.join(sorted(TEXTS))}."
        return Entries((), (Problem(source.path, message, remedy, 1, 1),))
    entries: list[Entry] = []
    problems: list[Problem] = []
    rows = read_rows(source.text, delimiter)
    try:
        columns = [role_of(cell.text) for cell in next(rows)]
        keys = UniqueKeys()
        for number, row in enumerate(rows, start=2):
            entries += entries_of_row(columns, row, keys, f"row {number}")
            if len(row) > len(columns):
                problems += [_too_long(source, row, len(columns))] if not problems else []
    except UnclosedQuoteError as error:
        message = "A quote is opened here and never closed; nothing is read from here on."
        problems.append(_problem(source, error.at, message, 'Close it; within a cell a quote is written twice, "".'))
    return Entries(tuple(entries), tuple(problems))


def is_table_of_messages(text: str) -> bool:
    """Whether the first row of a table names a column of messages."""
    return _delimiter(text) is not None


def as_csv(text: str, message: Message, at: int) -> str | None:
    """`text` as the cell at `at` writes it; None where it would end a cell that is not in quotes."""
    source = message.source.text
    starts = [each.start for each in message.inner if each.start <= at <= each.end]
    if starts and source[max(starts) - 1 : max(starts)] == '"':
        return text.replace('"', '""')
    return None if set(text) & {'"', "\r", "\n", *_DELIMITERS} else text


def _delimiter(text: str) -> str | None:
    """What divides the cells of a table with a column of messages: that which makes most columns."""
    first = _HEADER_LINE.search(text)
    header = first.group() if first else ""
    found = [mark for mark in _DELIMITERS if set(_header(header, mark)) & TEXTS]
    return max(found, key=lambda mark: len(_header(header, mark)), default=None)


def _header(line: str, delimiter: str) -> list[str]:
    try:
        return [role_of(cell.text) for cell in next(read_rows(line, delimiter), [])]
    except UnclosedQuoteError:
        return []


def _too_long(source: Source, row: Sequence[Cell], columns: int) -> Problem:
    message = f"This row has {len(row)} cells, the first row {columns}; what is beyond them is not read."
    return _problem(source, row[columns].start, message, "Put a text that holds the dividing sign in quotes.")


def _problem(source: Source, at: int, message: str, remedy: str) -> Problem:
    place = source.position(at)
    return Problem(source.path, message, remedy, place.line, place.column)
