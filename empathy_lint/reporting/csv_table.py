"""A table for spreadsheets: one row a finding, and one row for a message without any, so that no score is missing."""

from __future__ import annotations

import csv
from typing import Final, TextIO

from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding

_COLUMNS: Final = (
    "path", "key", "channel", "situation", "score", "band", "passed", "line", "column", "severity", "dimension", "rule",
    "entry", "words", "message", "advice", "rewrite", "guidance", "score_if_fixed", "fingerprint", "place",
)  # fmt: skip
# A spreadsheet runs a cell that begins so as a formula; the last four are the wide forms of the first four.
_RUN: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def start(out: TextIO, view: View) -> _Rows:  # noqa: ARG001 - one signature for every format
    """A reporter that writes to `out`."""
    return _Rows(out)


class _Rows:
    def __init__(self, out: TextIO) -> None:
        # All cells are quoted: with this line end, a lone carriage return in a cell would go without.
        self._writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
        self._writer.writerow(_COLUMNS)

    def message(self, report: MessageReport) -> None:
        for scored in report.findings or (None,):
            self._writer.writerow([_harmless(cell) for cell in (*_about(report), *_finding(scored))])

    def end(self, run: RunReport) -> None:
        pass  # the table ends with its last row; what could not be done is told on stderr


def _about(report: MessageReport) -> tuple[str, ...]:
    return (
        report.message.path,
        report.message.key or "",
        report.channel,
        report.situation,
        f"{report.score.total:.1f}",
        report.score.band,
        "yes" if report.passed else "no",
    )


def _finding(scored: ScoredFinding | None) -> tuple[str, ...]:
    if scored is None:
        return ("",) * (len(_COLUMNS) - 7)
    finding, place = scored.finding, scored.finding.place
    return (
        str(place.start.line) if place else "",
        str(place.start.column) if place else "",
        finding.severity.label,
        finding.dimension.value,
        finding.rule,
        finding.entry,
        place.text if place else "",
        finding.message,
        finding.advice,
        finding.rewrites[0].text if finding.rewrites else "",
        finding.guidance,
        f"{scored.score_if_fixed:.1f}",
        finding.fingerprint,
        place.start.name if place else "",
    )


def _harmless(cell: str) -> str:
    """The cell as text: an apostrophe before it keeps a spreadsheet from running it."""
    return f"'{cell}" if cell.startswith(_RUN) else cell
