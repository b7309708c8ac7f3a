"""What settings have to say about how a file is read, handed on to whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from empathy_lint.limits import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """The column of a table that holds what `role` says, by any of its `names`; `said_by` is the place that says so."""

    role: str
    names: tuple[str, ...]
    said_by: str


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a file is read, as far as somebody has a say in it."""

    limits: Limits = LIMITS
    columns: tuple[NamedColumn, ...] = ()


DEFAULT_READING: Final = ReadingOptions()
