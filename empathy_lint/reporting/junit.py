"""Messages as test cases in the XML of JUnit: one suite a file, one case a message, failed where the gate failed it."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TextIO
from xml.etree.ElementTree import Element

from empathy_lint.errors import Problem
from empathy_lint.reporting.places import located_text, tidy
from empathy_lint.reporting.view import View
from empathy_lint.reporting.xml_text import element, write_xml
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding

_TOOL = "empathy-lint"


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write the suites; what could not be done comes as cases with an error, in a suite of their own."""
    suites = []
    for path, messages in groupby(report.messages, key=lambda message: tidy(message.message.path)):
        suites.append(_suite(path, [_case(path, message) for message in messages]))
    if report.errors:
        suites.append(_suite(_TOOL, [_error(problem) for problem in report.errors]))
    counts = {kind: str(sum(int(suite.get(kind, "0")) for suite in suites)) for kind in ("tests", "failures", "errors")}
    root = element("testsuites", {"name": _TOOL, **counts})
    root.extend(suites)
    write_xml(root, out)


def _suite(name: str, cases: list[Element]) -> Element:
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": "0",
    }
    suite = element("testsuite", {"name": name, **counts})
    suite.extend(cases)
    return suite


def _case(path: str, report: MessageReport) -> Element:
    case = element("testcase", {"name": report.message.key or PurePath(path).name, "classname": path, "file": path})
    score = report.score
    lines = [f"Score {score.total:.1f} of 100 ({score.band})", *map(_line, report.findings)]
    if report.passed:
        case.append(element("system-out", {}, "\n".join(lines)))
    else:
        reason = " and ".join(report.reasons)
        case.append(element("failure", {"message": reason[:1].upper() + reason[1:], "type": "gate"}, "\n".join(lines)))
    return case


def _line(scored: ScoredFinding) -> str:
    finding = scored.finding
    place = f"{finding.place.start.line}:{finding.place.start.column}" if finding.place else "whole message"
    return f"{place}: {finding.severity.label} {finding.rule}: {located_text(finding)}"


def _error(problem: Problem) -> Element:
    case = element("testcase", {"name": tidy(problem.path) if problem.path else _TOOL, "classname": _TOOL})
    message = problem.told
    case.append(element("error", {"message": message, "type": "not-done"}, str(problem)))
    return case
