"""A progress bar on stderr, for runs that take long enough for someone at a terminal to wonder."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Final

_PATIENCE: Final = 1.0  # seconds before the bar appears


class Progress:
    """Shows how many files are done, once a run has taken a while and stderr is a terminal."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled and sys.stderr.isatty()
        self._start = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """Say that so many files of all are done."""
        if not self._enabled or (self._bar is None and time.monotonic() - self._start < _PATIENCE):
            return
        if self._bar is None:
            self._bar = _make_bar()
            self._task = self._bar.add_task("Reading", total=total)
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total)  # files are met that others hold


def _make_bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("files"))
    return RichProgress(*columns, console=Console(stderr=True), transient=True)
