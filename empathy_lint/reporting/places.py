"""Places as machines want them: paths from here, with forward slashes, and a line for every finding."""

from __future__ import annotations

import os
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Position
from empathy_lint.reporting.excerpt import printable
from empathy_lint.scoring.report import MessageReport
from empathy_lint.words import Severity

# The three levels that most consumers know; a minor finding is worth a note there, not a warning.
LEVELS: Final = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "note",
    Severity.INFO: "note",
}


def tidy(path: str) -> str:
    """The path without “./”, with forward slashes, and from the working folder where it lies in it."""
    relative = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)  # noqa: PTH117
    outside = relative.startswith(os.pardir)
    return (path if outside else relative).replace(os.sep, "/")


def span(report: MessageReport, finding: Finding) -> tuple[Position, Position]:
    """Start and end of a finding; one about the whole message stands where the message begins.

    In a file that holds one message that is the first line, so that the note stands at its head.
    """
    if finding.place is not None:
        return finding.place.start, finding.place.end
    start = _start(report)
    return start, start


def full_text(report: MessageReport, finding: Finding) -> str:
    """What is wrong, and which message of a file is meant where there are several."""
    text = located_text(finding)
    return f"[{report.message.key}] {text}" if report.message.key else text


def located_text(finding: Finding) -> str:
    """What is wrong, on one line, and where, if the writer sees no lines there."""
    text = " ".join(printable(finding.message).split())
    start = finding.place.start if finding.place else None
    return f"{text} ({start.name})" if start and start.part else text


def _start(report: MessageReport) -> Position:
    message = report.message
    if message.key is None or not message.blocks:
        return message.source.position(0)
    return message.source.position(min(block.slices[0].source_start for block in message.blocks if block.slices))
