"""From findings and what is present to a score that a writer can retrace by hand.

Each dimension loses points for its findings; the total is a weighted geometric mean, so that the worst dimension
dominates (bad outweighs good: Rozin & Royzman 2001); some findings cap the total. What is kind never cancels what is
harmful: it can only fill the support dimension.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.scoring.report import Score
from empathy_lint.words import Dimension, Severity, band

# What one finding costs, and how fast a dimension falls: at a penalty of TAU it stands at 37 of 100.
POINTS: Final = {Severity.INFO: 1.0, Severity.MINOR: 2.5, Severity.MAJOR: 5.0, Severity.CRITICAL: 9.0}
TAU: Final = {
    Dimension.SAFETY: 14.0,
    Dimension.RESPECT: 16.0,
    Dimension.CLARITY: 16.0,
    Dimension.EASE: 9.0,
    Dimension.SUPPORT: 16.0,
}
WEIGHTS: Final = {
    Dimension.SAFETY: 0.28,
    Dimension.RESPECT: 0.22,
    Dimension.CLARITY: 0.15,
    Dimension.EASE: 0.13,
    Dimension.SUPPORT: 0.22,
}
# The second finding of a dimension costs 90 % of its points, the third 81 %, never less than 55 %: repeats cost less,
# and always something.
_REPEAT: Final = 0.9
_LEAST_SHARE: Final = 0.55
_FLOOR: Final = 4.0  # a dimension at nothing would make the whole score nothing
_WORDS: Final = 80  # clarity counts its findings per so many words; shorter messages are not blamed for being short
# Support of a message that offers nothing of what it owes. Readers rate silence as cold, not as hostile: on 333
# labelled messages ranks agree better so (Spearman 0.75) than with nothing at all (0.72).
_LEAST_SUPPORT: Final = 25.0
# What a message does for its reader, owed or not: readers rate those higher that offer some of it. On 652 messages of
# real senders ranks agree better so (Spearman 0.53) than without it (0.49), and on each of six other labelled sets.
_HELP: Final = {
    "acknowledge": "acknowledgement",
    "options": "options",
    "flexibility": "flexibility",
    "resources": "independent help",
    "dialogue": "a way to talk",
    "action": "what was done",
}
_ENOUGH_HELP: Final = 3
_PLAIN: Final = 0.88  # of the score is left to a message with none of it
_CRITICAL_CAP: Final = 40.0
CRITICAL: Final = "critical-finding"  # the name of that cap


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that the score needs to know of a finding."""

    rule: str
    dimension: Dimension
    severity: Severity
    element: str | None = None
    cap: float | None = None
    beneath: Severity | None = None  # of what is said of the words around once these are mended

    @classmethod
    def of(cls, finding: Finding) -> Weighed:
        """The finding without its words and its place."""
        return cls(finding.rule, finding.dimension, finding.severity, finding.element, finding.cap, finding.beneath)

    @property
    def mended(self) -> Weighed | None:
        """What is left of it once its words are mended."""
        return None if self.beneath is None else Weighed(self.rule, self.dimension, self.beneath)

    @property
    def costs(self) -> bool:
        """Whether it takes points: an element that is missing already lowers support, and is not counted twice."""
        return self.element is None


def score(findings: Iterable[Weighed], counts: Mapping[str, int], needs: Mapping[str, str], words: int) -> Score:
    """The score of a message.

    `counts` says how often each element is present, `needs` which are "required", "optional" or "none"; it is empty for
    a part of a message, which is held to none of them.
    """
    rows = sorted(findings, key=lambda row: (-row.severity, row.dimension, row.rule))
    arithmetic: list[str] = []
    dimensions: dict[Dimension, float | None] = {}
    for dimension in Dimension:
        own = [row for row in rows if row.dimension is dimension and row.costs]
        dimensions[dimension] = _dimension(dimension, own, counts, needs, words, arithmetic)
    mean = _mean(dimensions, arithmetic)
    if needs:  # a part of a message cannot offer what the whole does
        mean = _with_help(mean, counts, arithmetic)
    total, caps = _capped(mean, rows, arithmetic)
    return Score(total, _verdict(total, rows), dimensions, caps, tuple(arithmetic), mean)


def _verdict(total: float, findings: Iterable[Weighed]) -> str:
    """The band of the total; nothing is ready to send as long as one of its findings is grave."""
    name = band(round(total, 1))  # as it is reported
    if name == "ready" and any(row.severity >= Severity.MAJOR for row in findings):
        return "small-edits"
    return name


