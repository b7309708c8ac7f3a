"""The columns of a table of messages: what each holds, by its name, and the messages that a row makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from empathy_lint.reading.csv_cells import Cell
from empathy_lint.reading.entries import Entry
from empathy_lint.reading.message import BlockKind
from empathy_lint.reading.unique_keys import UniqueKeys

KEYS: Final = frozenset({"key", "id", "name"})
TEXTS: Final = frozenset({"subject", "body", "message", "text", "sms", "html", "content"})
_WORD: Final = re.compile(r"[^\W_]+")


def role_of(name: str) -> str:
    """What a column holds: one of the texts or keys, by the last word of its name, or an empty string."""
    words = _WORD.findall(name.lower())
    if words[-2:] == ["subject", "line"]:
        return "subject"
    if not words or (words[-1] in KEYS and len(words) > 1 and words[0] not in ("message", "template")):
        return ""  # a first name or a customer's number tells no message from another
    return words[-1] if words[-1] in TEXTS | KEYS else ""


def entries_of_row(columns: Sequence[str], row: Sequence[Cell], keys: UniqueKeys, fallback: str) -> Iterator[Entry]:
    """The entries of a row whose cells hold what `columns` say; `fallback` is its key where no cell gives one."""
    cells = [(role, cell) for role, cell in zip(columns, row, strict=False) if cell.text.strip()]
    names = [cell.text.strip() for role, cell in cells if role in KEYS]
    key = keys.take(names[0] if names else fallback)
    roles = {role for role, _ in cells} & TEXTS
    for role, cell in cells:
        if role not in TEXTS or (role == "text" and "html" in roles):
            continue  # beside HTML, plain text says the same to those who do not see it
        if role == "sms":
            yield Entry(key if roles == {"sms"} else f"{key}.sms", cell.pieces, None, "text", {"channel": "sms"})
        elif role == "subject":
            yield Entry(key, cell.pieces, BlockKind.SUBJECT, "text", {"channel": "email"})
        else:
            yield Entry(key, cell.pieces, None, "html" if role == "html" else None)
