"""The settings of a file as a table: what is set, to what, by whom."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from empathy_lint.errors import on_one_line
from empathy_lint.settings.loading import shown
from empathy_lint.settings.model import DEFAULT, FileSettings, Statement

_ORDER: Final = (
    "channel situation fail-under fail-on select ignore rules severity words allow packs include exclude format-of"
    " columns pipeline tone baseline offers silence limits"
).split()
# Settings that hold a list of names; the name is the value.
_FILES: Final = frozenset(("baseline", "offers", "pipeline"))
_LISTS: Final = frozenset(("select", "allow", "exclude", "include"))


def draw_settings(console: Console, settings: FileSettings, path: str) -> None:
    """Draw what holds for the file or folder at `path`, each value with its origin."""
    config = f"from {shown(settings.config)}" if settings.config else "no config was found, so all is default"
    absent = "" if Path(path).exists() else " (there is no such file; this would hold for it)"
    head = Text(f"Settings for {on_one_line(path)}{absent}", style="bold")
    console.print(head.append(f"  {config}", style="quiet"))
    console.print()
    table = Table(box=None, pad_edge=False, header_style="quiet")
    table.add_column("Setting", no_wrap=True)
    table.add_column("Value", overflow="fold")
    table.add_column("Set by", overflow="fold")
    for row in sorted(settings.explained, key=lambda row: _ORDER.index(row.key)):
        name, value = _told(row)
        style = "quiet" if row.origin == DEFAULT else ""
        table.add_row(Text(name), Text(value), Text(str(row.origin), style=style))
    console.print(table)


def _told(row: Statement) -> tuple[str, str]:
    if row.key in _LISTS:
        return row.key, row.name
    if row.key == "packs":
        return row.key, shown(Path(row.name))
    if row.key in _FILES:
        return row.key, shown(Path(row.value)) if os.sep in row.value else row.value
    # Of a column there may be several names, a line each.
    return (f"{row.key}: {row.name}" if row.name else row.key), row.value.replace("\n", ", ")
