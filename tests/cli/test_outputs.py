"""Several reports of one run: where each goes, and what is refused before anything is overwritten."""

import json
import re
from pathlib import Path

import pytest
from junitparser import JUnitXml
from typer.testing import CliRunner

from empathy_lint.cli.app import app

HARSH = "We will take legal action if the balance is not cleared.\n"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("a.txt").write_text(HARSH, encoding="utf-8")


def run(*words: str, code: int = 0):
    result = CliRunner().invoke(app, ["check", *words])
    assert result.exit_code == code, result.output
    return result


def test_one_run_writes_several_reports():
    result = run("a.txt", "--report", "json=a.json", "--report", "junit=b.xml", "--report", "jsonl=c.jsonl", code=1)
    assert "legal action" in result.stdout
    message = json.loads(Path("a.json").read_text(encoding="utf-8"))["messages"][0]
    line = json.loads(Path("c.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert line == {"type": "message", **message}
    assert JUnitXml.fromfile("b.xml").failures == 1


def test_a_hyphen_is_standard_output():
    assert json.loads(run("a.txt", "--format", "json", "--output", "-", code=1).stdout)["schema_version"] == 1
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", "<!doctype html>"),
        ("a.HTM", "<!doctype html>"),
        ("a.json", "{"),
        ("a.jsonl", '{"type":'),
        ("a.sarif", "{"),
        ("a.csv", '"path",'),
        ("a.md", "#"),
        ("a.xml", "\na.txt\n"),
        ("b.txt", "\na.txt\n"),
    ],
)
def test_the_ending_of_the_file_tells_how_to_report(name, begins):
    run("a.txt", "--output", name, code=1)
    assert Path(name).read_text(encoding="utf-8-sig").lower().startswith(begins.lower())


def test_a_format_that_is_given_wins_over_the_ending_of_the_file():
    run("a.txt", "--format", "jsonl", "--output", "a.json", code=1)
    assert Path("a.json").read_text(encoding="utf-8").startswith('{"type":')


def test_no_color_wins_over_force_color(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    colour = re.compile(r"\x1b\[(?:\d+;)*3[0-7]m")
    assert colour.search(run("a.txt", code=1).stdout)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colour.search(run("a.txt", code=1).stdout)


def test_a_report_in_a_file_has_no_colour(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in run("a.txt", "--report", "terminal=a.out", code=1).stdout
    assert "\x1b[" not in Path("a.out").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--output", "r.out", "--report", "json=./r.out"], "Two reports would be written here: terminal and json."),
        (["--report", "json=r.out", "--report", "csv=r.out"], "Two reports would be written here: json and csv."),
        (["--report", "json=a.txt"], "a.txt: This file is checked as a message, so no report takes its place."),
        (["--report", "json=no/r.json"], "no/r.json: The report cannot be written here: no such file or directory."),
        (["--report", "json=-"], "--report: a further report needs a file, not standard output."),
        (["--report", "json"], "“json” is not of the form FORMAT=FILE"),
        (["--report", "jsn=r.out"], "Did you mean “json”?"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_overwritten(words, told):
    Path("r.out").write_text("kept", encoding="utf-8")
    result = run("a.txt", *words, code=2)
    assert told in result.stderr
    assert Path("r.out").read_text(encoding="utf-8") == "kept"
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH
    assert sorted(path.name for path in Path.cwd().iterdir()) == [".git", "a.txt", "r.out"]


def test_a_message_found_in_a_folder_is_not_overwritten_either():
    result = run(".", "--output", "./a.txt", code=2)
    assert "This file is checked as a message" in result.stderr
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH


def test_no_path_begins_a_line_of_its_own_in_a_log(monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = run("no\n::error::such.txt", code=2)
    assert len(result.stderr.splitlines()) == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("::")] == [
        "::error title=Could not be done,file=no%0A%3A%3Aerror%3A%3Asuch.txt,line=1"
        "::There is no such file or folder. Check the path."
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_told():
    assert "Reading or writing failed: no space left on device." in run("a.txt", "--output", "/dev/full", code=2).stderr


def test_on_github_annotations_and_the_step_summary_come_by_themselves(monkeypatch):
    Path("summary.md").write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert "::error file=a.txt,line=1" in run("a.txt", code=1).stdout
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# Before\n## empathy-lint: not passed\n")
    assert "| a.txt |" in summary
    assert "::error" not in run("a.txt", "--format", "terminal", code=1).stdout
    assert Path("summary.md").read_text(encoding="utf-8") == summary
    run("a.txt", "--output", "r.out", code=1)
    assert "::error" not in Path("r.out").read_text(encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/summary.md")
    assert "The summary cannot be written here" in run("a.txt", code=2).stderr


@pytest.mark.parametrize(
    ("running", "workspace", "checkout", "shown"),
    [
        ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "", "app/mails/a.txt"),
        ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "app", "mails/a.txt"),  # a repository in a folder of its own
        ("GITLAB_CI", "CI_PROJECT_DIR", "", "app/mails/a.txt"),
    ],
)
def test_services_are_told_paths_from_the_top_of_the_repository(
    monkeypatch, tmp_path, running, workspace, checkout, shown
):
    (tmp_path / ".git").rmdir()
    folder = tmp_path / "app" / "mails"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(HARSH, encoding="utf-8")
    (tmp_path / checkout / ".git").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv(running, "true")
    monkeypatch.setenv(workspace, str(tmp_path))
    formats = ("sarif", "github", "gitlab", "junit", "checkstyle", "json")
    for path in ("a.txt", str(folder / "a.txt")):
        run(path, "no.txt", *(f"--report={name}={name}.out" for name in formats), code=2)
        for name in formats[:-1]:
            report = Path(f"{name}.out").read_text(encoding="utf-8")
            assert shown in report
            assert f"/{shown}" not in report
            assert name == "gitlab" or shown.replace("a.txt", "no.txt") in report
        assert json.loads(Path("json.out").read_text(encoding="utf-8"))["messages"][0]["path"] == path


def test_outside_of_what_a_service_checked_out_paths_stay_as_they_are(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path_factory.mktemp("elsewhere")))
    assert "::error file=a.txt,line=1" in run("a.txt", code=1).stdout


@pytest.mark.parametrize("words", [[], ["--verbose"], ["--format", "concise"], ["--format", "github"]])
def test_the_name_of_a_file_stays_a_part_of_a_line(words):
    name = "a\x1b[31m\n::error::b\u202e\u2028.txt"
    Path(name).write_text(HARSH, encoding="utf-8")
    Path("c\x1b\n::error::d.txt").write_text("Thank you for your letter.\n", encoding="utf-8")
    said = run(".", *words, code=1).stdout
    assert "[31m" in said
    assert not any(line.startswith("::error::") for line in said.split("\n"))
    if "github" in words:
        return  # which is given every character of the path, so that it finds the file
    assert not set(said) & set("\x1b\u202e\u2028")


def test_the_name_of_a_file_stays_a_part_of_a_line_where_it_is_fixed_or_compared():
    name = "a\x1b[31m\n::error::b.txt"
    Path(name).write_text("Dear Ann,\n\nYou failed to pay your bill. Thank you.\n", encoding="utf-8")
    for words in (["fix", name], ["fix", name, "--diff"], ["compare", name, "a.txt"], ["config", "show", name]):
        said = CliRunner().invoke(app, words).stdout
        assert "[31m" in said.replace("\n", "")
        assert "\x1b" not in said
        assert "\n::error::" not in said
