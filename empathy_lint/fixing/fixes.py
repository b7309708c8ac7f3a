"""Fix a file: make its proven rewrites, lint again, and go on until nothing more is to be done.

Rewrites are proven one by one; made together they are proven once more, together. Each round leaves fewer findings than
the one before, so it ends, and a file that was fixed is not changed by fixing it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.errors import ProblemError
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.writing import apply_edits
from empathy_lint.rewriting.invariants import template_code
from empathy_lint.rewriting.proof import Verdict, is_better
from empathy_lint.run import Workpiece
from empathy_lint.scoring.report import MessageReport


@dataclass(frozen=True, slots=True)
class Change:
    """A rewrite that was made, for the finding it answers; the line is that of the version it was made in."""

    finding: Finding
    rewrite: Rewrite

    @property
    def line(self) -> int | None:
        """Where the finding stood; None for the whole message."""
        return self.finding.place.start.line if self.finding.place else None


@dataclass(frozen=True)
class Version:
    """The bytes of a file and what linting says of each message in them."""

    data: bytes
    reports: tuple[MessageReport, ...]


@dataclass(frozen=True)
class Fixed:
    """A file before and after, and what was changed; `left` counts rewrites that wait for a person's decision."""

    path: str
    before: Version
    after: Version
    changes: tuple[Change, ...] = ()
    left: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether the fixed file differs from what was read."""
        return self.before.data != self.after.data


@dataclass(frozen=True)
class Fixer:
    """Fixes files. `review` says whether rewrites that a person should read are made, too."""

    review: bool = False

    def fix(self, piece: Workpiece) -> Fixed:
        """All rounds on one file; raises ProblemError when the file cannot be read or its encoding cannot be kept."""
        before = now = Version(piece.data, piece.lint(piece.data))
        changes: list[Change] = []
        while step := self._round(piece, now):
            now, made = step
            changes += made
        left = sum(
            any(rewrite.edits for rewrite in row.finding.rewrites) for report in now.reports for row in report.findings
        )
        return Fixed(piece.path, before, now, tuple(changes), left)

    def _round(self, piece: Workpiece, now: Version) -> tuple[Version, list[Change]] | None:
        """The next version, or None when there is nothing to be done."""
        for attempt in _attempts(list(self._wanted(now.reports))):
            version = made(piece, now, [edit for change in attempt for edit in change.rewrite.edits])
            if version is not None and holds(now, version):
                return version, attempt
        return None

    def _wanted(self, reports: Iterable[MessageReport]) -> Iterator[Change]:
        """The best rewrite for each finding, without those that would change the same words."""
        taken: list[Edit] = []
        for report in reports:
            for row in report.findings:
                rewrite = next((each for each in row.finding.rewrites if self._may(each)), None)
                if rewrite is not None and not _overlap(rewrite.edits, taken):
                    taken += rewrite.edits
                    yield Change(row.finding, rewrite)

    def _may(self, rewrite: Rewrite) -> bool:
        return bool(rewrite.edits) and (rewrite.safety == "safe" or self.review)


def made(piece: Workpiece, now: Version, edits: Sequence[Edit]) -> Version | None:
    """The version with the edits made; None where it cannot be written or no longer be read."""
    try:
        data = apply_edits(piece.path, now.data, edits, piece.options)
        return Version(data, piece.lint(data))
    except ProblemError:
        return None


def _attempts(wanted: Sequence[Change]) -> Iterator[list[Change]]:
    """All changes at once, then the first half of them and so on, then each alone."""
    size = len(wanted)
    while size > 1:
        yield list(wanted[:size])
        size //= 2
    for change in wanted:
        yield [change]


def _overlap(edits: Iterable[Edit], taken: Sequence[Edit]) -> bool:
    """Whether edits share words or a place; two insertions at one place have no order."""
    return any(edit.start <= other.end and other.start <= edit.end for edit in edits for other in taken)


def holds(before: Version, after: Version) -> bool:
    """Whether every message is the same template and no worse, and something is better."""
    if len(before.reports) != len(after.reports):
        return False
    old, new = (template_code(row.message for row in version.reports) for version in (before, after))
    if old - new:
        return False
    verdicts = [(verdict_of(a), verdict_of(b)) for a, b in zip(before.reports, after.reports, strict=True)]
    return all(is_better(*pair) for pair in verdicts) and any(
        _still_found(second) < _still_found(first) for first, second in verdicts
    )


def _still_found(verdict: Verdict) -> int:
    return len(verdict.findings) + len(verdict.outdone)


def verdict_of(report: MessageReport) -> Verdict:
    """A report in the terms of proof."""
    return Verdict(tuple(row.finding for row in report.findings), report.score.total, report.outdone)
