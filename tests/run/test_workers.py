"""Several processes that lint say the same as one, and end as one does."""

import json
import os
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app
from empathy_lint.file_linter import FileLinter
from empathy_lint.outcome import File
from empathy_lint.run import Run
from empathy_lint.settings.model import FileSettings, Flags
from empathy_lint.workers import Orders, Workers, jobs_for

PROGRAM = [sys.executable, "-m", "empathy_lint"]


@pytest.fixture
def letters(tmp_path, monkeypatch):
    """Letters with all that may be wrong with one, in an order that shows."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(32):
        text = f"You have failed to pay bill {number}. We will take legal action.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "03.txt").write_bytes(b"\x00\x01")
    (folder / "30.txt").write_text("{# empathy-lint: ignore-next shoutin #}\nPAY NOW OR ELSE.\n", encoding="utf-8")
    (folder / "broken").mkdir()
    (folder / "broken" / ".empathy-lint.yaml").write_text("channel: smoke\n", encoding="utf-8")
    (folder / "broken" / "a.txt").write_text("Hello.\n", encoding="utf-8")
    return tmp_path


def check(*words: str) -> str:
    result = CliRunner().invoke(app, ["check", "letters", "--format", "jsonl", *words])
    assert result.exit_code == 2, result.output
    return result.stdout + result.stderr


def test_two_processes_give_the_report_that_one_gives_and_what_they_found_is_kept(letters, monkeypatch):
    two = check("--jobs", "2")
    monkeypatch.setattr(Workers, "lint", None)
    assert check("--jobs", "1", "--no-cache") == two
    asked = []
    lint = FileLinter.lint_batch
    monkeypatch.setattr(FileLinter, "lint_batch", lambda self, files: asked.extend(files) or lint(self, files))
    assert check("--jobs", "1") == two
    assert [file.path for file in asked] == ["letters/03.txt", "letters/30.txt"]
    assert two.count('"type":"message"') == 31


def test_a_worker_that_is_killed_costs_nothing(letters):
    settings = FileSettings()
    files = [File(f"{number}.txt", b"We will take legal action.\n", settings) for number in range(12)]
    batches = [files[at : at + 2] for at in range(0, 12, 2)]
    workers = Workers(2, Orders(Flags(), None, rewrites=False), lambda: FileLinter(rewrites=False))
    outcomes = workers.lint(batches)
    found = [*next(outcomes)]
    for process in list(workers._pool._processes.values()):
        os.kill(process.pid, signal.SIGKILL)
    found += [outcome for batch in outcomes for outcome in batch]
    workers.close()
    assert [outcome.reports[0].message.path for outcome in found] == [file.path for file in files]


def test_workers_are_started_only_where_that_pays(monkeypatch):
    monkeypatch.setattr("empathy_lint.workers._cores", lambda: 4)
    few = [File("a.txt", b"x" * 100, FileSettings())] * 20
    assert jobs_for(None, few) == 1
    assert jobs_for(None, few * 20) == 4
    assert jobs_for(None, [File("a.csv", b"x" * 2_000_000, FileSettings())] * 2) == 2
    assert jobs_for(None, [File("a.csv", b"x" * 2_000_000, FileSettings())]) == 1
    assert jobs_for(3, few) == 3


def test_a_run_of_a_few_letters_starts_none(letters, monkeypatch):
    monkeypatch.setattr(Workers, "__init__", None)
    assert len(Run(jobs=None, rewrites=False).lint_paths(["letters/00.txt", "letters/01.txt"]).messages) == 2


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "100000"])
def test_a_number_of_jobs_that_makes_no_sense_is_told(value):
    result = CliRunner().invoke(app, ["check", "letters", "--jobs", value])
    assert result.exit_code == 2
    assert "is neither “auto” nor a number from 1 to" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="groups of processes are those of POSIX")
def test_an_interrupt_ends_all_processes(letters):
    for number in range(100, 400):
        (letters / "letters" / f"{number}.txt").write_text(f"Pay {number} now.\n", encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "check", "letters", "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        assert json.loads(process.stdout.readline())["type"] == "message"
        os.killpg(process.pid, signal.SIGINT)
        # Every process of the run holds the other end of this, so it comes to an end when all of them have.
        _, stderr = process.communicate()
    assert process.returncode == 130
    assert stderr.decode() == "Interrupted.\n"
