"""Whole letters and the reports they must give, word for word.

After a change that is meant, write the reports anew with `UPDATE_REPORTS=1 pytest tests/reporting` and read the diff
as a content writer would.
"""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run
from empathy_lint.scoring.report import RunReport

FIXTURES = Path(__file__).parents[2] / "fixtures"
LETTERS = sorted(path.name for path in (FIXTURES / "letters").iterdir())


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)


def report_on(*paths: str) -> RunReport:
    return Run().lint_paths(paths)


def drawn(report: RunReport, name: str) -> str:
    out = io.StringIO()
    write_report(report, name, out, View(color=False, width=80))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def check(path: Path, said: str) -> None:
    if os.environ.get("UPDATE_REPORTS"):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", LETTERS)
def test_the_terminal_report(letter: str) -> None:
    check(FIXTURES / "reports" / f"{letter}.txt", drawn(report_on(f"letters/{letter}"), "terminal"))


def test_the_terminal_report_on_a_folder_ends_with_an_overview() -> None:
    check(FIXTURES / "reports" / "folder.txt", drawn(report_on("letters"), "terminal").split("─" * 80)[-1])


def test_the_concise_report() -> None:
    check(FIXTURES / "reports" / "folder.concise.txt", drawn(report_on("letters"), "concise"))


def test_the_markdown_report() -> None:
    check(FIXTURES / "reports" / "folder.md.txt", drawn(report_on("letters"), "markdown"))


@pytest.mark.parametrize("letter", LETTERS)
def test_json_tells_exact_places(letter: str) -> None:
    source = (FIXTURES / "letters" / letter).read_text(encoding="utf-8")
    data = json.loads(drawn(report_on(f"letters/{letter}"), "json"))
    (message,) = data["messages"]
    assert message["path"] == f"letters/{letter}"
    for finding in message["findings"]:
        if finding["start"] is None:
            assert finding["text"] is None
            continue
        start, end = finding["start"], finding["end"]
        assert source[start["offset"] : end["offset"]] == finding["text"]
        before = source[: start["offset"]]
        assert start["line"] == before.count("\n") + 1
        assert start["column"] == start["offset"] - (before.rfind("\n") + 1) + 1


def test_no_line_is_wider_than_the_terminal() -> None:
    lines = drawn(report_on("letters"), "terminal").splitlines()
    assert max(map(len, lines)) <= 80
