"""The work that linting does, counted rather than timed: the same figures on every machine, however busy it is.

A regression in time is nearly always one in these: more calls of functions, sentences parsed or read by the tone model
more often than once. `tests/benchmarks` holds them against a budget.

    python -m benchmarks.speed.work [MESSAGES]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import FrameType
from typing import Any, Final
from unittest.mock import patch

from benchmarks.speed.corpus import as_html, as_text, drafts
from empathy_lint.api import lint

_MESSAGES: Final = 6


@dataclass(frozen=True)
class Work:
    """What linting some messages took: calls of functions (Python's and C's), sentences parsed, how many texts each
    network of the tone model read, the busiest first, and texts read by VADER, each as often as it was handed over.
    """

    words: int
    calls: int
    parsed: Counter[str]
    toned: list[int]
    felt: Counter[str]


def messages(count: int) -> list[tuple[str, str]]:
    """Names and texts of that many messages of filler, text and HTML in turn."""
    rows = enumerate(islice(drafts(None), count))
    return [(f"{i}.html", as_html(row)) if i % 2 else (f"{i}.txt", as_text(row)) for i, row in rows]


def work_of(rows: list[tuple[str, str]], *, trace: bool = True) -> Work:
    """Lint the messages, each once, and count. Without `trace`, which is slow, no calls are counted."""
    for path in ("first.txt", "first.html"):  # loads what is loaded once
        lint("<p>You have failed to pay {{ amount }}, so you must pay NOW or we will take legal action.</p>", path=path)
    parsed: Counter[str] = Counter()
    felt: Counter[str] = Counter()
    toned: Counter[int] = Counter()
    calls: Counter[str] = Counter()
    with _counted(parsed, toned, felt):
        if trace:
            sys.setprofile(_tracer(calls))
        try:
            for path, text in rows:
                lint(text, path=path)
        finally:
            sys.setprofile(None)
    words = sum(len(text.split()) for _, text in rows)
    return Work(words, calls["call"] + calls["c_call"], parsed, sorted(toned.values(), reverse=True), felt)


def _tracer(calls: Counter[str]) -> Any:
    def note(_frame: FrameType, event: str, _argument: object) -> None:
        calls[event] += 1

    return note


@contextmanager
def _counted(parsed: Counter[str], toned: Counter[int], felt: Counter[str]) -> Iterator[None]:
    """Counts what is handed to the libraries, at their own doors, whatever way our code takes to them."""
    from onnxruntime import InferenceSession
    from spacy.language import Language
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    pipe, run, polarity = Language.pipe, InferenceSession.run, SentimentIntensityAnalyzer.polarity_scores

    def counting_pipe(self: Any, texts: Any, *arguments: Any, **options: Any) -> Any:
        rows = list(texts)
        parsed.update(rows)
        return pipe(self, rows, *arguments, **options)

    def counting_run(self: Any, *arguments: Any, **options: Any) -> Any:
        toned[id(self)] += 1
        return run(self, *arguments, **options)

    def counting_polarity(self: Any, text: str) -> Any:
        felt[text] += 1
        return polarity(self, text)

    with (
        patch.object(Language, "pipe", counting_pipe),
        patch.object(InferenceSession, "run", counting_run),
        patch.object(SentimentIntensityAnalyzer, "polarity_scores", counting_polarity),
    ):
        yield


def main() -> None:
    """Print the counts for some messages."""
    work = work_of(messages(int(sys.argv[1]) if len(sys.argv) > 1 else _MESSAGES))
    print(f"{work.words} words: {work.calls / work.words:.0f} calls a word")
    for name, rows in (("parsed", work.parsed), ("read by VADER", work.felt)):
        print(f"{name}: {sum(rows.values())} texts, {len(rows)} distinct, {max(rows.values(), default=0)} at most")
    print(f"read by the networks of the tone model: {work.toned}")


if __name__ == "__main__":
    main()
