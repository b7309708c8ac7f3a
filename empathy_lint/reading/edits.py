"""Changes to a source, as plain data: what rewriting proposes, reports show and files are given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of source[start:end], in code points; an empty span inserts, an empty text removes."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all edits made; raises ValueError for edits that overlap or lie outside of it."""
    pieces, at = [], 0
    for edit in in_order(edits, len(text)):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def in_order(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits in the order of their places; raises ValueError when they overlap or go beyond `length`."""
    rows = sorted(edits, key=lambda edit: (edit.start, edit.end))
    at = 0
    for edit in rows:
        if not at <= edit.start <= edit.end <= length:
            raise ValueError(f"the edit of {edit.start}:{edit.end} overlaps another or lies outside of the text")
        at = edit.end
    return rows
