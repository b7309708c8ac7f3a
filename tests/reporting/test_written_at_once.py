"""A terminal report is written a message at a time, while the run goes on: many small writes took longer than finding
what they say.
"""

from __future__ import annotations

import io
from pathlib import Path

from empathy_lint.reporting.formats import FORMATS, is_written_as_it_goes, reporter, write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run


class Counting(io.StringIO):
    """A stream that counts how often it is written to."""

    writes = 0

    def write(self, text: str) -> int:
        self.writes += 1
        return super().write(text)


def test_a_message_is_written_at_once(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("You have failed to pay. We will sue you.\n", encoding="utf-8")
    out = Counting()
    write_report(Run().lint_paths([str(tmp_path)]), "terminal", out, View(color=False, width=80))
    assert len(out.getvalue().splitlines()) > 30
    assert out.writes <= 4  # three messages and the overview


def test_a_file_is_told_before_the_next_one_is_done(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("You have failed to pay. We will sue you.\n", encoding="utf-8")
    out = io.StringIO()
    terminal = reporter("terminal", out, View(color=False, width=80))
    first, second, _ = Run().reports([str(tmp_path)])
    terminal.message(first)
    terminal.message(second)
    assert "0.txt" in out.getvalue()
    assert "1.txt" not in out.getvalue()


def test_only_formats_that_need_not_know_the_end_are_written_as_it_goes() -> None:
    assert [name for name in FORMATS if is_written_as_it_goes(name)] == ["terminal", "jsonl", "csv"]
