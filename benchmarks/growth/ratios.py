"""What twice as much costs: the time of 8 MB over that of 4 MB, for each dialect, each format and each kind of rule.

    python -m benchmarks.growth.ratios [--only WORD] [--largest 8000000] [--seconds 30]

Each file is doubled from 250 kB until one run takes longer than `--seconds`, or to `--largest`; the last two sizes are
compared. Files are read with all limits raised to their ceilings; by kinds of rule they are checked, from 32 kB on.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from benchmarks.growth.kinds import KINDS, check_by, text_of_examples
from benchmarks.growth.samples import Sample, dialects, formats
from empathy_lint.limits import HIGHEST
from empathy_lint.reading.reader import read
from empathy_lint.settings.reading import ReadingOptions

_UNLIMITED: Final = ReadingOptions(HIGHEST)
_HALVINGS: Final = {"dialect": 5, "format": 5, "kind of rule": 8}  # from the largest size down to the first
_TOO_MUCH: Final = 2.5  # times the time for twice the size; on a busy machine 2.3 means nothing

Run = Callable[[str, bytes], None]


class Compared(NamedTuple):
    """CPU seconds of a file of `size` characters and of one half as large."""

    group: str
    name: str
    size: int
    half: float
    whole: float

    @property
    def ratio(self) -> float:
        """How many times the time is for twice the size."""
        return self.whole / max(self.half, 0.001)


def compared(group: str, sample: Sample, run: Run, largest: int, seconds: float) -> Compared:
    """Double a file until it takes too long."""
    size = largest >> _HALVINGS[group]
    whole = _timed(sample, run, size)
    while True:
        size, half = 2 * size, whole
        whole = _timed(sample, run, size)
        if size >= largest or whole > seconds:
            return Compared(group, sample.name, size, half, whole)


def _timed(sample: Sample, run: Run, size: int) -> float:
    data = sample.data(size)
    gc.collect()
    started = time.process_time()
    run(sample.path, data)
    return time.process_time() - started


def _read(path: str, data: bytes) -> None:
    read(path, data, options=_UNLIMITED)


def _checked(kind: str) -> Run:
    check = check_by(kind)
    return lambda path, data: check(path, data, _UNLIMITED)


def _samples() -> Iterator[tuple[str, Sample, Run]]:
    yield from (("dialect", sample, _read) for sample in dialects())
    yield from (("format", sample, _read) for sample in formats())
    yield from (("kind of rule", Sample(kind, "a.txt", text_of_examples), _checked(kind)) for kind in KINDS)


def main() -> None:
    """Read the arguments, measure, print a row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="a word in the group or the name of what to measure")
    parser.add_argument("--largest", type=int, default=8_000_000, help="characters of the largest file")
    parser.add_argument("--seconds", type=float, default=30, help="the longest run after which a file is doubled")
    arguments = parser.parse_args()
    for sample in (*dialects(), *formats()):  # what is loaded once is no time of a file
        _read(sample.path, sample.data(1_000))
    print("| | | MB | CPU s of half | CPU s | times |\n|---|---|--:|--:|--:|--:|")
    steep = 0
    for group, sample, run in _samples():
        if arguments.only in f"{group}: {sample.name}":
            row = compared(group, sample, run, arguments.largest, arguments.seconds)
            steep += row.ratio > _TOO_MUCH
            cells = f"{row.half:.1f} | {row.whole:.1f} | {row.ratio:.2f}"
            print(f"| {group} | {row.name} | {row.size / 1e6:g} | {cells} |", flush=True)
    print(f"\n{steep} above {_TOO_MUCH}", file=sys.stderr)


if __name__ == "__main__":
    main()
