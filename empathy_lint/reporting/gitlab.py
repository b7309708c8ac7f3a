"""A Code Quality report for GitLab, which shows what is new in a merge request.

GitLab knows a finding again by its fingerprint, which therefore names file and message, too.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, TextIO

from empathy_lint.checking.finding import Finding
from empathy_lint.reporting.places import full_text, span, tidy
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write one JSON array with an object a finding; the severities have the same names there."""
    rows = [_row(message, scored.finding) for message in report.messages for scored in message.findings]
    json.dump(rows, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _row(report: MessageReport, finding: Finding) -> dict[str, Any]:
    start, end = span(report, finding)
    path = tidy(report.message.path)
    return {
        "type": "issue",
        "description": full_text(report, finding),
        "check_name": f"{finding.rule}/{finding.entry}",
        "content": {"body": f"{finding.why}\n\n{finding.advice}".strip()},
        "categories": ["Style"],
        "severity": finding.severity.label,
        "fingerprint": _fingerprint(path, report.message.key, finding.fingerprint),
        "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
    }


def _fingerprint(path: str, key: str | None, name: str) -> str:
    text = "\x1f".join((path, key or "", name))
    return hashlib.sha256(text.encode("utf-8", errors="backslashreplace")).hexdigest()
