"""Changes to a source, as plain data: what rewriting proposes, reports show and files are given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of source[start:end], in code points; an empty span inserts, an empty text removes."""

    start: int
    end: int
    text: str
