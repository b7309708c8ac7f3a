"""The summary of a step on GitHub, in Markdown: messages, lowest score first, and what was found most."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, TextIO

from empathy_lint.reporting.excerpt import printable
from empathy_lint.reporting.view import View
from empathy_lint.reporting.wording import count
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.scoring.summary import summarise
from empathy_lint.words import points

_MOST_MESSAGES: Final = 50  # GitHub takes no more than a megabyte; nobody reads that much either
_MOST_RULES: Final = 10
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!$@:])")


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write the summary; paths and keys are escaped, so that they are only ever text."""
    summary = summarise(report)
    verdict = "passed" if report.passed else "not passed"
    out.write(f"## empathy-lint: {verdict}\n\n")
    counts = [count(summary.messages, "message"), count(summary.findings, "finding")]
    counts += [f"{summary.accepted} accepted before"] * bool(summary.accepted)
    counts += [f"{count(len(report.errors), 'thing')} could not be done"] * bool(report.errors)
    out.write(f"{', '.join(counts)}.\n\n")
    if report.messages:
        _write_messages(report, out)
        _write_rules(report, out)


def _write_messages(report: RunReport, out: TextIO) -> None:
    compared = any(message.score_before is not None for message in report.messages)
    heads = ["Score", *(["Before"] * compared), "Findings", "Message", "Passed"]
    out.write(f"| {' | '.join(heads)} |\n|{' ---: |' * (len(heads) - 2)} --- | --- |\n")
    worst = sorted(report.messages, key=lambda message: (message.passed, message.score.total))
    for message in worst[:_MOST_MESSAGES]:
        before = "" if message.score_before is None else str(points(message.score_before))
        why = "yes" if message.passed else f"no: {' and '.join(message.reasons)}"
        cells = [
            str(points(message.score.total)),
            *([before] * compared),
            str(len(message.findings)),
            _name(message),
            why,
        ]
        out.write(f"| {' | '.join(cells)} |\n")
    if len(worst) > _MOST_MESSAGES:
        out.write(f"\n… and {len(worst) - _MOST_MESSAGES} more.\n")
    out.write("\n")


def _write_rules(report: RunReport, out: TextIO) -> None:
    counts = Counter(scored.finding.rule for message in report.messages for scored in message.findings)
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if not ordered:
        return
    out.write("| Times | Rule |\n| ---: | --- |\n")
    for rule, times in ordered[:_MOST_RULES]:
        out.write(f"| {times} | {_text(rule)} |\n")
    out.write("\n")


def _name(report: MessageReport) -> str:
    path = _text(report.message.path)
    return f"{path} › {_text(report.message.key)}" if report.message.key else path


def _text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(printable(words).split()))
