"""What a command costs as a whole process, with all that it starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_ENDINGS: Final = range(
    3
)  # a linter ends with 0 to 2 where it worked: passed, found something, or could not read it all


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system, with children), wall seconds, and peak memory of the largest process in MB."""

    cpu: float
    wall: float
    peak: float


class CommandError(Exception):
    """Raised when a command that is to be measured did not work; holds the end of what it said."""


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, counts: bool = False) -> Cost:
    """Run a command in a folder and tell its cost. `counts` says that it ends with the number of its findings."""
    # Installed packages have their bytecode; a checkout that may not keep its own would be compiled in every run.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    launched = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCHER), *command],
        cwd=folder,
        env={**around, **environment},
        capture_output=True,
        check=False,
    )
    said = launched.stderr.decode(errors="replace").strip()[-500:]
    if launched.returncode:
        raise CommandError(said)
    code, cpu, wall, peak = json.loads(launched.stdout)
    if code not in (range(256) if counts else _ENDINGS):
        raise CommandError(said)
    return Cost(cpu, wall, peak / 1000)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(median(row.cpu for row in costs), median(row.wall for row in costs), median(row.peak for row in costs))
