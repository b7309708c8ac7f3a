"""The program run on hostile files as a process: with a bound on memory, and its report read back."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from empathy_lint.reading.reader import read

_MEMORY = 3_000_000_000  # bytes of address space; the models alone reserve a quarter of it
_SECONDS = 900  # against a hang, not for speed: far more than any run takes


@dataclass(frozen=True)
class Done:
    """How a run ended, and its report."""

    code: int
    report: dict[str, Any]
    stderr: str

    def errors_of(self, path: Path | str) -> list[str]:
        return [row["message"] for row in self.report["errors"] if row["path"] == str(path)]

    def messages_of(self, path: Path | str) -> list[dict[str, Any]]:
        return [row for row in self.report["messages"] if row["path"] == str(path)]


def check(*words: str, cwd: Path) -> Done:
    """`empathy-lint check … --format json`, which must end by itself, with a code of its own and no traceback."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))

    done = subprocess.run(
        [sys.executable, "-m", "empathy_lint", "check", "--format", "json", *words],
        cwd=cwd,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        timeout=_SECONDS,
        preexec_fn=bound,
        check=False,
    )
    stderr = done.stderr.decode("utf-8", "replace")
    assert done.returncode in (0, 1, 2), stderr[-2000:]
    assert "Traceback" not in stderr, stderr[-2000:]
    report = json.loads(done.stdout)
    for row in report["errors"]:
        assert "Something went wrong inside" not in row["message"], row
    return Done(done.returncode, report, stderr)


def assert_spans(done: Done, root: Path) -> None:
    """Every finding's text stands in its file where the report says, by offset and by line and column."""
    texts: dict[str, str] = {}
    for message in done.report["messages"]:
        path = message["path"]
        if path not in texts:
            file = root / path
            texts[path] = read(path, file.read_bytes()).messages[0].source.text
        for finding in message["findings"]:
            start, end = finding["start"], finding["end"]
            if start is not None:
                assert texts[path][start["offset"] : end["offset"]] == finding["text"]
                line_start = start["offset"] - start["column"] + 1
                assert line_start == 0 or texts[path][line_start - 1] in "\n\r", (path, finding)
