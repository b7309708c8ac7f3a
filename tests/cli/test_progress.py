"""How far a run is, for someone who waits at a terminal."""

from __future__ import annotations

import sys

from rich.progress import Progress as RichProgress

from empathy_lint.cli import progress


def test_files_that_are_met_on_the_way_raise_the_whole(monkeypatch):
    bar = RichProgress(disable=True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_make_bar", lambda: bar)
    with progress.Progress(enabled=True) as shown:
        shown.show(1, 2)
        shown.show(3, 5)
    assert [(task.completed, task.total) for task in bar.tasks] == [(3, 5)]
