"""Processes that lint side by side, each with rules and models of its own. Outcomes come in the order of the files."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from empathy_lint.attempts import attempt
from empathy_lint.errors import Problem
from empathy_lint.garbage import leave_garbage
from empathy_lint.outcome import File, Outcome
from empathy_lint.outcomes import Crew, batches_of
from empathy_lint.settings.model import FileSettings, Flags
from empathy_lint.settings.resolving import Settings
from empathy_lint.verbosity import tell_more

# A process takes seconds to load what it lints with; below these, one is done before two have begun.
_WORTH_FILES: Final = 240
_WORTH_BYTES: Final = 1_000_000
_MOST: Final = 8  # processes that are started unasked: each takes some 300 MB
_AHEAD: Final = 2  # batches for each process that are under way or wait to be fetched
# Never copies of this process, which may hold threads and an open store; and children of it, so that whoever measures
# a run measures all of it.
_FRESH: Final = multiprocessing.get_context("spawn")
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class Orders:
    """What a worker has to know to lint as the whole run does."""

    flags: Flags
    config: Path | None
    rewrites: bool
    verbose: bool = False


@dataclass(frozen=True)
class _Order:
    """A file without its settings, which each worker finds for itself."""

    path: str
    data: bytes
    format: str | None
    root: str | None
    is_part: bool


class Workers:
    """A crew of `jobs` processes, started with the first batch. `instead` lints on where one of them is killed."""

    def __init__(self, jobs: int, orders: Orders, instead: Callable[[], Crew]) -> None:
        self._jobs = jobs
        self._orders = orders
        self._instead = instead
        self._pool: ProcessPoolExecutor | None = None
        self._broken = False

    def lint(self, batches: Sequence[Sequence[File]]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch, in order; no more batches are under way than the processes need."""
        waiting: deque[tuple[Sequence[File], Future[list[Outcome]] | None]] = deque()
        for batch in batches:
            waiting.append((batch, self._started(batch)))
            if len(waiting) >= _AHEAD * self._jobs:
                yield self._finished(*waiting.popleft())
        while waiting:
            yield self._finished(*waiting.popleft())

    def close(self) -> None:
        """End the processes, with what they have in hand and no more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _started(self, batch: Sequence[File]) -> Future[list[Outcome]] | None:
        if self._broken:
            return None
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, _FRESH, _begin, (self._orders,))
        try:
            return self._pool.submit(_lint, [_order(file) for file in batch])
        except BrokenExecutor:
            self._lost()
            return None

    def _finished(self, batch: Sequence[File], future: Future[list[Outcome]] | None) -> list[Outcome]:
        if future is not None:
            try:
                return future.result()
            except BrokenExecutor:  # most likely there was no memory left for so many
                self._lost()
            except Exception:
                # Something that cannot go from one process to another; here it need not.
                _LOG.debug("A batch is linted once more.", exc_info=True)
        return next(self._instead().lint([batch]))

    def _lost(self) -> None:
        _LOG.debug("A worker process was killed; the rest is linted in this one.")
        self._broken = True


def jobs_for(wanted: int | None, files: Sequence[File]) -> int:
    """How many processes are to lint the files: as many as are wanted; None: as many as are worth their start."""
    if wanted is not None:
        return wanted
    pays = len(files) >= _WORTH_FILES or sum(len(file.data) for file in files) >= _WORTH_BYTES
    return min(_cores(), _MOST, len(batches_of(files))) if pays else 1


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not told by this system
        return os.cpu_count() or 1


_worker: list[_Worker] = []  # the one of this process


class _Worker:
    def __init__(self, orders: Orders) -> None:
        from empathy_lint.file_linter import FileLinter

        self._settings = Settings(orders.flags, orders.config)
        self._linter = FileLinter(rewrites=orders.rewrites)

    def lint(self, orders: Sequence[_Order]) -> list[Outcome]:
        problems: list[list[Problem]] = [[] for _ in orders]
        files = [self._file(order, told) for order, told in zip(orders, problems, strict=True)]
        outcomes = iter(self._linter.lint_batch([file for file in files if file is not None]))
        return [
            Outcome((), tuple(told)) if file is None else next(outcomes)
            for file, told in zip(files, problems, strict=True)
        ]

    def _file(self, order: _Order, told: list[Problem]) -> File | None:
        settings = attempt(order.path, lambda: self._settings.of(order.path), told.extend)
        return None if settings is None else _file(order, settings)


def _order(file: File) -> _Order:
    return _Order(file.path, file.data, file.format, file.root, file.is_part)


def _file(order: _Order, settings: FileSettings) -> File:
    return File(order.path, order.data, settings, order.format, order.root, order.is_part)


def _begin(orders: Orders) -> None:
    # An interrupt reaches every process of a terminal; the one that started these says how the run ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_garbage()
    if orders.verbose:
        tell_more()
    _worker[:] = [_Worker(orders)]


def _lint(orders: Sequence[_Order]) -> list[Outcome]:
    return _worker[0].lint(orders)
