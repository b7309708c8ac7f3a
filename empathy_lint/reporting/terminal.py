"""The report for a person at a terminal: message by message, then an overview, then one hint."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import compress
from typing import Final, TextIO

from rich.console import Console
from rich.theme import Theme

from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Message, Source
from empathy_lint.reporting import terminal_message, terminal_overview
from empathy_lint.reporting.page import Page
from empathy_lint.reporting.terminal_findings import FindingsDrawer
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding

# Wider lines are hard to read; a letter is rarely set wider than this either.
_WIDEST: Final = 100
_MOST_FINE: Final = 3  # messages of one file that each get a line though there is nothing to say
_HEIGHT: Final = 24  # of no use, but rich would ask the terminal for it before every line
_THEME: Final = Theme(
    {
        "critical": "bold red",
        "major": "magenta",
        "minor": "yellow",
        "info": "cyan",
        "ready": "green",
        "small-edits": "yellow",
        "rewrite": "magenta",
        "hold": "bold red",
        "quiet": "dim",
        "path": "bold",
        "suggestion": "green",
    }
)


class _Console(Console):
    """A console that leaves it to the program how to end when nobody reads any more; rich would exit here.

    What it writes to does not change while it writes, so that is found out once and not for every word.
    """

    @cached_property
    def is_terminal(self) -> bool:
        return super().is_terminal

    @cached_property
    def is_dumb_terminal(self) -> bool:
        return super().is_dumb_terminal

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - rich calls this while it handles the BrokenPipeError


def start(out: TextIO, view: View) -> _Terminal:
    """A reporter that draws to `out`; readable without colour and at 80 columns."""
    return _Terminal(out, view)


class _Terminal:
    """Draws the messages of a file as soon as the file is done, and keeps of them only what the overview tells."""

    def __init__(self, out: TextIO, view: View) -> None:
        self._view = view
        self._page = Page(make_console(out, view))
        self._findings = FindingsDrawer(self._page, view)
        self._file: list[MessageReport] = []
        self._told: list[MessageReport] = []
        self._kinds: dict[Finding, Finding] = {}  # one for all that the overview cannot tell apart

    def message(self, report: MessageReport) -> None:
        if self._file and self._file[0].message.path != report.message.path:
            self._finish_file()
        self._file.append(report)

    def end(self, run: RunReport) -> None:
        self._finish_file()
        terminal_overview.draw(self._page, replace(run, messages=tuple(self._told)), self._view)
        self._page.write()

    def _finish_file(self) -> None:
        _draw_file(self._page, self._file, self._view, self._findings)
        self._told += map(self._for_overview, self._file)
        self._file = []

    def _for_overview(self, report: MessageReport) -> MessageReport:
        """The report without what is heavy: the text, and the places and rewrites of what was found in it."""
        whole = report.message
        message = Message(Source(whole.path, ""), (), whole.format, whole.key)
        findings = tuple(ScoredFinding(self._in_short(row.finding), 0.0) for row in report.findings)
        accepted = tuple(replace(row, finding=self._in_short(row.finding)) for row in report.accepted)
        score = replace(report.score, arithmetic=(), dimensions={})
        return replace(
            report, message=message, score=score, findings=findings, accepted=accepted, suppressed=(), decided_by={}
        )

    def _in_short(self, finding: Finding) -> Finding:
        short = replace(
            finding, message="", place=None, sentence=None, rewrites=(), guidance="", fingerprint="", confidence=1.0
        )
        return self._kinds.setdefault(short, short)


def _draw_file(page: Page, messages: Sequence[MessageReport], view: View, findings: FindingsDrawer) -> None:
    """Draw the messages of a file; of a catalogue, those with nothing to say of them are told together."""
    is_fine = [bool(row.message.key) and terminal_message.is_fine(row, view) for row in messages]
    together = sum(is_fine) > _MOST_FINE
    for message, fine in zip(messages, is_fine, strict=True):
        if not (fine and together):
            terminal_message.draw(page, message, view, findings)
            page.write()
    if together:
        terminal_message.draw_fine(page, list(compress(messages, is_fine)), view)
        page.write()


def make_console(out: TextIO, view: View) -> Console:
    """A console on `out`, as wide as the terminal within reason, in colour where that is wanted."""
    width = view.width or min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    return _Console(
        file=out,
        width=width,
        height=_HEIGHT,
        theme=_THEME,
        highlight=False,
        emoji=False,
        markup=False,
        no_color=None if view.color is None else not view.color,
        force_terminal=view.color,
        soft_wrap=False,
    )
