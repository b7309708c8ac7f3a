"""A run in a few numbers, and whether it passes the gate."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.words import SEVERITIES


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all messages; the scores are None when no message was read."""

    messages: int
    words: int
    findings: int
    suppressed: int
    accepted: int
    score_min: float | None
    score_mean: float | None
    score_median: float | None


@dataclass
class Tally:
    """Counts messages one by one, so that none has to be kept."""

    words: int = 0
    findings: int = 0
    suppressed: int = 0
    accepted: int = 0
    totals: list[float] = field(default_factory=list)

    def add(self, message: MessageReport) -> None:
        """Count one more message."""
        self.words += message.metrics.words
        self.findings += len(message.findings)
        self.suppressed += len(message.suppressed)
        self.accepted += len(message.accepted)
        self.totals.append(message.score.total)

    def summary(self) -> Summary:
        """What was counted so far."""
        return Summary(
            messages=len(self.totals),
            words=self.words,
            findings=self.findings,
            suppressed=self.suppressed,
            accepted=self.accepted,
            score_min=min(self.totals, default=None),
            score_mean=statistics.fmean(self.totals) if self.totals else None,
            score_median=statistics.median(self.totals) if self.totals else None,
        )


def summarise(report: RunReport) -> Summary:
    """The run in numbers."""
    tally = Tally()
    for message in report.messages:
        tally.add(message)
    return tally.summary()


def why_not(message: MessageReport, fail_under: float, fail_on: str) -> tuple[str, ...]:
    """Why a message does not pass, in words: “score 38.2 is under 70”; nothing where it does."""
    reasons = []
    # Compared as reported: a message shown with 70.0 passes at 70.
    score = round(message.score.total, 1)
    if message.score_counts and score < fail_under:
        reasons.append(f"score {score:g} is under {fail_under:g}")
    limit = SEVERITIES.get(fail_on)
    grave = sum(row.finding.severity >= limit for row in message.findings) if limit is not None else 0
    if grave:
        worse = " or worse" if limit is not None and limit < max(SEVERITIES.values()) else ""
        reasons.append(f"{grave} {'finding is' if grave == 1 else 'findings are'} {fail_on}{worse}")
    return tuple(reasons)
