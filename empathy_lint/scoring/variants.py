"""The score of a message with branches: that of its worst variant, and the conditions that lead there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from empathy_lint.checking.check import Checked
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.sameness import Key
from empathy_lint.language.analysis import Metrics
from empathy_lint.scoring.report import Score, ScoredFinding
from empathy_lint.scoring.score import Weighed, score

_SAME = 0.5  # points; what changes a score by less does not lead to it


@dataclass(frozen=True)
class ScoredVariant:
    """One variant with its score; `without` remembers what the total would be without a finding that weighs so."""

    when: tuple[str, ...]
    metrics: Metrics
    counts: Mapping[str, int]
    needs: Mapping[str, str]
    weighed: Mapping[Key, Weighed]
    score: Score
    without: dict[Weighed, float] = field(default_factory=dict)

    def total_without(self, key: Key) -> float:
        """The total without the finding, or with the element it misses. Findings that weigh the same gain the same."""
        row = self.weighed.get(key)
        if row is None:
            return self.score.total
        if row not in self.without:
            rest = [each for name, each in self.weighed.items() if name != key]
            rest += [row.mended] if row.mended else []
            filled = (
                {**self.counts, row.element: max(1, self.counts.get(row.element, 0))} if row.element else self.counts
            )
            self.without[row] = score(rest, filled, self.needs, self.metrics.words).total
        return self.without[row]


def scored_variant(checked: Checked, keys: Sequence[Key], metrics: Metrics, when: tuple[str, ...]) -> ScoredVariant:
    """Score what one variant says and offers; `keys` are those of its findings, in order."""
    counts = {element: len(offers) for element, offers in checked.presence.items()}
    weighed = {key: Weighed.of(finding) for key, finding in zip(keys, checked.findings, strict=False)}
    total = score(weighed.values(), counts, checked.needs, metrics.words)
    return ScoredVariant(when, metrics, counts, checked.needs, weighed, total)


def worst_of(variants: Sequence[ScoredVariant]) -> int:
    """The number of the variant with the lowest score as reported; of equals the one that asks most, then says most."""

    def rank(number: int) -> tuple[float, float, int, int]:
        variant = variants[number]
        return *_rank(variant.score), -variant.metrics.decision_steps, -variant.metrics.words

    return min(range(len(variants)), key=rank)


def scored_findings(
    findings: Sequence[tuple[Key, Finding]], variants: Sequence[ScoredVariant]
) -> tuple[ScoredFinding, ...]:
    """Each finding with the total that the message would have without it: the lowest that any variant would have.

    What is beneath it has done its part in that.
    """
    return tuple(
        ScoredFinding(replace(finding, beneath=None), min(variant.total_without(key) for variant in variants))
        for key, finding in findings
    )


def leading_conditions(variants: Sequence[ScoredVariant], worst: int) -> tuple[str, ...]:
    """The conditions of the worst variant that make it so: every variant in which they hold scores as low as it.

    Conditions that change nothing are left out, so a reader sees what to look at and no more.
    """
    told = list(variants[worst].when)
    total, uncapped = _rank(variants[worst].score)
    better = [
        frozenset(variant.when)
        for variant in variants
        if variant.score.total >= total + _SAME or variant.score.uncapped >= uncapped + _SAME
    ]
    for condition in reversed(variants[worst].when):
        rest = [each for each in told if each != condition]
        if not any(when.issuperset(rest) for when in better):
            told = rest
    return tuple(told)


def _rank(score: Score) -> tuple[float, float]:
    """The total as it is reported, then what it would be without caps."""
    return round(score.total, 1), round(score.uncapped, 1)
