"""Two versions of a message side by side: what was gained and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.literals import fold
from empathy_lint.scoring.report import MessageReport
from empathy_lint.words import Dimension

Named = tuple[str, MessageReport]  # a report, and the name of its file that it shares with its other version


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


def compare_all(before: Sequence[Named], after: Sequence[Named]) -> tuple[list[Comparison], list[str], list[str]]:
    """The messages on two sides paired by the name of their file and by key, or by file alone where it holds one on
    either side; then what those are called that stand only on the first, or only on the second.
    """
    old, new = _by_file(before), _by_file(after)
    pairs: list[Comparison] = []
    only_before: list[str] = []
    only_after: list[str] = []
    for file in dict.fromkeys((*old, *new)):
        mine, others = old.get(file, {}), new.get(file, {})
        if len(mine) == len(others) == 1:
            pairs.append(compare(*mine.values(), *others.values()))
            continue
        pairs += [compare(report, others[key]) for key, report in mine.items() if key in others]
        only_before += [_called(file, report) for key, report in mine.items() if key not in others]
        only_after += [_called(file, report) for key, report in others.items() if key not in mine]
    return pairs, only_before, only_after


def _by_file(side: Iterable[Named]) -> dict[str, dict[str | None, MessageReport]]:
    files: dict[str, dict[str | None, MessageReport]] = {}
    for file, report in side:
        files.setdefault(file, {})[report.message.key] = report
    return files


def _called(file: str, report: MessageReport) -> str:
    key = report.message.key
    return " › ".join(part for part in (file, key) if part) or report.message.path


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
