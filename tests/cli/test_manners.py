"""How the program behaves among others: in a pipe, at Ctrl-C, with colour, where it may not write."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

PROGRAM = [sys.executable, "-m", "empathy_lint"]
HARSH = "We will take legal action without further notice.\n"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*3[0-7]m")
# Sends itself the signal as soon as a module is looked for, which is a moment that can be chosen and does not wander.
INTERRUPTED_AT = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from empathy_lint.cli import main
main()
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("letters").mkdir()
    for number in range(3):
        Path(f"letters/{number:02}.txt").write_text(HARSH, encoding="utf-8")
    return tmp_path


def run(*words: str, code: int):
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    "words",
    [["rules", "list"], ["config", "schema"], ["fix", "--review", "--diff", "letters"], ["baseline", "letters"]],
    ids=lambda words: words[0],
)
def test_a_reader_that_leaves_early_is_no_mistake_of_any_command(words):
    with subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read().decode()
    assert process.returncode == 141
    assert told == ""


def test_an_interrupt_in_the_midst_of_a_run_leaves_no_half_report(project):
    Path("report.json").write_text("kept", encoding="utf-8")
    for number in range(3, 50):
        Path(f"letters/{number}.txt").write_text(HARSH, encoding="utf-8")
    command = [*PROGRAM, "check", "letters", "--format", "jsonl", "--report", "json=report.json"]
    # The report is more than a pipe holds, so the run cannot be over when only its first line is read.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as process:
        json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert told == "Interrupted.\n"
    assert Path("report.json").read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in project.iterdir()) == [".git", "letters", "report.json"]


@pytest.mark.parametrize("module", ["typer", "spacy"])
@pytest.mark.parametrize("words", [["check"], ["fix", "--apply"], ["baseline", "--output", "known.json"]], ids=str)
def test_an_interrupt_ends_every_command_with_one_line_and_all_is_as_it_was(project, words, module):
    Path("known.json").write_text('{"version": 1, "files": {}}\n', encoding="utf-8")
    code = INTERRUPTED_AT.format(module=module)
    done = subprocess.run([sys.executable, "-c", code, *words, "letters"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Interrupted.\n")
    assert Path("known.json").read_text(encoding="utf-8") == '{"version": 1, "files": {}}\n'
    assert {path.read_text(encoding="utf-8") for path in Path("letters").iterdir()} == {HARSH}
    assert sorted(path.name for path in project.iterdir()) == [".git", "known.json", "letters"]


@pytest.mark.parametrize("words", [["rules", "list"], ["rules", "show", "shouting"], ["config", "show"]])
def test_every_command_heeds_what_the_environment_says_of_colour(monkeypatch, words):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(*words, code=0).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOUR.search(run(*words, code=0).stdout)
    monkeypatch.setenv("NO_COLOR", "")  # empty is as if it were not there
    assert "\x1b[" in run(*words, "--color", "auto", code=0).stdout
    assert "\x1b[" not in run(*words, "--color", "never", code=0).stdout


def test_quiet_leaves_findings_and_verdict_and_verbose_adds_to_them():
    Path("letters/b.png").write_bytes(b"")
    quiet, plain, verbose = (run("check", "letters", *words, code=1) for words in (["-q"], [], ["-v"]))
    assert quiet.stderr == ""
    assert "Not read: 1 file of other types" in plain.stderr
    for result in (quiet, plain, verbose):
        assert "legal action" in result.stdout
        assert "Not passed" in result.stdout
    assert len(quiet.stdout) < len(plain.stdout) < len(verbose.stdout)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "letters", "--output", ".git"], ".git: The report cannot be written here: is a directory."),
        (["check", "letters", "--report", "html=no/a.html"], "no/a.html: The report cannot be written here: no such"),
        (["baseline", "letters", "--output", "no/a.json"], "no/a.json: The baseline cannot be written here: no such"),
    ],
)
def test_where_nothing_can_be_written_it_is_told_and_nothing_is_left_behind(project, words, told):
    assert run(*words, code=2).stderr.startswith(told)
    assert sorted(path.name for path in project.iterdir()) == [".git", "letters"]
    assert len(list(Path("letters").iterdir())) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(project):
    Path("closed").mkdir(mode=0o500)
    told = run("check", "letters", "--output", "closed/a.json", code=2).stderr
    assert "closed/a.json: The report cannot be written here: permission denied." in told
