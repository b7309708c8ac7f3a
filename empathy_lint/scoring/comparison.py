"""Two versions of a message side by side: what was gained and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.literals import fold
from empathy_lint.scoring.report import MessageReport
from empathy_lint.words import Dimension


@dataclass(frozen=True)
class Comparison:
    """The reports on both versions, and how they differ. Findings are the same where entry and words are."""

    before: MessageReport
    after: MessageReport
    gone: tuple[Finding, ...]  # findings of the first that the second has no more
    new: tuple[Finding, ...]
    elements_gained: tuple[str, ...]
    elements_lost: tuple[str, ...]

    @property
    def reads_alike(self) -> bool:
        """Whether both were read as the same channel and situation; otherwise they were measured differently."""
        return (self.before.channel, self.before.situation) == (self.after.channel, self.after.situation)

    def dimension(self, dimension: Dimension) -> tuple[float | None, float | None]:
        """The dimension of both; None where nothing is owed."""
        return self.before.score.dimensions.get(dimension), self.after.score.dimensions.get(dimension)


def compare(before: MessageReport, after: MessageReport) -> Comparison:
    """How the second version differs from the first."""
    old, new = _findings(before), _findings(after)
    return Comparison(
        before,
        after,
        gone=tuple(_without(old, new)),
        new=tuple(_without(new, old)),
        elements_gained=tuple(each for each in after.present if each not in before.present),
        elements_lost=tuple(each for each in before.present if each not in after.present),
    )


def compare_all(
    before: Sequence[MessageReport], after: Sequence[MessageReport]
) -> tuple[list[Comparison], list[MessageReport], list[MessageReport]]:
    """Messages of two files paired by key, or by order where each file holds one; then those of only one file."""
    if len(before) == len(after) == 1:
        return [compare(before[0], after[0])], [], []
    others = {report.message.key: report for report in after}
    pairs = [compare(report, others[report.message.key]) for report in before if report.message.key in others]
    paired = {pair.before.message.key for pair in pairs}
    return (
        pairs,
        [report for report in before if report.message.key not in paired],
        [report for report in after if report.message.key not in paired],
    )


def _findings(report: MessageReport) -> list[Finding]:
    return [row.finding for row in report.findings]


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    left = Counter(map(_identity, others))
    rows = []
    for finding in findings:
        if left[_identity(finding)] > 0:
            left[_identity(finding)] -= 1
        else:
            rows.append(finding)
    return rows


def _identity(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.entry, finding.element or "", fold(finding.place.text) if finding.place else ""
