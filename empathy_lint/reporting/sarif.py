"""Findings as SARIF 2.1.0, which code-scanning services and editors read: rules with help, exact regions, fixes.

Offsets count code points; a byte order mark is no part of the text, here as there.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final, TextIO
from urllib.parse import quote

from empathy_lint import __version__
from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.errors import Problem
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Position, Source
from empathy_lint.reporting.places import LEVELS, located_text, span, tidy
from empathy_lint.reporting.sarif_rules import rules_as_sarif
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import AcceptedFinding, MessageReport, RunReport, SuppressedFinding

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT: Final = "empathyLint/v1"
_KNOWN_BY: Final = {
    "baseline": "Accepted in the baseline.",
    "unchanged": "Not changed since the revision that was asked about.",
}

Json = dict[str, Any]


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write one log with one run; findings that are silenced or accepted are in it, marked as suppressed."""
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _run(report: RunReport) -> Json:
    rules = rules_as_sarif(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "empathy-lint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(problem) for problem in report.errors],
            }
        ],
        "artifacts": [
            {"location": _artifact(path), "roles": ["analysisTarget"]}
            for path in dict.fromkeys(message.message.path for message in report.messages)
        ],
        "results": [row for message in report.messages for row in _results(message, index)],
        "properties": {"passed": report.passed, "messages": [_about(message) for message in report.messages]},
    }


def _about(report: MessageReport) -> Json:
    return {
        "path": tidy(report.message.path),
        "key": report.message.key,
        "score": round(report.score.total, 1),
        "band": report.score.band,
        "passed": report.passed,
    }


def _results(report: MessageReport, index: dict[str, int]) -> list[Json]:
    told = [_result(report, scored.finding, index) for scored in report.findings]
    silenced = [{**_result(report, row.finding, index), "suppressions": [_silence(row)]} for row in report.suppressed]
    accepted = [{**_result(report, row.finding, index), "suppressions": [_acceptance(row)]} for row in report.accepted]
    return [*told, *silenced, *accepted]


def _result(report: MessageReport, finding: Finding, index: dict[str, int]) -> Json:
    text = located_text(finding)
    row: Json = {"ruleId": finding.rule}
    if finding.rule in index:
        row["ruleIndex"] = index[finding.rule]
    row |= {
        "level": LEVELS[finding.severity],
        "message": {"text": f"{text} {finding.advice}".rstrip()},
        "locations": [_location(report, finding)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(report, finding)},
        "properties": {"entry": finding.entry, "dimension": finding.dimension.value, "evidence": finding.evidence},
    }
    fixes = [fix for rewrite in finding.rewrites if (fix := _fix(report, finding, rewrite))]
    return {**row, "fixes": fixes} if fixes else row


def _fingerprint(report: MessageReport, finding: Finding) -> str:
    """The same words in two messages of a file are two findings."""
    return f"{finding.fingerprint}:{report.message.key}" if report.message.key else finding.fingerprint


def _location(report: MessageReport, finding: Finding) -> Json:
    start, end = span(report, finding)
    if finding.place is None:
        region: Json = {"startLine": start.line}
    else:
        region = {**_region(start, end), "snippet": {"text": finding.place.text}}
    location: Json = {"physicalLocation": {"artifactLocation": _artifact(report.message.path), "region": region}}
    logical = [{"fullyQualifiedName": report.message.key, "kind": "resource"}] if report.message.key else []
    if start.part and finding.place is not None:
        logical.append({"fullyQualifiedName": start.part, "kind": "element"})
    return {**location, "logicalLocations": logical} if logical else location


def _region(start: Position, end: Position) -> Json:
    lines = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    # Characters of the file itself; the text that was found in a document has no offset there.
    return lines if start.part else {**lines, "charOffset": start.offset, "charLength": end.offset - start.offset}


def _artifact(path: str) -> Json:
    if Path(path).is_absolute() and tidy(path).startswith("/"):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(tidy(path))), "uriBaseId": "%SRCROOT%"}


def _fix(report: MessageReport, finding: Finding, rewrite: Rewrite) -> Json | None:
    """The edits of a rewrite, or its words in place of the finding's; None where there is nothing to change."""
    if report.message.source.packed is not None:
        return None  # no tool can make edits of a text in a zip file
    edits = rewrite.edits
    if not edits and finding.place is not None:
        edits = (Edit(finding.place.start.offset, finding.place.end.offset, rewrite.text),)
    if not edits:
        return None
    source = report.message.source
    advice = f"Write “{rewrite.text}”." if rewrite.text else "Leave these words out."
    return {
        "description": {"text": advice if rewrite.safety == "safe" else f"{advice} Check that it fits."},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(report.message.path),
                "replacements": [_replacement(source, edit) for edit in edits],
            }
        ],
    }


def _replacement(source: Source, edit: Edit) -> Json:
    region = _region(source.position(edit.start), source.position(edit.end))
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _silence(row: SuppressedFinding) -> Json:
    kind = "external" if row.suppression.said_by else "inSource"
    return {"kind": kind, "status": "accepted", "justification": row.suppression.reason}


def _acceptance(row: AcceptedFinding) -> Json:
    return {"kind": "external", "status": "accepted", "justification": _KNOWN_BY[row.known_by]}


def _notification(problem: Problem) -> Json:
    row: Json = {"level": "error", "message": {"text": problem.told}}
    if problem.path:
        location: Json = {"artifactLocation": _artifact(problem.path)}
        if problem.line:
            location["region"] = {"startLine": problem.line, "startColumn": problem.column or 1}
        row["locations"] = [{"physicalLocation": location}]
    return row
