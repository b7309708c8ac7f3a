"""A report format of an installed package: whatever is wrong in it is told with the name of its package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from empathy_lint.errors import ProblemError
from empathy_lint.plugins import Plugin
from empathy_lint.scoring.report import MessageReport, RunReport

if TYPE_CHECKING:
    from empathy_lint.reporting.formats import Reporter


class Guarded:
    """Hands messages on to the package's reporter; raises ProblemError when that fails, or cannot be started."""

    def __init__(self, plugin: Plugin, start: Callable[[Any], Reporter]) -> None:
        self._plugin = plugin
        module = plugin.load()
        with self._named():
            self._reporter = start(module)

    def message(self, report: MessageReport) -> None:
        """One more message."""
        with self._named():
            self._reporter.message(report)

    def end(self, run: RunReport) -> None:
        """The run is over."""
        with self._named():
            self._reporter.end(run)

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ProblemError):
            raise  # a full disk or a reader that went away, which is told as for every format
        except Exception as error:
            raise ProblemError(self._plugin.problem("failed", error)) from error
