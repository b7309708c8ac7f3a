"""Where the outcomes of files come from: what is known of them already, and for the rest somebody who lints."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from empathy_lint.outcome import File, Outcome

if TYPE_CHECKING:  # most runs have either nothing to look up or nothing to lint
    from empathy_lint.kept.results import Results

# Files that are linted together: enough for the parser to be quick, few enough to keep memory flat.
BATCH: Final = 24
# Files that are looked up together, before any of them is linted.
_WINDOW: Final = 1000
_WINDOW_BYTES: Final = 8_000_000
_T = TypeVar("_T")


class Crew(Protocol):
    """Lints batches of files; outcomes come in the order of the files."""

    def lint(self, batches: Sequence[Sequence[File]]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch, as soon as they are there."""


class Outcomes:
    """The outcomes of files, in their order. `crew_for` is asked who lints so many files, once it is known which."""

    def __init__(self, crew_for: Callable[[Sequence[File]], Crew], results: Results | None = None) -> None:
        self._crew_for = crew_for
        self._results = results

    def of(self, files: Iterable[_T], file_of: Callable[[_T], File | None]) -> Iterator[tuple[_T, Outcome | None]]:
        """Each row with the outcome of its file; None where it has no file."""
        for window in _windows(files, file_of):
            rows = deque(window)
            known = deque(self._known([file for _, file in window if file is not None]))
            found = [file for _, file in window if file is not None]
            fresh = self._fresh([file for file, outcome in zip(found, known, strict=True) if outcome is None])
            del window, found
            # Taken off one by one, so that a report that was handed on is not held here.
            while rows:
                row, file = rows.popleft()
                yield row, None if file is None else known.popleft() or next(fresh)

    def _known(self, files: Sequence[File]) -> Iterable[Outcome | None]:
        return self._results.find(files) if self._results is not None else [None] * len(files)

    def _fresh(self, files: Sequence[File]) -> Iterator[Outcome]:
        if not files:
            return
        batches = list(portions(files, BATCH))
        for batch, outcomes in zip(batches, self._crew_for(files).lint(batches), strict=True):
            if self._results is not None:
                self._results.keep(zip(batch, outcomes, strict=True))
            yield from outcomes


def portions(rows: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The rows, so many at a time."""
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


def _windows(rows: Iterable[_T], file_of: Callable[[_T], File | None]) -> Iterator[list[tuple[_T, File | None]]]:
    window: list[tuple[_T, File | None]] = []
    size = 0
    for row in rows:
        file = file_of(row)
        window.append((row, file))
        size += len(file.data) if file is not None else 0
        if len(window) >= _WINDOW or size >= _WINDOW_BYTES:
            yield window
            window, size = [], 0
    if window:
        yield window
