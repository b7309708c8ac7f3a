"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.files import replacing


def test_a_file_takes_the_place_of_the_old_one_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    with replacing(path) as file:
        file.write("new\n")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_what_was_there_and_nothing_beside_it(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), replacing(path) as file:
        file.write("half")
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_where_it_did(tmp_path):
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    with replacing(link) as file:
        file.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_stays_a_device():
    with replacing(os.devnull) as file:
        file.write("x")
    assert Path(os.devnull).is_char_device()


def test_what_cannot_be_written_is_told(tmp_path):
    with (
        pytest.raises(ProblemError, match="The report cannot be written here: no such file or directory"),
        replacing(tmp_path / "no" / "a"),
    ):
        pass
    with (
        pytest.raises(ProblemError, match="The baseline cannot be written here: is a directory"),
        replacing(tmp_path, "baseline"),
    ):
        pass
