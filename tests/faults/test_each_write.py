"""Nothing is lost: a write that fails, or a process that is killed, at any call leaves the old file or the new one."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from fault_helpers import LITTER, failing, kill_at_each_call

from empathy_lint.errors import ProblemError
from empathy_lint.files import replacing
from empathy_lint.fixing.atomic import replace_content

OLD, NEW = b"old" * 9, b"new" * 9_000


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(OLD)
    return path


def write_report(path: Path) -> None:
    with replacing(path) as file:
        for start in range(0, len(NEW), 1000):
            file.write(NEW[start : start + 1000].decode())


def write_fix(path: Path) -> None:
    replace_content(str(path), OLD, NEW)


WRITERS = pytest.mark.parametrize("write", [write_report, write_fix])


@WRITERS
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_whatever_fails_the_file_is_the_old_one_or_the_new_one_and_the_problem_says_which(write, error, letter) -> None:
    tried = set()
    for number in range(1, 100):
        letter.write_bytes(OLD)
        told = ""
        with failing(number, error) as failed:
            try:
                write(letter)
            except ProblemError as problem:
                told = str(problem)
        if not failed:
            break
        tried.update(failed)
        assert letter.read_bytes() == (OLD if told else NEW), (number, failed)
        assert not told or told.startswith(str(letter)), told
        if failed != ["unlink"]:
            assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"], (number, failed)
    assert tried >= {"open", "stat", "access", "write", "fsync", "chmod", "replace"}


@WRITERS
def test_what_could_not_be_taken_away_goes_with_the_next_write(write, letter, monkeypatch) -> None:
    def stuck(*_, **__) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", stuck)
        patch.setattr(os, "fsync", stuck)
        with pytest.raises(ProblemError, match="input/output error"):
            write(letter)
    (left,) = (path for path in letter.parent.iterdir() if path != letter)
    assert left.name.startswith(".letter.txt.")
    assert left.name.endswith(LITTER)
    write(letter)
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("kind", ["report", "fix"])
def test_a_process_killed_at_any_call_leaves_the_file_whole_and_the_next_one_cleans_up(kind, letter) -> None:
    kills, littered = kill_at_each_call(kind, letter)
    assert kills >= 20
    assert littered >= 5


@WRITERS
@pytest.mark.parametrize("room", [0, 1, 4096, len(NEW) - 1])
def test_a_disk_that_is_full_after_so_many_bytes_keeps_the_old_file(write, room, letter) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    code = (
        "import sys\nsys.path[:0] = sys.argv[2].split()\nfrom pathlib import Path\nimport test_each_write as tests\n"
        f"try:\n    tests.{write.__name__}(Path(sys.argv[1]))\n"
        "except tests.ProblemError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(letter), str(Path(__file__).parent)],
        preexec_fn=limit, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "cannot be written" in done.stdout
    assert "file too large" in done.stdout
    assert letter.read_bytes() == OLD
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_of_runs_that_write_one_report_each_leaves_a_whole_one_and_none_takes_away_anothers(letter) -> None:
    with replacing(letter) as first:
        first.write("first")
        with replacing(letter) as second:
            second.write("second")
        assert letter.read_text(encoding="utf-8") == "second"
    assert letter.read_text(encoding="utf-8") == "first"
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_of_runs_that_fix_one_file_at_once_the_first_wins_and_the_others_say_so(letter) -> None:
    code = (
        "import sys\nfrom empathy_lint.errors import ProblemError\n"
        "from empathy_lint.fixing.atomic import replace_content\n"
        "sys.stdin.readline()\n"
        "try:\n    replace_content(sys.argv[1], b'old' * 9, sys.argv[2].encode() * 100_000)\n"
        "except ProblemError as error:\n    print(error)\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(letter), str(number)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for number in range(4)
    ]
    for run in runs:
        run.stdin.write(b"go\n")
        run.stdin.flush()
    said = [run.communicate()[0].decode() for run in runs]
    winners = [number for number, text in enumerate(said) if not text]
    assert len(winners) == 1, said
    assert letter.read_bytes() == str(winners[0]).encode() * 100_000
    assert all("Run the command again." in text for text in said if text)
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_a_name_as_long_as_a_name_can_be_is_no_hindrance(tmp_path) -> None:
    path = tmp_path / ("ä" * 125 + ".txt")
    path.write_bytes(OLD)
    write_fix(path)
    write_report(path)
    assert path.read_bytes() == NEW


def test_while_a_file_is_replaced_nobody_else_can_read_what_they_could_not_read_before(letter) -> None:
    letter.chmod(0o600)
    with replacing(letter):
        (made,) = (path for path in letter.parent.iterdir() if path != letter)
        assert made.stat().st_mode & 0o077 == 0
