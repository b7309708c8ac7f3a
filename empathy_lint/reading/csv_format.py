"""Tables of messages (`.csv`, `.tsv`): one message a row, from the columns whose names speak of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.columns import TEXTS, entries_of_row, missing_columns, roles_of, unknown_words
from empathy_lint.reading.csv_cells import Cell, UnclosedQuoteError, read_rows
from empathy_lint.reading.entries import Entries, Entry
from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.settings.reading import NamedColumn

_DELIMITERS: Final = (",", "\t", ";", "|")


def find_entries(source: Source) -> Entries:
    """The messages of a table: subject and text of a row are one, its `sms` is another."""
    named = source.options.columns
    delimiter = _delimiter(source.text, named)
    missing = missing_columns(_names(source.text, delimiter or _likely(source.text)), named)
    problems = [Problem(source.path, *row, 1, 1) for row in missing]
    if delimiter is None:
        message = "This table has no column of messages."
        remedy = f"Name a column in its first row: {', '.join(sorted(TEXTS))}."
        return Entries((), tuple(problems) or (Problem(source.path, message, remedy, 1, 1),))
    entries: list[Entry] = []
    is_long = False
    rows = read_rows(source.text, delimiter)
    try:
        columns = roles_of([cell.text for cell in next(rows)], named)
        keys = UniqueKeys()
        for number, row in enumerate(rows, start=2):
            entries += entries_of_row(columns, row, keys, f"row {number}")
            problems += [_problem(source, cell.start, *said) for cell, *said in unknown_words(columns, row)]
            if len(row) > len(columns) and not is_long:
                is_long = True
                problems.append(_too_long(source, row, len(columns)))
    except UnclosedQuoteError as error:
        message = "A quote is opened here and never closed; nothing is read from here on."
        problems.append(_problem(source, error.at, message, 'Close it; within a cell a quote is written twice, "".'))
    return Entries(tuple(entries), tuple(problems))


def is_table_of_messages(text: str, columns: Sequence[NamedColumn] = ()) -> bool:
    """Whether the first row of a table names a column of messages, by itself or by the `columns` of the config."""
    return _delimiter(text, columns) is not None


def as_csv(text: str, message: Message, at: int) -> str | None:
    """`text` as the cell at `at` writes it; None where it would end a cell that is not in quotes."""
    source = message.source.text
    starts = [each.start for each in message.inner if each.start <= at <= each.end]
    if starts and source[max(starts) - 1 : max(starts)] == '"':
        return text.replace('"', '""')
    return None if set(text) & {'"', "\r", "\n", *_DELIMITERS} else text


def _delimiter(text: str, columns: Sequence[NamedColumn]) -> str | None:
    """What divides the cells of a table with a column of messages: that which makes most columns."""
    found = [mark for mark in _DELIMITERS if set(roles_of(_names(text, mark), columns)) & TEXTS]
    return max(found, key=lambda mark: len(_names(text, mark)), default=None)


def _likely(text: str) -> str:
    """What seems to divide the cells of a table in which no column of messages was found."""
    return max(_DELIMITERS, key=lambda mark: len(_names(text, mark)))


def _names(text: str, delimiter: str) -> list[str]:
    """The names in the first row, which may take several lines: a name in quotes can hold a line break."""
    try:
        return [cell.text for cell in next(read_rows(text, delimiter), [])]
    except UnclosedQuoteError:
        return []


def _too_long(source: Source, row: Sequence[Cell], columns: int) -> Problem:
    message = f"This row has {len(row)} cells, the first row {columns}; what is beyond them is not read."
    return _problem(source, row[columns].start, message, "Put a text that holds the dividing sign in quotes.")


def _problem(source: Source, at: int, message: str, remedy: str) -> Problem:
    place = source.position(at)
    return Problem(source.path, message, remedy, place.line, place.column)
