"""One line a finding, `path:line:column: severity rule: message`, as editors and `grep` like it."""

from __future__ import annotations

from typing import TextIO

from empathy_lint.errors import on_one_line
from empathy_lint.reporting.places import located_text
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.words import points


def write(report: RunReport, out: TextIO, view: View) -> None:
    """Write every finding, then one line a message with its score unless `view.quiet`."""
    for message in report.messages:
        for line in _finding_lines(message):
            out.write(line + "\n")
        if not view.quiet:
            out.write(f"{_name(message)}: {_score(message)}\n")


def _finding_lines(message: MessageReport) -> list[str]:
    lines = []
    for scored in message.findings:
        finding = scored.finding
        place = f":{finding.place.start.line}:{finding.place.start.column}" if finding.place else ""
        text = located_text(finding)
        lines.append(f"{_name(message)}{place}: {finding.severity.label} {finding.rule}: {text}")
    return lines


def _score(message: MessageReport) -> str:
    """“score 40 hold, was 72, 3 known before”."""
    parts = [f"score {points(message.score.total)} {message.score.band}"]
    if message.score_before is not None and message.score_before != message.score.total:
        parts.append(f"was {points(message.score_before)}")
    if message.accepted:
        parts.append(f"{len(message.accepted)} known before")
    return ", ".join(parts)


def _name(message: MessageReport) -> str:
    key = message.message.key
    return on_one_line(f"{message.message.path}[{key}]" if key else message.message.path)
