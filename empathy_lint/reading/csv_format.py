"""Tables of messages (`.csv`, `.tsv`): one message a row, from the columns whose names speak of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.csv_cells import Cell, UnclosedQuoteError, read_rows
from empathy_lint.reading.entries import Entries, Entry
from empathy_lint.reading.message import BlockKind, Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys

_DELIMITERS: Final = (",", "\t", ";", "|")
_WORD: Final = re.compile(r"[^\W_]+")
_HEADER_LINE: Final = re.compile(r"[^\r\n]+")
_KEYS: Final = frozenset({"key", "id", "name"})
_TEXTS: Final = frozenset({"subject", "body", "message", "text", "sms", "html", "content"})


def find_entries(source: Source) -> Entries:
    """The messages of a table: subject and text of a row are one, its `sms` is another."""
    delimiter = _delimiter(source.text)
    if delimiter is None:
        message = "This table has no column of messages."
        remedy = f"Name a column in its first row: {', '.join(sorted(_TEXTS))}."
        return Entries((), (Problem(source.path, message, remedy, 1, 1),))
    entries: list[Entry] = []
    problems: list[Problem] = []
    rows = read_rows(source.text, delimiter)
    try:
        columns = [_role(cell.text) for cell in next(rows)]
        keys = UniqueKeys()
        for number, row in enumerate(rows, start=2):
            entries += _row(columns, row, keys, f"row {number}")
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
    found = [mark for mark in _DELIMITERS if set(_header(header, mark)) & _TEXTS]
    return max(found, key=lambda mark: len(_header(header, mark)), default=None)


def _header(line: str, delimiter: str) -> list[str]:
    try:
        return [_role(cell.text) for cell in next(read_rows(line, delimiter), [])]
    except UnclosedQuoteError:
        return []


def _role(name: str) -> str:
    """What a column holds: one of the texts or keys, by the last word of its name, or an empty string."""
    words = _WORD.findall(name.lower())
    if words[-2:] == ["subject", "line"]:
        return "subject"
    if not words or (words[-1] in _KEYS and len(words) > 1 and words[0] not in ("message", "template")):
        return ""  # a first name or a customer's number tells no message from another
    return words[-1] if words[-1] in _TEXTS | _KEYS else ""


def _row(columns: Sequence[str], row: Sequence[Cell], keys: UniqueKeys, fallback: str) -> Iterator[Entry]:
    cells = [(role, cell) for role, cell in zip(columns, row, strict=False) if cell.text.strip()]
    names = [cell.text.strip() for role, cell in cells if role in _KEYS]
    key = keys.take(names[0] if names else fallback)
    roles = {role for role, _ in cells} & _TEXTS
    for role, cell in cells:
        if role not in _TEXTS or (role == "text" and "html" in roles):
            continue  # beside HTML, plain text says the same to those who do not see it
        if role == "sms":
            yield Entry(key if roles == {"sms"} else f"{key}.sms", cell.pieces, None, "text", {"channel": "sms"})
        elif role == "subject":
            yield Entry(key, cell.pieces, BlockKind.SUBJECT, "text", {"channel": "email"})
        else:
            yield Entry(key, cell.pieces, None, "html" if role == "html" else None)


def _too_long(source: Source, row: Sequence[Cell], columns: int) -> Problem:
    message = f"This row has {len(row)} cells, the first row {columns}; what is beyond them is not read."
    return _problem(source, row[columns].start, message, "Put a text that holds the dividing sign in quotes.")


def _problem(source: Source, at: int, message: str, remedy: str) -> Problem:
    place = source.position(at)
    return Problem(source.path, message, remedy, place.line, place.column)
