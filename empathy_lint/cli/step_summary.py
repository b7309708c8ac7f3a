"""The summary that GitHub shows on the page of a workflow, beside the annotations."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_lint.cli.outputs import Output
from empathy_lint.errors import Problem, ProblemError

if TYPE_CHECKING:
    from empathy_lint.reporting.view import View
    from empathy_lint.scoring.report import MessageReport, RunReport


class StepSummary:
    """Appends to the file that GITHUB_STEP_SUMMARY names, where one of the outputs is for GitHub."""

    def __init__(self, outputs: Sequence[Output], view: View) -> None:
        path = os.environ.get("GITHUB_STEP_SUMMARY")
        self._path = Path(path) if path and any(row.format_name == "github" for row in outputs) else None
        self._view = view
        self._messages: list[MessageReport] = []

    def message(self, report: MessageReport) -> None:
        """One more message."""
        if self._path is not None:
            self._messages.append(report)

    def end(self, run: RunReport) -> None:
        """Append the summary; raises ProblemError when that cannot be done."""
        if self._path is None:
            return
        from empathy_lint.reporting.github_summary import write

        text = StringIO()
        write(replace(run, messages=tuple(self._messages)), text, self._view)
        try:
            _append(self._path, text.getvalue().encode("utf-8", "backslashreplace"))
        except OSError as error:
            reason = (error.strerror or "it could not be opened").lower()
            raise ProblemError(Problem(str(self._path), f"The summary cannot be written here: {reason}.")) from error


def _append(path: Path, data: bytes) -> None:
    """Append all of the data or nothing: it is not put in place of the file, where other steps may have written."""
    with path.open("ab", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
        except OSError:
            file.truncate(size)
            raise
