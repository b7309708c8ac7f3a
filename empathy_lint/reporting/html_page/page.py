"""What the page shows, as plain data: the template only lays it out."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint import __version__
from empathy_lint.reporting import wording
from empathy_lint.reporting.excerpt import flagged_words
from empathy_lint.reporting.html_page.letter import Group, Marked, draw_letter
from empathy_lint.reporting.sent_when import sent_when
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding
from empathy_lint.words import Dimension, Severity, band

_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A dimension and its points; `value` is None where nothing is owed."""

    name: str
    about: str
    value: float | None
    band: str


@dataclass(frozen=True, slots=True)
class Bin:
    """How many messages score from `low` to `high`; `share` is of the fullest bin, 0 to 1."""

    low: int
    high: int
    count: int
    share: float
    band: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, as it is told beside the letter. `number` counts in its message, from 1."""

    number: int
    where: str
    rule: str
    title: str
    severity: str
    dimension: str
    message: str
    words: str
    why: str
    advice: str
    rewrites: tuple[tuple[str, str], ...]  # "Try" or "Add", and the words in quotes
    guidance: str
    gain: float | None
    basis: str


@dataclass(frozen=True, slots=True)
class Section:
    """One message: its score, the letter as its reader sees it, what was found."""

    number: int
    name: str
    read_as: str
    total: float
    band: str
    verdict: str
    held: str
    fails: bool
    bars: tuple[Bar, ...]
    letter: tuple[Group, ...]
    placed: tuple[Note, ...]
    whole: tuple[Note, ...]
    best: str
    best_total: float
    remarks: tuple[str, ...]
    arithmetic: tuple[str, ...]

    @property
    def findings(self) -> int:
        """How many there are."""
        return len(self.placed) + len(self.whole)


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; sections by score, the lowest first."""

    version: str
    passed: bool
    verdict: str
    counted: str
    words: int
    median: float | None
    bins: tuple[Bin, ...]
    bars: tuple[Bar, ...]
    rules: tuple[wording.Tally, ...]
    severities: tuple[str, ...]
    dimensions: tuple[str, ...]
    sections: tuple[Section, ...]
    errors: tuple[str, ...]


def make_page(report: RunReport) -> Page:
    """The page for a run; with every finding, since a reader can filter them."""
    worst = sorted(report.messages, key=lambda message: message.score.total)
    totals = [message.score.total for message in worst]
    return Page(
        version=__version__,
        passed=report.passed,
        verdict=wording.verdict(report),
        counted=wording.counted(report),
        words=sum(message.metrics.words for message in worst),
        median=statistics.median(totals) if totals else None,
        bins=_bins(totals),
        bars=_means(worst),
        rules=tuple(wording.tally(worst)),
        severities=tuple(severity.label for severity in reversed(Severity)),
        dimensions=tuple(dimension.value for dimension in Dimension),
        sections=tuple(_section(number, message) for number, message in enumerate(worst, start=1)),
        errors=tuple(map(str, report.errors)),
    )


def _bins(totals: Sequence[float]) -> tuple[Bin, ...]:
    counts = [0] * _BINS
    for total in totals:
        counts[min(int(total * _BINS / 100), _BINS - 1)] += 1
    most = max(counts, default=0) or 1
    width = 100 // _BINS
    return tuple(
        Bin(index * width, (index + 1) * width, count, count / most, band(index * width + width / 2))
        for index, count in enumerate(counts)
    )


def _means(messages: Sequence[MessageReport]) -> tuple[Bar, ...]:
    """Each dimension on average over the messages to which it applies."""
    bars = []
    for dimension in Dimension:
        values = [message.score.dimensions.get(dimension) for message in messages]
        known = [value for value in values if value is not None]
        bars.append(_bar(dimension, statistics.fmean(known) if known else None))
    return tuple(bars)


def _bar(dimension: Dimension, value: float | None) -> Bar:
    name = dimension.value.capitalize()
    return Bar(name, wording.ABOUT[dimension], value, "" if value is None else band(value))


def _section(number: int, message: MessageReport) -> Section:
    placed = [row for row in message.findings if row.finding.place is not None]
    whole = [row for row in message.findings if row.finding.place is None]
    best = wording.best_edit(message)
    score = message.score
    return Section(
        number=number,
        name=wording.name(message),
        read_as=". ".join(filter(None, (wording.read_as(message), sent_when(message)))),
        total=score.total,
        band=score.band,
        verdict=wording.BANDS[score.band],
        held=wording.held(message),
        fails=not message.passed,
        bars=tuple(_bar(dimension, score.dimensions.get(dimension)) for dimension in Dimension),
        letter=draw_letter(message.message, _marks(placed)),
        placed=tuple(_note(place, row, message) for place, row in enumerate(placed, start=1)),
        whole=tuple(_note(place, row, message) for place, row in enumerate(whole, start=len(placed) + 1)),
        best=wording.edit_at(message, best) if best else "",
        best_total=best.score_if_fixed if best else score.total,
        remarks=_remarks(message),
        arithmetic=score.arithmetic,
    )


def _marks(placed: Sequence[ScoredFinding]) -> list[Marked]:
    marks = []
    for number, row in enumerate(placed, start=1):
        place = row.finding.place
        if place is not None:
            severity = row.finding.severity
            marks.append(Marked(number, place.block, place.prose_start, place.prose_end, severity))
    return marks


def _note(number: int, row: ScoredFinding, message: MessageReport) -> Note:
    finding = row.finding
    words = flagged_words(message.message, finding.place) if finding.place else ""
    gain = row.score_if_fixed if row.score_if_fixed >= message.score.total + 0.5 else None
    return Note(
        number=number,
        where=wording.where(row),
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.label,
        dimension=finding.dimension.value,
        message=finding.message,
        words=words,
        why=finding.why,
        advice=finding.advice,
        rewrites=tuple(
            (wording.lead(each), wording.suggested(each)) for each in finding.rewrites[: wording.MOST_REWRITES]
        ),
        guidance=f"{wording.GUIDED}: {finding.guidance}" if finding.guidance else "",
        gain=gain,
        basis=wording.basis(finding),
    )


def _remarks(message: MessageReport) -> tuple[str, ...]:
    remarks = [
        f"{row.finding.title}, {wording.silenced([row])}: {row.suppression.reason or 'no reason given'}"
        for row in message.suppressed
    ]
    return (*remarks, *(wording.unused_silence(message, row) for row in message.unused_suppressions))
