"""A file is replaced whole or left as it was: also when the disk is full, or somebody else was quicker."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.fixing.atomic import replace_content

OLD, NEW = b"old\r\n", b"new\r\n" * 1000


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(OLD)
    return path


def test_the_content_is_replaced_and_the_mode_stays(letter: Path) -> None:
    letter.chmod(0o640)
    replace_content(str(letter), OLD, NEW)
    assert letter.read_bytes() == NEW
    assert stat.S_IMODE(letter.stat().st_mode) == 0o640
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(letter: Path) -> None:
    with pytest.raises(ProblemError, match="changed while it was being read"):
        replace_content(str(letter), b"something else", NEW)
    assert letter.read_bytes() == OLD


def test_a_symbolic_link_stays_one_and_its_target_changes(letter: Path) -> None:
    link = letter.parent / "link.txt"
    link.symlink_to(letter)
    replace_content(str(link), OLD, NEW)
    assert link.is_symlink()
    assert letter.read_bytes() == NEW


def test_a_read_only_file_is_left_alone(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser, who may run the tests, may write everywhere
    with pytest.raises(ProblemError, match="read-only"):
        replace_content(str(letter), OLD, NEW)
    assert letter.read_bytes() == OLD


def test_a_missing_file_is_a_plain_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match=r"gone\.txt: This file cannot be written: no such file"):
        replace_content(str(tmp_path / "gone.txt"), OLD, NEW)


def test_on_a_full_disk_the_old_file_is_kept_and_nothing_is_left_behind(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError, match=r"no space left on device\. It is left as it was"):
        replace_content(str(letter), OLD, NEW)
    assert letter.read_bytes() == OLD
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_who_is_killed_while_writing_leaves_the_old_file_whole(letter: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from empathy_lint.fixing.atomic import replace_content\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "replace_content(sys.argv[1], b'old\\r\\n', b'new' * 100000)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(letter)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert letter.read_bytes() == OLD


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file beside a project, which is reached from within by a link to it and by one to its folder."""
    path = tmp_path / "other" / "letter.txt"
    (path.parent / ".git").mkdir(parents=True)  # a repository, too
    path.write_bytes(OLD)
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / "letter.txt").symlink_to(path)
    (project / "letters").symlink_to(path.parent)
    return path


@pytest.mark.parametrize("name", ["letter.txt", "letters/letter.txt"])
def test_nothing_is_written_through_a_link_that_leads_out_of_the_project(outside: Path, name: str) -> None:
    link = outside.parents[1] / "project" / name
    with pytest.raises(ProblemError) as caught:
        replace_content(str(link), OLD, NEW)
    (problem,) = caught.value.problems
    assert problem.path == str(link)
    assert f"through a link to {outside}, outside the project" in problem.message
    assert "--allow-outside" in problem.remedy
    assert outside.read_bytes() == OLD
    replace_content(str(link), OLD, NEW, allow_outside=True)
    assert outside.read_bytes() == NEW


def test_a_link_within_the_project_is_followed_from_any_folder(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = outside.parents[1] / "project"
    (project / "a").mkdir()
    (project / "b.txt").write_bytes(OLD)
    (project / "a" / "b.txt").symlink_to("../b.txt")
    monkeypatch.chdir(project / "a")
    replace_content("b.txt", OLD, NEW)
    assert (project / "b.txt").read_bytes() == NEW
