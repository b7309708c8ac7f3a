"""How the time of reading and checking grows with the size of hostile input: one command.

    python -m benchmarks.growth [--only WORD] [--check] [--largest 8000000] [--seconds 20] [--worst 20]

Every adversary of `fuzz/adversarial.py` is doubled from 32 kB until one run takes longer than `--seconds`, or to
`--largest`. Printed is the exponent of the last doublings: 1 for time that grows like the size, 2 for its square, and
the seconds of the largest. Without `--check` files are only read; with it, they are checked, rewrites included.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from empathy_lint.errors import ProblemError
from empathy_lint.limits import HIGHEST
from empathy_lint.reading.reader import read
from empathy_lint.settings.reading import ReadingOptions
from fuzz.adversarial import Adversary, adversaries

_SMALLEST: Final = 32_000
_SMALLEST_CHECKED: Final = 2_000
_UNLIMITED: Final = ReadingOptions(HIGHEST)
_TOO_SHORT: Final = 0.05  # seconds; what takes less says nothing about growth


@dataclass(frozen=True)
class Growth:
    """What was seen of an adversary: CPU seconds by size."""

    name: str
    seconds: tuple[tuple[int, float], ...]

    @property
    def exponent(self) -> float:
        """How the time grew over the last two doublings that took long enough to tell; 0 where none did."""
        told = [row for row in self.seconds if row[1] >= _TOO_SHORT][-3:]
        if len(told) < 2:
            return 0.0
        (size, first), (larger, last) = told[0], told[-1]
        return math.log(last / first) / math.log(larger / size)


def growth_of(adversary: Adversary, run: Callable[[str, bytes], object], sizes: range, seconds: float) -> Growth:
    """Double the adversary's size from the start of `sizes` to its end, until a run takes too long."""
    rows, size = [], sizes.start
    while size <= sizes.stop:
        data = adversary.data(size)
        started = time.process_time()
        run(adversary.path, data)
        rows.append((size, time.process_time() - started))
        if rows[-1][1] > seconds:
            break
        size *= 2
    return Growth(adversary.name, tuple(rows))


def main() -> None:
    """Read the arguments, measure, print the worst first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="a word in the name of the adversaries to try")
    parser.add_argument("--check", action="store_true", help="check the files, not only read them")
    parser.add_argument("--largest", type=int, default=8_192_000, help="characters of the largest file")
    parser.add_argument("--seconds", type=float, default=20, help="the longest run after which a file is doubled")
    parser.add_argument("--worst", type=int, default=20, help="how many to print")
    arguments = parser.parse_args()
    run, smallest = (_check, _SMALLEST_CHECKED) if arguments.check else (_read, _SMALLEST)
    sizes = range(smallest, arguments.largest)
    rows = []
    for adversary in adversaries():
        if arguments.only in adversary.name:
            rows.append(growth_of(adversary, run, sizes, arguments.seconds))
            print(f"{rows[-1].exponent:5.2f} {rows[-1].name}", file=sys.stderr, flush=True)
    print("| exponent | adversary | characters | CPU s |\n|--:|---|--:|--:|")
    for row in sorted(rows, key=lambda row: -row.exponent)[: arguments.worst]:
        size, seconds = row.seconds[-1]
        print(f"| {row.exponent:.2f} | {row.name.replace('|', '¦')} | {size:,} | {seconds:.2f} |")
    print(f"\n{len(rows)} adversaries, {sum(row.exponent > 1.3 for row in rows)} with an exponent above 1.3")


def _read(path: str, data: bytes) -> None:
    try:
        read(path, data, options=_UNLIMITED)
    except ProblemError:
        return  # refusing is an answer, too; it is the time it took that counts


def _check(path: str, data: bytes) -> None:
    from fuzz.survival import checked

    checked(path, data)


if __name__ == "__main__":
    main()
