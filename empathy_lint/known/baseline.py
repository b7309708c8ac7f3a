"""Findings held against a baseline: those that it accepts are set aside, those that it lacks are new."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.fingerprints import words_fingerprint
from empathy_lint.known.baseline_file import Accepted, Known, read_baseline
from empathy_lint.scoring.report import AcceptedFinding, Gone, MessageReport
from empathy_lint.settings.loading import absolute, shown

# A file counts as another one moved when at least this share of what was accepted there is found in it.
_SAME_FILE = 0.5


class Baseline:
    """One serves a whole run: each accepted finding is used up by one finding, so that a second one is new."""

    def __init__(self, path: Path, accepted: Accepted) -> None:
        self._root = absolute(path).parent
        self._left = {name: Counter(rows) for name, rows in accepted.items()}
        self._total = {name: rows.total() for name, rows in self._left.items()}
        self._seen: set[str] = set()

    def judge(self, reports: Sequence[MessageReport]) -> list[MessageReport]:
        """The reports on one file with only the new findings left in `findings`, the others in `accepted`.

        A score fails a message only where something new was found in it.
        """
        name = path_in(self._root, reports[0].message.path)
        left = self._left.get(name)
        if left is None:
            name = self._moved_from(reports) or name
            left = self._left.get(name, Counter())
        self._seen.add(name)
        accepted = _accepted(reports, left)
        return [_judged(report, accepted) for report in reports]

    def gone(self, paths: Sequence[str]) -> tuple[Gone, ...]:
        """What is accepted and was not found, in the files that were linted and in those that are gone from the
        folders among `paths`.
        """
        folders = [absolute(path) for path in paths if Path(path).is_dir()]
        rows = []
        for name, left in self._left.items():
            path = self._root / name
            if name in self._seen or (not path.exists() and any(path.is_relative_to(folder) for folder in folders)):
                kinds = Counter[tuple[str, str]]()
                for known, count in left.items():
                    kinds[known.rule, known.entry] += count
                rows += [Gone(shown(path), *kind, count) for kind, count in sorted(kinds.items()) if count > 0]
        return tuple(rows)

    def _moved_from(self, reports: Sequence[MessageReport]) -> str | None:
        """The path that a file had when it was accepted: one that is gone, and whose findings are mostly here."""
        rows = [(known_of(report, row.finding), row.finding) for report in reports for row in report.findings]
        here = Counter(known for known, _ in rows)
        in_words = {known for known, finding in rows if finding.place is not None}
        best: tuple[int, str] | None = None
        for name, left in self._left.items():
            shared = left & here
            # What a message lacks, many lack: without words in common, two files are one only by their name.
            related = bool(shared.keys() & in_words) or Path(name).name == Path(reports[0].message.path).name
            if not related or name in self._seen or shared.total() < _SAME_FILE * self._total[name]:
                continue
            if (best is None or shared.total() > best[0]) and not (self._root / name).exists():
                best = shared.total(), name
        return best[1] if best else None


def path_in(root: Path, path: str) -> str:
    """A path as a baseline in the folder `root` names it."""
    return os.path.relpath(absolute(path), root).replace(os.sep, "/")


def known_of(report: MessageReport, finding: Finding) -> Known:
    """A finding of the report as a baseline names it."""
    place, words = finding.place, ""
    if place is not None:
        words = report.message.blocks[place.block].prose[place.prose_start : place.prose_end]
    return Known(finding.rule, finding.entry, finding.fingerprint, words_fingerprint(words))


def accepted_in(report: MessageReport) -> Iterator[Known]:
    """Every finding of a message, for a baseline."""
    return (known_of(report, row.finding) for row in report.findings)


def accepted_elsewhere(path: Path, checked: Sequence[str]) -> Accepted:
    """What the baseline of that path, where there is one, accepts in files that are still there and lie in none of the
    `checked` files and folders: it stays accepted when the baseline is made anew. Raises ProblemError where the
    baseline cannot be read.
    """
    if not path.exists():
        return {}
    root = absolute(path).parent
    roots = [absolute(each) for each in checked]
    files = ((name, root / name, rows) for name, rows in read_baseline(path, shown(absolute(path))).items())
    return {
        name: rows
        for name, file, rows in files
        if file.exists() and not any(file.is_relative_to(each) for each in roots)
    }


def _accepted(reports: Sequence[MessageReport], left: Counter[Known]) -> set[int]:
    """The findings that are accepted, by identity; each uses up one of those `left`.

    First those whose words stand where they stood. Then those whose surroundings were edited: to mend one sentence
    does not make the next one new.
    """
    rest: list[tuple[Known, Finding]] = []
    accepted: set[int] = set()
    for report in reports:
        for row in report.findings:
            known = known_of(report, row.finding)
            if left[known] > 0:
                left[known] -= 1
                accepted.add(id(row.finding))
            else:
                rest.append((known, row.finding))
    for known, finding in rest:
        alike = (each for each, count in left.items() if count > 0 and _same_words(each, known))
        if (other := next(alike, None)) is not None:
            left[other] -= 1
            accepted.add(id(finding))
    return accepted


def _same_words(one: Known, other: Known) -> bool:
    return (one.rule, one.entry, one.words) == (other.rule, other.entry, other.words)


def _judged(report: MessageReport, accepted: set[int]) -> MessageReport:
    new = tuple(row for row in report.findings if id(row.finding) not in accepted)
    known = tuple(AcceptedFinding(row.finding, "baseline") for row in report.findings if id(row.finding) in accepted)
    return replace(
        report,
        findings=new,
        accepted=(*report.accepted, *known),
        score_counts=report.score_counts and bool(new),
    )
