"""Findings in the XML of Checkstyle, which most build servers and review tools read."""

from __future__ import annotations

from typing import TextIO
from xml.etree.ElementTree import Element

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem
from empathy_lint.reporting.places import LEVELS, full_text, span, tidy
from empathy_lint.reporting.view import View
from empathy_lint.reporting.xml_text import element, write_xml
from empathy_lint.scoring.report import MessageReport, RunReport

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write one `file` element a file, whatever was found in it; what could not be done is an error of its file."""
    files: dict[str, Element] = {}
    for message in report.messages:
        file = _file(files, message.message.path)
        file.extend(_finding(message, scored.finding) for scored in message.findings)
    for problem in report.errors:
        _file(files, problem.path).append(_problem(problem))
    root = element("checkstyle", {"version": "4.3"})
    root.extend(files.values())
    write_xml(root, out)


def _file(files: dict[str, Element], path: str) -> Element:
    name = tidy(path) if path else "empathy-lint"
    if name not in files:
        files[name] = element("file", {"name": name})
    return files[name]


def _finding(report: MessageReport, finding: Finding) -> Element:
    start, _ = span(report, finding)
    return element(
        "error",
        {
            "line": str(start.line),
            "column": str(start.column),
            "severity": _SEVERITIES[LEVELS[finding.severity]],
            "message": full_text(report, finding),
            "source": f"empathy-lint.{finding.rule}.{finding.entry}",
        },
    )


def _problem(problem: Problem) -> Element:
    message = problem.told
    place = {"line": str(problem.line or 1), "column": str(problem.column or 1)}
    return element("error", {**place, "severity": "error", "message": message, "source": "empathy-lint"})
