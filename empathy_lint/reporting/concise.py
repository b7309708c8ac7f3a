"""One line a finding, `path:line:column: severity rule: message`, as editors and `grep` like it."""

from __future__ import annotations

from typing import TextIO

from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport


def write(report: RunReport, out: TextIO, view: View) -> None:
    """Write every finding, then one line a message with its score unless `view.quiet`."""
    for message in report.messages:
        for line in _finding_lines(message):
            out.write(line + "\n")
        if not view.quiet:
            score = message.score
            out.write(f"{_name(message)}: score {score.total:.0f} {score.band}\n")


def _finding_lines(message: MessageReport) -> list[str]:
    lines = []
    for scored in message.findings:
        finding = scored.finding
        place = f":{finding.place.start.line}:{finding.place.start.column}" if finding.place else ""
        text = " ".join(finding.message.split())
        lines.append(f"{_name(message)}{place}: {finding.severity.label} {finding.rule}: {text}")
    return lines


def _name(message: MessageReport) -> str:
    key = message.message.key
    return f"{message.message.path}[{key}]" if key else message.message.path
