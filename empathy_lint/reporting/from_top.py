"""Paths from the top of the repository, for reports that a CI service reads, wherever in it the program runs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_lint.errors import Problem
from empathy_lint.reading.message import Source
from empathy_lint.scoring.report import MessageReport, RunReport

if TYPE_CHECKING:
    from empathy_lint.reporting.formats import Reporter


class FromTop:
    """Hands messages on with their paths as the service knows the files: from `top`, with forward slashes."""

    def __init__(self, reporter: Reporter, top: Path) -> None:
        self._reporter = reporter
        self._top = top
        self._moved: tuple[Source, Source] | None = None

    def message(self, report: MessageReport) -> None:
        """One more message."""
        self._reporter.message(replace(report, message=replace(report.message, source=self._source(report))))

    def end(self, run: RunReport) -> None:
        """The run is over."""
        self._reporter.end(replace(run, errors=tuple(self._problem(problem) for problem in run.errors)))

    def _source(self, report: MessageReport) -> Source:
        """The message's source with its path from the top; one for all messages of a file, whose lines it knows."""
        source = report.message.source
        if self._moved is None or self._moved[0] is not source:
            self._moved = source, replace(source, path=_from_top(source.path, self._top))
        return self._moved[1]

    def _problem(self, problem: Problem) -> Problem:
        return replace(problem, path=_from_top(problem.path, self._top)) if problem.path else problem


def _from_top(path: str, top: Path) -> str:
    """The path from `top`, or as it was where it does not lie in it."""
    relative = os.path.relpath(path, top)
    return path if Path(relative).parts[:1] == (os.pardir,) else relative.replace(os.sep, "/")
