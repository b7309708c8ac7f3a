"""How much of a file is read: bounds that keep time and memory small, each a setting, and what to say beyond them.

A config may be a stranger's, so what it may raise them to is bounded, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file. Sizes are in megabytes; the others count what lies within each other, or is tried."""

    file_size: float = 5.0
    document_size: float = 50.0  # letterheads bring pictures along; what is read of a document is far smaller
    nesting: int = 500  # values within values in JSON and YAML
    blocks: int = 40  # blocks of template code; what is deeper is always sent
    mail_parts: int = 20  # mail programs make four or five
    variants: int = 64

    @property
    def file_bytes(self) -> int:
        """The most bytes of a text."""
        return round(self.file_size * MEGABYTE)

    @property
    def document_bytes(self) -> int:
        """The most bytes of a Word document or a workbook, as it is packed."""
        return round(self.document_size * MEGABYTE)

    @property
    def bytes(self) -> int:
        """The most bytes of any file."""
        return max(self.file_bytes, self.document_bytes)


LIMITS: Final = Limits()
# Beyond these a file would take minutes or gigabytes, whoever allowed it.
LOWEST: Final = Limits(0.001, 0.001, 1, 1, 1, 1)
HIGHEST: Final = Limits(100, 200, 900, 200, 50, 512)


NAMES: Final = {row.name.replace("_", "-"): row.name for row in fields(Limits)}  # as they are written in a config


def limits_of(said: Mapping[str, str]) -> Limits:
    """The limits that somebody set, by the names in a config; the others are ours."""
    known = {NAMES[name]: value for name, value in said.items()}
    return replace(LIMITS, **{name: type(getattr(LIMITS, name))(value) for name, value in known.items()})


def raised(name: str) -> str:
    """The end of a sentence on what to do about a limit."""
    return f"raise “{name}” below “limits” in the config"
