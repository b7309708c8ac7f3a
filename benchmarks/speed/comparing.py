"""The runs of a comparison: every tool on every corpus it reads, in turn, several times over."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.processes import CommandError, Cost, cost_of, middle
from benchmarks.speed.tools import Tool


@dataclass(frozen=True)
class Corpus:
    """A folder of `size` messages of a kind: "text" or "html", or "archive", which is text sent from templates."""

    kind: str
    size: int
    folder: Path


@dataclass(frozen=True)
class Trial:
    """A tool on a corpus. `warm` is the cache folder that a run before it fills; None for a cold run."""

    tool: Tool
    corpus: Corpus
    warm: Path | None = None

    @property
    def name(self) -> str:
        """The tool and how it was run."""
        return f"{self.tool.name}, unchanged" if self.warm else self.tool.name


Key = tuple[str, str, int]  # name of the trial, kind and size of its corpus


def measured(trials: Sequence[Trial], runs: int, tell: Callable[[str], None]) -> dict[Key, Cost]:
    """The median cost of each trial. Rounds go through all trials, so that a busy minute meets each alike."""
    costs: dict[Key, list[Cost]] = defaultdict(list)
    failed: set[int] = set()
    for _ in range(runs):
        for number, trial in enumerate(trials):
            if number in failed:
                continue
            key = (trial.name, trial.corpus.kind, trial.corpus.size)
            tell(f"{trial.name} on {trial.corpus.size} × {trial.corpus.kind} …")
            try:
                costs[key].append(_once(trial, is_first=not costs[key]))
            except CommandError as error:
                failed.add(number)
                tell(f"{trial.name} failed and is left out: {error}")
    return {key: middle(rows) for key, rows in costs.items() if rows}


def warm_up(tool: Tool, corpus: Corpus) -> None:
    """Run a tool once, unmeasured, so that its bytecode is written and its files are in memory."""
    with suppress(CommandError):
        cost_of(tool.command(corpus.folder), corpus.folder.parent, tool.environment, counts=tool.counts)


def _once(trial: Trial, *, is_first: bool) -> Cost:
    tool, folder = trial.tool, trial.corpus.folder
    if trial.warm and is_first:
        shutil.rmtree(trial.warm, ignore_errors=True)
        cost_of(tool.command(folder), folder.parent, tool.environment, counts=tool.counts)
    return cost_of(tool.command(folder), folder.parent, tool.environment, counts=tool.counts)


def table(costs: dict[Key, Cost], ours: str) -> Iterator[str]:
    """The costs as lines of a Markdown table, each with its CPU as a multiple of ours on the same corpus."""
    yield "| messages | tool | CPU s | wall s | peak MB | CPU, ours = 1 |"
    yield "|---|---|--:|--:|--:|--:|"
    for (name, kind, size), cost in sorted(costs.items(), key=lambda row: (row[0][1], row[0][2], row[1].cpu)):
        base = costs.get((ours, kind, size))
        ratio = f"{cost.cpu / base.cpu:.2f}" if base else ""
        yield f"| {size:,} {kind} | {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f} | {ratio} |"
