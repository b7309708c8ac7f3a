"""The columns of a table of messages: what each holds, by the config or by its name, and the messages a row makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from empathy_lint.errors import nearest
from empathy_lint.reading.csv_cells import Cell
from empathy_lint.reading.entries import Entry
from empathy_lint.reading.message import BlockKind
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.settings.reading import NamedColumn
from empathy_lint.words import CHANNELS, SITUATIONS

KEYS: Final = frozenset({"key", "id", "name"})
_BODIES: Final = frozenset({"body", "message", "text", "content"})
TEXTS: Final = frozenset({"subject", "sms", "html"}) | _BODIES
# What a cell may say of its row, where the config names a column for it.
DECLARED: Final = {"channel": CHANNELS, "situation": SITUATIONS}
_WORD: Final = re.compile(r"[^\W_]+")


def roles_of(names: Sequence[str], columns: Sequence[NamedColumn]) -> list[str]:
    """What the columns of these names hold; empty strings for those that are not read.

    What `columns`, from the config, does not speak of is told by a name itself.
    """
    said = {plain(name): column.role for column in columns for name in column.names}
    taken = {role for column in columns for role in _alike(column.role)}
    return [said.get(plain(name)) or _unless(taken, role_of(name)) for name in names]


def role_of(name: str) -> str:
    """What a column holds: one of the texts or keys, by the last word of its name, or an empty string."""
    words = _WORD.findall(name.lower())
    if words[-2:] == ["subject", "line"]:
        return "subject"
    if not words or (words[-1] in KEYS and len(words) > 1 and words[0] not in ("message", "template")):
        return ""  # a first name or a customer's number tells no message from another
    return words[-1] if words[-1] in TEXTS | KEYS else ""


def missing_columns(names: Iterable[str], columns: Sequence[NamedColumn]) -> Iterator[tuple[str, str]]:
    """What is wrong, and what to do about it, for each column of the config that a table with these names has not."""
    there = {plain(name): name for name in names if plain(name)}
    for column in columns:
        if not any(plain(name) in there for name in column.names):
            wanted = " or ".join(f"“{name}”" for name in column.names)
            message = f"This table has no column {wanted}, which {column.said_by} names for “{column.role}”."
            yield message, nearest(column.names[0], there.values()) or "Name a column of its first row."


def plain(name: str) -> str:
    """The name of a column as it is compared: without regard to capitals and white space."""
    return " ".join(name.split()).casefold()


def entries_of_row(columns: Sequence[str], row: Sequence[Cell], keys: UniqueKeys, fallback: str) -> Iterator[Entry]:
    """The entries of a row whose cells hold what `columns` say; `fallback` is its key where no cell gives one."""
    cells = [(role, cell) for role, cell in zip(columns, row, strict=False) if cell.text.strip()]
    names = [cell.text.strip() for role, cell in cells if role in KEYS]
    key = keys.take(names[0] if names else fallback)
    roles = {role for role, _ in cells} & TEXTS
    declared = {role: word for role, cell in cells if (word := _word(cell)) in DECLARED.get(role, ())}
    for role, cell in cells:
        if role not in TEXTS or (role == "text" and "html" in roles):
            continue  # beside HTML, plain text says the same to those who do not see it
        if role == "sms":
            sent = {**declared, "channel": "sms"}
            yield Entry(key if roles == {"sms"} else f"{key}.sms", cell.pieces, None, "text", sent)
        elif role == "subject":
            yield Entry(key, cell.pieces, BlockKind.SUBJECT, "text", {"channel": "email", **declared})
        else:
            yield Entry(key, cell.pieces, None, "html" if role == "html" else None, declared)


def unknown_words(columns: Sequence[str], row: Sequence[Cell]) -> Iterator[tuple[Cell, str, str]]:
    """Each cell whose word is no channel or situation, what is wrong with it, and what to do about it."""
    for role, cell in zip(columns, row, strict=False):
        if role in DECLARED and cell.text.strip() and _word(cell) not in DECLARED[role]:
            yield cell, f"“{cell.text.strip()}” is not a known {role}.", nearest(_word(cell), DECLARED[role])


def _word(cell: Cell) -> str:
    return "-".join(cell.text.lower().split())


def _alike(role: str) -> frozenset[str]:
    """The roles of which a table has one, this one among them."""
    return next((roles for roles in (KEYS, _BODIES) if role in roles), frozenset({role}))


def _unless(taken: set[str], role: str) -> str:
    return "" if role in taken else role