def penalty(severities: Iterable[Severity]) -> float:
    """Points lost by findings of these severities, the gravest counted in full."""
    ordered = sorted((POINTS[severity] for severity in severities), reverse=True)
    return sum(points * _share(place) for place, points in enumerate(ordered))


def _share(place: int) -> float:
    return max(_LEAST_SHARE, _REPEAT**place)


def _dimension(
    dimension: Dimension,
    findings: Sequence[Weighed],
    counts: Mapping[str, int],
    needs: Mapping[str, str],
    words: int,
    arithmetic: list[str],
) -> float | None:
    base, basis = 100.0, ""
    if dimension is Dimension.SUPPORT:
        required = sorted(element for element, need in needs.items() if need == "required")
        if not required:
            arithmetic.append("Support: not asked of this message, so its weight goes to the others.")
            return None
        there = [element for element in required if counts.get(element, 0) > 0]
        base = _LEAST_SUPPORT + (100.0 - _LEAST_SUPPORT) * len(there) / len(required)
        basis = f"{len(there)} of {len(required)} things this situation needs ({_listed(there, required)}) = {base:.1f}"
    lost = penalty(row.severity for row in findings)
    scale = _WORDS / max(words, _WORDS) if dimension is Dimension.CLARITY else 1.0
    value = base * math.exp(-lost * scale / TAU[dimension])
    arithmetic.append(_line(dimension, findings, basis, lost * scale, scale, value))
    return value


def _line(
    dimension: Dimension, findings: Sequence[Weighed], basis: str, lost: float, scale: float, value: float
) -> str:
    name = dimension.value.capitalize()
    parts = [f"{row.severity.label} {POINTS[row.severity]:g}×{_share(place):.2f}" for place, row in enumerate(findings)]
    if not parts:
        return f"{name}: {basis or 'no findings = 100.0'}"
    scaled = f" × {scale:.2f} for its length" if scale < 1 else ""
    start = f"{basis}, then " if basis else ""
    return f"{name}: {start}{' + '.join(parts)}{scaled} = {lost:.1f}; e^(−{lost:.1f}/{TAU[dimension]:g}) → {value:.1f}"


def _listed(there: Sequence[str], required: Sequence[str]) -> str:
    return ", ".join(element if element in there else f"no {element}" for element in required)


def _mean(dimensions: Mapping[Dimension, float | None], arithmetic: list[str]) -> float:
    known = {dimension: max(value, _FLOOR) for dimension, value in dimensions.items() if value is not None}
    weight = sum(WEIGHTS[dimension] for dimension in known)
    logs = sum(WEIGHTS[dimension] * math.log(value) for dimension, value in known.items())
    mean = min(math.exp(logs / weight), 100.0)
    factors = " · ".join(f"{value:.1f}^{WEIGHTS[dimension] / weight:.2f}" for dimension, value in known.items())
    arithmetic.append(f"Together, the worst weighing most: {factors} = {mean:.1f}")
    return mean


def _with_help(mean: float, counts: Mapping[str, int], arithmetic: list[str]) -> float:
    """The mean, a little lower where the message only does its business."""
    offered = [name for element, name in _HELP.items() if counts.get(element, 0) > 0]
    if len(offered) >= _ENOUGH_HELP:
        return mean
    factor = _PLAIN + (1 - _PLAIN) * len(offered) / _ENOUGH_HELP
    *names, last = _HELP.values()
    there = f"only {' and '.join(offered)}" if offered else "nothing"
    arithmetic.append(f"Of {', '.join(names)} and {last} it offers {there}: × {factor:.2f} = {mean * factor:.1f}")
    return mean * factor


def _capped(mean: float, findings: Sequence[Weighed], arithmetic: list[str]) -> tuple[float, tuple[str, ...]]:
    """The total under the caps, and the names of those that hold it down."""
    caps: dict[str, float] = {}
    for row in findings:
        if row.cap is not None:
            caps[row.rule] = min(row.cap, caps.get(row.rule, row.cap))
    if any(row.severity is Severity.CRITICAL for row in findings):
        caps[CRITICAL] = _CRITICAL_CAP
    total = min([mean, *caps.values()])
    names = tuple(sorted(name for name, cap in caps.items() if cap < mean))
    arithmetic.extend(f"At most {caps[name]:g} because of: {name}" for name in names)
    return total, names
