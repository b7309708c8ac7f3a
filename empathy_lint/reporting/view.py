"""How the reader of a report wants it: what every report format is given beside the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class View:
    """Wishes for the reports that people read; formats for machines heed `top` alone."""

    verbose: bool = False
    quiet: bool = False
    explain_score: bool = False
    color: bool | None = None  # None: decided by the terminal
    width: int | None = None  # columns; None: as wide as the terminal
    top: Path | None = None  # the folder from which a CI service counts paths; None: the working folder
