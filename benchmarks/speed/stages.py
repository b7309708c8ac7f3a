"""Where the time of a check goes, by stage.

    python -m benchmarks.speed.stages FOLDER [options of check]

A sampling profile: at every tick of CPU time it notes what is running and charges it the CPU time since the last
note. Ticks that come while C code runs are heard when it returns, and so charged to its caller, with all they took;
nothing is slowed down that matters, unlike with a tracing profiler, which makes small functions look dear.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Final

_TICK: Final = 0.002  # CPU seconds
_OTHER: Final = "anything else"
# What stands in the path of the file that runs, innermost frame first, and the stage it belongs to.
_STAGES: Final = (
    ("importlib", "imports"),
    ("/empathy_lint/language/tone/", "tone model"),
    ("/empathy_lint/language/sentiment", "sentiment"),
    ("/empathy_lint/language/readability", "readability"),
    ("/vaderSentiment/", "sentiment"),
    ("/textstat/", "readability"),
    ("/spacy/", "parser"),
    ("/thinc/", "parser"),
    ("/empathy_lint/language/pipeline", "parser"),
    ("/empathy_lint/language/", "facts, directives, sentences"),
    ("/empathy_lint/reading/", "reading"),
    ("/empathy_lint/checking/packs", "rules: loading"),
    ("/empathy_lint/checking/compiling", "rules: loading"),
    ("/empathy_lint/checking/schema", "rules: loading"),
    ("/yaml/", "rules: loading"),
    ("/empathy_lint/checking/", "rules: checking"),
    ("/empathy_lint/rewriting/", "rewriting"),
    ("/empathy_lint/scoring/", "scoring"),
    ("/empathy_lint/reporting/", "reporting"),
    ("/rich/", "reporting"),
    ("/empathy_lint/settings/", "settings"),
    ("/empathy_lint/cache", "cache"),
)
_PROVING: Final = "/empathy_lint/rewriting/proof"


class Sampler:
    """Charges CPU time to stages while it runs; `spent` by stage, `proving` that of linting rewritten versions."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.proving = 0.0
        self._noted = 0.0

    def __enter__(self) -> Sampler:
        self._noted = time.process_time()
        signal.signal(signal.SIGPROF, self._note)
        signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def _note(self, _signal: int, frame: FrameType | None) -> None:
        now = time.process_time()
        files = []
        while frame is not None:
            files.append(frame.f_code.co_filename)
            frame = frame.f_back
        self.spent[stage_of(files)] += now - self._noted
        if any(_PROVING in file for file in files):
            self.proving += now - self._noted
        self._noted = now


def stage_of(files: list[str]) -> str:
    """The stage that the files of a stack, innermost first, belong to."""
    for file in files:
        for part, stage in _STAGES:
            if part in file:
                return stage
    return _OTHER


def main() -> None:
    """Check as the arguments say, in this process, and print the time by stage."""
    with (
        Sampler() as sampler,
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.suppress(SystemExit),
    ):
        from empathy_lint.cli import main as run

        sys.argv = ["empathy-lint", "check", "--quiet", *sys.argv[1:]]
        run()
    whole = sum(sampler.spent.values())
    print("| stage | CPU s | share |\n|---|--:|--:|")
    for stage, seconds in sampler.spent.most_common():
        print(f"| {stage} | {seconds:.2f} | {seconds / whole:.0%} |")
    print(f"| all | {whole:.2f} | |")
    print(f"\nOf that, linting rewritten versions again took {sampler.proving:.2f} s ({sampler.proving / whole:.0%}).")


if __name__ == "__main__":
    main()
