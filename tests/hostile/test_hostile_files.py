"""Hostile files: each is read or refused in plain words, and none keeps the others from being checked."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hostile_helpers import Done, assert_spans, check

HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile"
FILES = sorted(path for path in HOSTILE.rglob("*.*") if path.is_file() and not path.name.startswith("."))
MESSAGE = "You must pay now, or we will take legal action.\n"

# What cannot be read, with words of the reason; everything else is read.
REFUSED = {
    "nul-early.txt": "not text",
    "picture.txt": "not text",
    "zip.html": "no whole zip file",
    "utf-16-odd.txt": "not in UTF-16",
    "utf-16-unmarked.txt": "not text",
    "surrogates-written-as-utf-8.txt": "not in UTF-8",
    "surrogates-in-utf-16.txt": "not in UTF-16",
    "overlong.txt": "not in UTF-8",
    "unknown-encoding.html": "unknown encoding",
    "codec-that-runs.html": "unknown encoding",
    "codec-of-no-text.html": "unknown encoding",
    "codec-of-words.html": "unknown encoding",
}


@pytest.fixture(scope="module")
def done() -> Done:
    """All of them in one run, as they would be met in a folder."""
    return check(*(str(path.relative_to(HOSTILE)) for path in FILES), cwd=HOSTILE)


def test_the_run_ends_with_the_code_for_what_could_not_be_done(done: Done) -> None:
    assert done.code == 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_gets_an_answer(path: Path, done: Done) -> None:
    name = str(path.relative_to(HOSTILE))
    errors = done.errors_of(name)
    if path.name in REFUSED:
        assert not done.messages_of(name)
        assert any(REFUSED[path.name] in error for error in errors), errors
    else:
        assert done.messages_of(name) or errors


def test_every_span_is_exact(done: Done) -> None:
    assert_spans(done, HOSTILE)


@pytest.mark.parametrize("name", ["zero-width.txt", "bom-twice.txt", "utf-16-le.html", "utf-32-le.md", "emoji.md"])
def test_threats_are_found_through_the_disguise(name: str, done: Done) -> None:
    (message,) = done.messages_of(name)
    assert any(finding["rule"] == "threat-language" for finding in message["findings"])


def test_no_entity_is_fetched_or_expanded(done: Done) -> None:
    for name in ("external-entity.xlf", "billion-laughs.xlf"):
        assert len(str(done.messages_of(name)) + str(done.errors_of(name))) < 20_000


def test_odd_names_do_no_harm(tmp_path: Path) -> None:
    names = ["line\nbreak.txt", "[red]now[red] \u202e%0A.txt", "-o.txt", "'; rm -rf x.txt", "a" * 240 + ".txt"]
    for name in names:
        (tmp_path / name).write_text(MESSAGE, encoding="utf-8")
    (tmp_path / os.fsdecode(b"not-utf-8-\xff.txt")).write_text(MESSAGE, encoding="utf-8")
    done = check(".", cwd=tmp_path)
    assert len(done.report["messages"]) == 6
    assert done.report["errors"] == []


def test_what_is_no_file_is_told_or_passed_over(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(MESSAGE, encoding="utf-8")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "round").mkdir()
    (tmp_path / "round" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    in_folder = check(".", cwd=tmp_path)
    assert [row["path"] for row in in_folder.report["messages"]] == ["./letter.txt"]
    named = ["self.txt", "one", "nowhere.txt", "pipe.txt", "gone.txt", "/dev/null"]
    done = check(*named, "letter.txt", cwd=tmp_path)
    assert done.code == 2
    assert [row["path"] for row in done.report["errors"]] == named
    assert len(done.report["messages"]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(MESSAGE, encoding="utf-8")
    (tmp_path / "shut.txt").write_text(MESSAGE, encoding="utf-8")
    (tmp_path / "shut.txt").chmod(0)
    (tmp_path / "shut").mkdir(mode=0)
    try:
        done = check(".", "shut", cwd=tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o700)
        shutil.rmtree(tmp_path / "shut")
    assert {row["path"] for row in done.report["errors"]} >= {"./shut.txt", "shut"}
    assert len(done.report["messages"]) == 1
