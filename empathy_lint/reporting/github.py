"""Annotations for GitHub: commands in the log of a workflow that it shows beside the lines of a pull request.

Nothing in a message or a path can begin a command of its own: what a command's syntax rests on is escaped.
"""

from __future__ import annotations

from typing import Final, TextIO

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem
from empathy_lint.reporting.places import LEVELS, full_text, span, tidy
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write a command for each thing that could not be done, each message that fails, each finding, gravest first.

    GitHub shows ten errors, ten warnings and ten notices of a step; so what matters most comes first.
    """
    for problem in report.errors:
        out.write(_problem(problem))
    for message in report.messages:
        if not message.passed:
            out.write(_verdict(message))
    rows = [(message, scored.finding) for message in report.messages for scored in message.findings]
    for message, finding in sorted(rows, key=lambda row: -row[1].severity):
        out.write(_finding(message, finding))
    out.write(
        f"Messages: {len(report.messages)}. Findings: {len(rows)}. {'Passed' if report.passed else 'Not passed'}.\n"
    )


def _finding(report: MessageReport, finding: Finding) -> str:
    start, end = span(report, finding)
    properties = {"file": tidy(report.message.path), "line": str(start.line), "endLine": str(end.line)}
    # Columns are understood only where they are of one line.
    if finding.place is not None and start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = f"{finding.title} ({finding.rule})"
    text = "\n".join(part for part in (full_text(report, finding), finding.why, finding.advice) if part)
    return _command(_COMMANDS[LEVELS[finding.severity]], properties, text)


def _verdict(report: MessageReport) -> str:
    key = f" [{report.message.key}]" if report.message.key else ""
    properties = {"file": tidy(report.message.path), "line": "1", "title": f"Not passed{key}"}
    reason = " and ".join(report.reasons)
    return _command("error", properties, f"{reason[:1].upper()}{reason[1:]}.")


def _problem(problem: Problem) -> str:
    properties = {"title": "Could not be done"}
    if problem.path:
        properties |= {"file": tidy(problem.path), "line": str(problem.line or 1)}
    if problem.column:
        properties["col"] = str(problem.column)
    return _command("error", properties, problem.told)


def _command(name: str, properties: dict[str, str], text: str) -> str:
    listed = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {listed}::{text.translate(_DATA)}\n"
