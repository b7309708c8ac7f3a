"""Where the outcomes of files come from: what is known of them already, and for the rest somebody who lints."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from empathy_lint.garbage import collect_garbage
from empathy_lint.outcome import File, Outcome

if TYPE_CHECKING:  # most runs have either nothing to look up or nothing to lint
    from empathy_lint.kept.results import Results

# Files that are linted together: enough for the parser to be quick, few enough to keep memory flat.
_BATCH: Final = 8
_BATCH_BYTES: Final = 250_000
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

    def of(self, rows: Iterable[_T], file_of: Callable[[_T], File | None]) -> Iterator[tuple[_T, Outcome | None]]:
        """Each row with the outcome of its file; None where it has no file."""
        for window in _windows(rows, file_of):
            left = deque(window)
            known = deque(self._known([file for _, file in window if file is not None]))
            found = [file for _, file in window if file is not None]
            fresh = self._fresh([file for file, outcome in zip(found, known, strict=True) if outcome is None])
            del window, found
            # Taken off one by one, so that a report that was handed on is not held here.
            while left:
                row, file = left.popleft()
                yield row, None if file is None else known.popleft() or next(fresh)
            collect_garbage()

    def _known(self, files: Sequence[File]) -> Iterable[Outcome | None]:
        return self._results.find(files) if self._results is not None else [None] * len(files)

    def _fresh(self, files: Sequence[File]) -> Iterator[Outcome]:
        if not files:
            return
        batches = batches_of(files)
        for batch, outcomes in zip(batches, self._crew_for(files).lint(batches), strict=True):
            if self._results is not None:
                self._results.keep(zip(batch, outcomes, strict=True))
            yield from outcomes


def batches_of(files: Iterable[File]) -> list[list[File]]:
    """The files as they are linted together."""
    return list(_portions(files, lambda file: len(file.data), _BATCH, _BATCH_BYTES))


def _windows(rows: Iterable[_T], file_of: Callable[[_T], File | None]) -> Iterator[list[tuple[_T, File | None]]]:
    with_files = ((row, file_of(row)) for row in rows)
    return _portions(with_files, lambda row: len(row[1].data) if row[1] else 0, _WINDOW, _WINDOW_BYTES)


def _portions(rows: Iterable[_T], size_of: Callable[[_T], int], most: int, most_bytes: int) -> Iterator[list[_T]]:
    """The rows, so many or so much at a time."""
    portion: list[_T] = []
    size = 0
    for row in rows:
        portion.append(row)
        size += size_of(row)
        if len(portion) >= most or size >= most_bytes:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
