"""Garbage is not looked for while the program loads, and is looked for again in long runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_lint.garbage import collect_garbage, leave_garbage
from empathy_lint.run import Run


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    collect_garbage()
    gc.enable()
    gc.unfreeze()


def test_garbage_is_left_until_it_is_collected_again() -> None:
    leave_garbage()
    assert not gc.isenabled()
    collect_garbage()
    assert gc.isenabled()


def test_what_was_loaded_is_not_looked_through() -> None:
    leave_garbage()
    collect_garbage()
    assert gc.get_freeze_count() > 0


def test_a_process_that_collects_by_itself_is_left_alone() -> None:
    gc.disable()
    leave_garbage()
    collect_garbage()
    assert not gc.isenabled()


def test_a_run_collects_again_once_its_first_files_are_done(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sam,\n\nYour letter has come.\n", encoding="utf-8")
    leave_garbage()
    list(Run().reports([str(tmp_path)]))
    assert gc.isenabled()
