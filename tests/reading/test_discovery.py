"""Which files a run reads."""

import os
from pathlib import Path

import pytest

from empathy_lint.reading.discovery import Found, describe_skipped, discover
from empathy_lint.settings.resolving import Settings


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str, text: str = "Hello") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def found(*paths: str) -> Found:
    return discover(paths, Settings())


def test_a_folder_gives_its_messages_sorted_and_as_the_folder_was_named(project):
    write("letters/b.html", "letters/a.txt", "letters/deep/c.md", "letters/logo.png", "letters/x.html.erb")
    assert found("./letters").files == (
        "./letters/a.txt",
        "./letters/b.html",
        "./letters/deep/c.md",
        "./letters/x.html.erb",
    )
    assert found("letters/").files[0] == "letters/a.txt"


def test_a_file_named_twice_or_through_a_link_is_found_once(project):
    write("letters/a.txt")
    Path("again.txt").symlink_to("letters/a.txt")
    assert found("letters/a.txt", "letters", "again.txt").files == ("letters/a.txt",)


def test_the_order_of_the_paths_is_kept(project):
    write("b.txt", "a.txt")
    assert found("b.txt", "a.txt").files == ("b.txt", "a.txt")


def test_what_tools_make_and_bring_along_is_passed_over_unless_it_is_named(project):
    write("node_modules/x/a.txt", ".cache/a.txt", "dist/a.html", "app/vendor/a.txt", "app/a.txt", ".hidden.txt")
    assert found(".").files == ("./app/a.txt",)
    assert found("dist").files == ("dist/a.html",)
    assert found(".hidden.txt").files == (".hidden.txt",)


def test_what_git_ignores_is_passed_over_unless_it_is_named(project):
    write("drafts/a.txt", "letters/a.txt", "letters/old/b.txt", "letters/old/keep.txt", "letters/sub/old.txt")
    write(".gitignore", text="/drafts/\nold.txt\n")
    write("letters/.gitignore", text="old/*\n!old/keep.txt\n")
    assert found(".").files == ("./letters/a.txt", "./letters/old/keep.txt")
    assert found("letters/sub").files == ()
    assert found("drafts").files == ("drafts/a.txt",)
    assert found("drafts/a.txt").files == ("drafts/a.txt",)


def test_the_config_leaves_files_out_and_lets_types_in(project):
    write("a.txt", "old/b.txt", "c.letter", "d.bak.txt")
    write(".empathy-lint.yaml", text="exclude: [old/, '*.bak.txt']\ninclude: ['*.letter']")
    result = found(".")
    assert result.files == ("./a.txt", "./c.letter")
    assert describe_skipped(result.skipped) == "Not read: 1 file left out by the config."


PAPERS = (
    "README.md", "README.de.md", "readme_ja.md", "LICENSE.txt", "LICENSE-MIT.md", "LICENCE_APACHE_2.txt",
    "_LICENCE_README.md", "COPYING.txt", "CHANGELOG-2024.md", "CODE_OF_CONDUCT.md", "NOTICE.txt", "SECURITY.md",
    "robots.txt", "requirements.txt",
)  # fmt: skip
LETTERS = (
    "notice.html", "notice.txt", "final_notice.txt", "security.html", "security_alert.md", "license_expired.html",
    "LICENSE_EXPIRED.md", "welcome.md", "changes.html", "requirements-dev.txt", "code.txt", "CC.txt",
)  # fmt: skip


def test_the_papers_of_a_project_are_no_messages(project):
    write(*PAPERS, *LETTERS)
    result = found(".")
    assert result.files == tuple(f"./{name}" for name in sorted(LETTERS))
    assert describe_skipped(result.skipped) == f"Not read: {len(PAPERS)} files about the project."
    assert found("README.md").files == ("README.md",)


def test_one_line_says_what_was_not_read(project):
    write("a.png", "b.png", "c.css", "Makefile", "README.md", "d.txt")
    line = describe_skipped(found(".").skipped)
    assert line == "Not read: 4 files of other types (.png, .css, without an ending), 1 file about the project."
    assert describe_skipped(()) == ""


def test_a_missing_path_is_told_with_the_nearest_name(project):
    write("letters/final.txt")
    result = found("letters/finl.txt", "letters/final.txt")
    assert [str(problem) for problem in result.problems] == [
        "letters/finl.txt: There is no such file or folder. Did you mean “letters/final.txt”?"
    ]
    assert result.files == ("letters/final.txt",)


def test_links_in_a_circle_pipes_and_odd_paths_are_told(project):
    Path("loop").symlink_to("loop")
    os.mkfifo("pipe")
    problems = [str(problem) for problem in found("loop", "pipe", "a\0b").problems]
    assert problems[0].startswith("loop: This cannot be read: too many levels of symbolic links.")
    assert problems[1] == (
        "pipe: This is no regular file, so it is not read. To read from a pipe, write “-” as the path."
    )
    assert len(problems) == 3


def test_links_and_pipes_within_a_folder_do_not_stop_the_walk(project):
    write("letters/a.txt")
    Path("letters/self").symlink_to(".")
    Path("letters/loop.txt").symlink_to("loop.txt")
    os.mkfifo("letters/pipe.txt")
    assert found("letters").files == ("letters/a.txt",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(project):
    write("letters/a.txt", "closed/b.txt")
    Path("closed").chmod(0)
    try:
        result = found(".")
    finally:
        Path("closed").chmod(0o700)
    assert result.files == ("./letters/a.txt",)
    assert [str(problem) for problem in result.problems] == [
        "./closed: This may not be read. Ask for permission to read it, or leave it out."
    ]


def test_a_broken_config_does_not_hide_files(project):
    write("a.txt")
    write(".empathy-lint.yaml", text="nonsense: 1")
    assert found(".").files == ("./a.txt",)
