"""A file before and after as a unified diff: plain for pipes and `git apply`, coloured for a terminal."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import PurePath

from rich.console import Console
from rich.text import Text

from empathy_lint.errors import on_one_line

_NO_LINE_END = "\\ No newline at end of file"


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff, each with its line end; nothing where the two are the same."""
    path = on_one_line(PurePath(path).as_posix().lstrip("/"))
    rows = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    for number, row in enumerate(rows):
        if row.endswith("\n") or number < 2:
            yield row
        else:
            yield f"{row}\n{_NO_LINE_END}\n"


def draw_diff(console: Console, path: str, before: str, after: str) -> None:
    """Draw the diff for a person: taken out in red, put in in green."""
    for row in unified(path, before, after):
        style = {"+": "suggestion", "-": "critical", "@": "info"}.get(row[:1], "")
        heading = row.startswith(("+++", "---"))
        console.print(Text(row.rstrip("\r\n"), style="bold" if heading else style), soft_wrap=True)


def _lines(text: str) -> list[str]:
    """Lines as git counts them: they end at a line feed, and keep it."""
    rows = text.split("\n")
    return [f"{row}\n" for row in rows[:-1]] + ([rows[-1]] if rows[-1] else [])
