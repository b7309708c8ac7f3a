"""The report formats by name; a format is one module with one function, registered by one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, TextIO

from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import RunReport

# Name on the command line, module that writes it; imported when asked for, since JSON needs no rich.
_MODULES: Final = {
    "terminal": "empathy_lint.reporting.terminal",
    "concise": "empathy_lint.reporting.concise",
    "json": "empathy_lint.reporting.json_report",
}
FORMATS: Final = tuple(_MODULES)
# Formats that tell rewrites; for the others none are worked out.
SHOWING_REWRITES: Final = frozenset({"terminal", "json"})


def write_report(report: RunReport, format_name: str, out: TextIO, view: View) -> None:
    """Write `report` to `out`; raises KeyError for a format that is not in FORMATS."""
    write: Callable[[RunReport, TextIO, View], None] = import_module(_MODULES[format_name]).write
    write(report, out, view)
