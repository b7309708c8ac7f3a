"""What the two harnesses share: a folder of inputs to start from, and the run itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

Survive = Callable[[bytes], None]
Seeds = Iterator[tuple[str, bytes]]  # name and content of each


def fuzz(survive: Survive, seeds: Callable[[], Seeds]) -> None:
    """Fuzz until an input gets the better of the code, or the time is over; empty folders are filled with `seeds`."""
    for word in sys.argv[1:]:
        if not word.startswith("-"):
            _fill(Path(word), seeds)
    atheris.Setup(sys.argv, survive)
    atheris.Fuzz()


def _fill(folder: Path, seeds: Callable[[], Seeds]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for name, data in seeds():
            (folder / name).write_bytes(data)
