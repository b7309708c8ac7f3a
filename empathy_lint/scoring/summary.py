"""A run in a few numbers, and whether it passes the gate."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.words import SEVERITIES


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all messages; the scores are None when no message was read."""

    messages: int
    words: int
    findings: int
    suppressed: int
    score_min: float | None
    score_mean: float | None
    score_median: float | None


def summarise(report: RunReport) -> Summary:
    """The run in numbers."""
    totals = [message.score.total for message in report.messages]
    return Summary(
        messages=len(report.messages),
        words=sum(message.metrics.words for message in report.messages),
        findings=sum(len(message.findings) for message in report.messages),
        suppressed=sum(len(message.suppressed) for message in report.messages),
        score_min=min(totals, default=None),
        score_mean=statistics.fmean(totals) if totals else None,
        score_median=statistics.median(totals) if totals else None,
    )


def passes(messages: Iterable[MessageReport], fail_under: float, fail_on: str) -> bool:
    """Whether no message scores under `fail_under` or holds a finding of severity `fail_on` ("never": none fails)."""
    limit = SEVERITIES.get(fail_on)
    for message in messages:
        # Compared as reported: a message shown with 70.0 passes at 70.
        if round(message.score.total, 1) < fail_under:
            return False
        if limit is not None and any(row.finding.severity >= limit for row in message.findings):
            return False
    return True
