"""One JSON object a line: each message as soon as it is done, then a summary; nothing is kept in between.

A line has a `type`: `message`, with what the JSON report says about one, or `summary`, with the rest of that report.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from empathy_lint.reporting.json_report import message_as_json, run_as_json
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.scoring.summary import Tally


def start(out: TextIO, view: View) -> _Lines:  # noqa: ARG001 - one signature for every format
    """A reporter that writes to `out`."""
    return _Lines(out)


class _Lines:
    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._tally = Tally()

    def message(self, report: MessageReport) -> None:
        self._tally.add(report)
        self._write({"type": "message", **message_as_json(report)})
        self._out.flush()  # whoever reads along need not wait for the rest

    def end(self, run: RunReport) -> None:
        self._write({"type": "summary", **run_as_json(run, self._tally.summary())})

    def _write(self, row: dict[str, Any]) -> None:
        # ASCII, since U+2028 and the like end a line for some readers.
        self._out.write(json.dumps(row, separators=(",", ":")) + "\n")
