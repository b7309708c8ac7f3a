"""Findings held against git: those on lines that have not changed since a revision are set aside.

The old version of a file is linted, too. So a message whose score fell is seen even where the words that did it stand
on an old line, and a finding about a whole message is new only where the old version did not have it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.known.git import compare_with
from empathy_lint.known.lines import likeness, same_lines
from empathy_lint.reading.message import Source
from empathy_lint.reading.packages import text_of
from empathy_lint.scoring.report import AcceptedFinding, MessageReport
from empathy_lint.settings.reading import ReadingOptions

# Lints the bytes of an older version as the file that it became; an empty list where it cannot be read.
LintBefore = Callable[[bytes], Sequence[MessageReport]]

_MOVED = 0.5  # of the lines, as git counts a rename


class Changes:
    """What has changed in a working tree since a revision. One serves a whole run."""

    def __init__(self, revision: str) -> None:
        """Raises ProblemError when there is nothing to compare with."""
        self._since = compare_with(revision, Path.cwd())
        self._texts: dict[tuple[str, ReadingOptions], str] = {}  # of files that are gone, read as one that is there

    def judge(
        self, reports: Sequence[MessageReport], lint_before: LintBefore, *, is_stdin: bool = False
    ) -> list[MessageReport]:
        """The reports on one file with only what is new left in `findings`, the rest in `accepted`, and their scores
        before. Raises ProblemError for a file outside of the repository.
        """
        source = reports[0].message.source
        path = self._path(source.path)
        old_path = self._old_path(path, source)
        if old_path is None:
            return list(reports)
        if old_path == path and path not in self._since.sources and not is_stdin:
            return [_as_before(report) for report in reports]
        before = lint_before(self._since.text_of(old_path))
        if not before:
            return list(reports)
        same = same_lines(before[0].message.source.text, source.text)
        old = {report.message.key: report for report in before}
        return [_judged(report, old.get(report.message.key), same) for report in reports]

    def _path(self, path: str) -> str:
        relative = os.path.relpath(os.path.realpath(path), os.path.realpath(self._since.root)).replace(os.sep, "/")
        if relative.startswith("../"):
            message = f"This file is outside the git repository {self._since.root}, so what changed in it is not known."
            raise ProblemError(Problem(path, message, "Check it without --changed-since."))
        return relative

    def _old_path(self, path: str, source: Source) -> str | None:
        """Where the file was at the revision; None for a new one."""
        since = self._since
        if path not in since.sources and path in since.old:
            return path
        # Git holds packed files against each other as they are packed, and so calls a workbook new that was moved.
        return since.sources.get(path) or self._moved_from(path, source)

    def _moved_from(self, path: str, source: Source) -> str | None:
        """A file that is gone and much like this one, though git does not say so."""
        likely = [name for name in self._since.deleted if PurePosixPath(name).suffix == PurePosixPath(path).suffix]
        texts = ((self._old_text(name, source.options), name) for name in likely)
        best = max(((likeness(text, source.text), name) for text, name in texts), default=(0.0, ""))
        return best[1] if best[0] >= _MOVED else None

    def _old_text(self, path: str, options: ReadingOptions) -> str:
        """The text of a file that is gone; of a table, what the columns hold that the config names."""
        if (path, options) not in self._texts:
            self._texts[path, options] = text_of(path, self._since.text_of(path), options)
        return self._texts[path, options]


def _as_before(report: MessageReport) -> MessageReport:
    """A message of a file that has not changed."""
    known = tuple(AcceptedFinding(row.finding, "unchanged") for row in report.findings)
    return replace(
        report,
        findings=(),
        accepted=(*report.accepted, *known),
        score_before=report.score.total,
        score_counts=False,
        changed=False,
    )


def _judged(report: MessageReport, before: MessageReport | None, same: dict[int, int]) -> MessageReport:
    if before is None:
        return report
    old = {_name(row.finding) for row in before.findings}
    new, known = [], []
    for row in report.findings:
        if _was_there(row.finding, old, same):
            known.append(AcceptedFinding(row.finding, "unchanged"))
        else:
            new.append(row)
    fell = round(report.score.total, 1) < round(before.score.total, 1)
    return replace(
        report,
        findings=tuple(new),
        accepted=(*report.accepted, *known),
        score_before=before.score.total,
        score_counts=report.score_counts and fell,
    )


def _name(finding: Finding) -> tuple[str, str, int | str]:
    """What makes a finding the same in two versions: its rule and its line, or its fingerprint where it has no line."""
    where: int | str = finding.place.start.line if finding.place else finding.fingerprint
    return finding.rule, finding.entry, where


def _was_there(finding: Finding, old: set[tuple[str, str, int | str]], same: dict[int, int]) -> bool:
    """Whether the old version had the finding, on lines that are still as they were."""
    if finding.place is None:
        return _name(finding) in old
    first, last = finding.place.start.line, finding.place.end.line
    return all(line in same for line in range(first, last + 1)) and (finding.rule, finding.entry, same[first]) in old
