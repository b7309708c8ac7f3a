"""The report formats by name; a format is one module with one function, registered by one line here.

`write(report, out, view)` writes a whole report. A module that can write each message as it comes, and keep none,
offers `start(out, view)` instead, which gives a Reporter. Installed packages add formats of the same shape by entry
points of the group `empathy_lint.reporters`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any, Final, Protocol, TextIO

from empathy_lint.plugins import REPORTERS, offered
from empathy_lint.reporting.from_top import FromTop
from empathy_lint.reporting.guarded import Guarded
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport

# Name on the command line, module that writes it; imported when asked for, since JSON needs no rich.
_MODULES: Final = {
    "terminal": "empathy_lint.reporting.terminal",
    "concise": "empathy_lint.reporting.concise",
    "json": "empathy_lint.reporting.json_report",
    "jsonl": "empathy_lint.reporting.json_lines",
    "sarif": "empathy_lint.reporting.sarif",
    "github": "empathy_lint.reporting.github",
    "gitlab": "empathy_lint.reporting.gitlab",
    "junit": "empathy_lint.reporting.junit",
    "checkstyle": "empathy_lint.reporting.checkstyle",
    "csv": "empathy_lint.reporting.csv_table",
    "markdown": "empathy_lint.reporting.markdown",
    "html": "empathy_lint.reporting.html_page.report",
}
FORMATS: Final = tuple(_MODULES)
# Formats that tell rewrites; for the others none are worked out.
SHOWING_REWRITES: Final = frozenset({"terminal", "json", "jsonl", "sarif", "markdown", "html"})
# Formats that services read, which look for the files from the top of the repository.
_FOR_SERVICES: Final = frozenset({"sarif", "github", "gitlab", "junit", "checkstyle"})


class Reporter(Protocol):
    """Takes messages as they come, and in the end the run without them."""

    def message(self, report: MessageReport) -> None:
        """One more message."""

    def end(self, run: RunReport) -> None:
        """The run is over; its `messages` are empty."""


def reporter(format_name: str, out: TextIO, view: View) -> Reporter:
    """What writes reports of this format to `out`; raises KeyError for a format that nobody offers, ProblemError for
    one of an installed package that cannot be used.
    """
    if format_name in _MODULES:
        built_in = _started(import_module(_MODULES[format_name]), out, view)
        return FromTop(built_in, view.top) if view.top and format_name in _FOR_SERVICES else built_in
    return Guarded(offered(REPORTERS)[format_name], lambda module: _started(module, out, view))


def shows_rewrites(format_name: str) -> bool:
    """Whether rewrites are worked out for a format; for one of an installed package they always are."""
    return format_name in SHOWING_REWRITES or format_name not in _MODULES


def is_written_as_it_goes(format_name: str) -> bool:
    """Whether a built-in format writes each message as it comes."""
    return format_name in _MODULES and hasattr(import_module(_MODULES[format_name]), "start")


def write_report(report: RunReport, format_name: str, out: TextIO, view: View) -> None:
    """Write `report` to `out`; raises as `reporter` does."""
    writer = reporter(format_name, out, view)
    for message in report.messages:
        writer.message(message)
    writer.end(replace(report, messages=()))


def _started(module: Any, out: TextIO, view: View) -> Reporter:
    """A reporter of a module's format."""
    if hasattr(module, "start"):
        streamed: Reporter = module.start(out, view)
        return streamed
    return _Whole(module.write, out, view)


class _Whole:
    """Keeps the messages for a format that has to know them all before it can begin."""

    def __init__(self, write: Callable[[RunReport, TextIO, View], None], out: TextIO, view: View) -> None:
        self._write = write
        self._out = out
        self._view = view
        self._messages: list[MessageReport] = []

    def message(self, report: MessageReport) -> None:
        self._messages.append(report)

    def end(self, run: RunReport) -> None:
        self._write(replace(run, messages=tuple(self._messages)), self._out, self._view)
