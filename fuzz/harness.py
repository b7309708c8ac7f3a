"""Fuzzing guided by coverage: atheris changes our files until new code is reached, and keeps what crashes.

    python -m fuzz.harness [-max_total_time=SECONDS] [-artifact_prefix=FOLDER/] [FOLDER]

The first byte of an input chooses the format that it is read as. FOLDER keeps inputs that reached new code; our files
are put into it where it is empty. Options are libFuzzer's. Needs the extra `fuzz`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["empathy_lint.reading"], enable_loader_override=False):
    from empathy_lint import reading

    # Formats are imported where a file of theirs is met, which is too late to be watched.
    for module in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}."):
        import_module(module.name)
    from empathy_lint.reading.formats import FORMATS
    from fuzz.running import fuzz
    from fuzz.seeds import seeds
    from fuzz.survival import survives_reading


def survive(data: bytes) -> None:
    """Read an input as the format that its first byte chooses, or, one time in two, as its name and content tell."""
    if len(data) < 2:
        return
    choice, content = data[0], data[1:]
    name = FORMATS[choice // 2 % len(FORMATS)]
    path = seeds()[name][0][0]
    survives_reading(path, content, name if choice % 2 else None)


def _seeds() -> Iterator[tuple[str, bytes]]:
    for number, name in enumerate(FORMATS):
        for place, (_, data) in enumerate(seeds()[name]):
            yield f"{name}-{place}", bytes([number * 2 + 1]) + data


if __name__ == "__main__":
    fuzz(survive, _seeds)
