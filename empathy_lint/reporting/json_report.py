"""The report as JSON: the contract that scripts rely on. Numbers are rounded to one decimal place."""

from __future__ import annotations

import json
from typing import Any, Final, TextIO

from empathy_lint import __version__
from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.errors import Problem
from empathy_lint.language.analysis import Metrics
from empathy_lint.reading.message import Position, Suppression
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding
from empathy_lint.scoring.summary import Summary, summarise
from empathy_lint.settings.model import Silence

SCHEMA_VERSION: Final = 1

Json = dict[str, Any]


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write the whole report as one JSON object, indented by two spaces, keys in the contract's order."""
    json.dump(as_json(report), out, ensure_ascii=False, indent=2)
    out.write("\n")


def as_json(report: RunReport) -> Json:
    """The report as plain data."""
    run = run_as_json(report, summarise(report))
    errors = run.pop("errors")
    return {**run, "messages": [message_as_json(message) for message in report.messages], "errors": errors}


def run_as_json(report: RunReport, summary: Summary) -> Json:
    """All but the messages, as plain data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "empathy-lint", "version": __version__},
        "summary": {
            "messages": summary.messages,
            "words": summary.words,
            "findings": summary.findings,
            "suppressed": summary.suppressed,
            "accepted": summary.accepted,
            "passed": report.passed,
            "score": {
                "min": _rounded(summary.score_min),
                "mean": _rounded(summary.score_mean),
                "median": _rounded(summary.score_median),
            },
        },
        "unused_silences": [_silence(row) for row in report.idle],
        "gone": [{"path": row.path, "rule": row.rule, "entry": row.entry, "count": row.count} for row in report.gone],
        "errors": [_problem(problem) for problem in report.errors],
    }


def message_as_json(report: MessageReport) -> Json:
    """What is said about one message, as plain data."""
    score = report.score
    return {
        "path": report.message.path,
        "key": report.message.key,
        "fragment": report.message.is_fragment,
        "channel": report.channel,
        "situation": report.situation,
        "decided_by": report.decided_by,
        "passed": report.passed,
        "reasons": list(report.reasons),
        "score": _rounded(score.total),
        "score_before": _rounded(report.score_before),
        "band": score.band,
        "when": " and ".join(report.when) or None,
        "caps": list(score.caps),
        "dimensions": {dimension.value: _rounded(value) for dimension, value in score.dimensions.items()},
        "metrics": _metrics(report.metrics),
        "present": list(report.present),
        "findings": [_scored(scored) for scored in report.findings],
        "suppressed": [{**_finding(row.finding), "reason": row.suppression.reason} for row in report.suppressed],
        "accepted": [{**_named(row.finding), "known_by": row.known_by} for row in report.accepted],
        "unused_suppressions": [_suppression(report, row) for row in report.unused_suppressions],
        "notes": list(report.message.notes),
    }


def _metrics(metrics: Metrics) -> Json:
    return {
        "words": metrics.words,
        "sentences": metrics.sentences,
        "reading_grade": _rounded(metrics.reading_grade),
        "reading_ease": _rounded(metrics.reading_ease),
        "longest_sentence": metrics.longest_sentence,
        "sentiment": round(metrics.sentiment, 2),
        "decision_steps": metrics.decision_steps,
        "choices": metrics.choices,
        "channels": list(metrics.channels),
        "variants": metrics.variants,
    }


def _scored(scored: ScoredFinding) -> Json:
    row = _finding(scored.finding)
    row["score_if_fixed"] = _rounded(scored.score_if_fixed)
    row["fingerprint"] = scored.finding.fingerprint
    return row


def _named(finding: Finding) -> Json:
    return {**_finding(finding), "fingerprint": finding.fingerprint}


def _finding(finding: Finding) -> Json:
    place = finding.place
    return {
        "rule": finding.rule,
        "entry": finding.entry,
        "dimension": finding.dimension.value,
        "severity": finding.severity.label,
        "message": finding.message,
        "why": finding.why,
        "advice": finding.advice,
        "evidence": finding.evidence,
        "start": _position(place.start) if place else None,
        "end": _position(place.end) if place else None,
        "text": place.text if place else None,
        "sentence": finding.sentence.text if finding.sentence else None,
        "rewrites": [_rewrite(rewrite) for rewrite in finding.rewrites],
        "guidance": finding.guidance or None,
    }


def _rewrite(rewrite: Rewrite) -> Json:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in rewrite.edits]
    return {"text": rewrite.text, "safety": rewrite.safety, "replaces": rewrite.replaces, "edits": edits}


def _suppression(report: MessageReport, row: Suppression) -> Json:
    start = report.message.source.position(row.directive_start)
    return {"rules": sorted(row.rules), "reason": row.reason, "start": _position(start)}


def _silence(row: Silence) -> Json:
    place = row.origin
    return {
        "path": place.label,
        "line": place.line,
        "keys": list(row.keys),
        "rules": sorted(row.rules),
        "reason": row.reason,
    }


def _position(position: Position) -> Json:
    row: Json = {"offset": position.offset, "line": position.line, "column": position.column}
    return {**row, "part": position.part, "character": position.character} if position.part else row


def _problem(problem: Problem) -> Json:
    row: Json = {"path": problem.path, "message": problem.told}
    if problem.line is not None:
        row |= {"line": problem.line, "column": problem.column}
    return row


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
