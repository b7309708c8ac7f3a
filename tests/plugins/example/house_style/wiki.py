"""A report format: a line a message, as a wiki lists them."""

from __future__ import annotations

from typing import TextIO

from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import RunReport


def write(report: RunReport, out: TextIO, view: View) -> None:
    """Write a whole report."""
    for message in report.messages:
        out.write(f"* {message.message.path}: '''{message.score.total:.0f}''' ({message.score.band})\n")
