"""`empathy-lint init`: questions or flags in, settings out that hold; and nothing is ever overwritten."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from empathy_lint.cli.app import app

KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"
HARSH = "We will take legal action if the balance is not cleared.\n"
CONFIG = ".empathy-lint.yaml"
ALL = (CONFIG, ".pre-commit-config.yaml", ".github/workflows/empathy-lint.yml", ".gitlab-ci.yml")


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for path, text in (("app/letters/paid.txt", KIND), ("app/letters/due.html", f"<p>{HARSH}"), ("sms/a.txt", HARSH)):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    return tmp_path


def run(*words: str, code: int = 0, text: str = ""):
    result = CliRunner().invoke(app, list(words), input=text)
    assert result.exit_code == code, result.output
    return result


def config() -> dict:
    return yaml.safe_load(Path(CONFIG).read_text(encoding="utf-8"))


def test_three_answers_make_settings_that_hold():
    result = run("init", text="app/letters, sms\nlate past due\nstrict\n")
    assert "app/letters: 2 files, sent as " in result.stdout
    assert "empathy-lint check app/letters sms" in result.stdout
    data = config()
    assert (data["fail-under"], data["fail-on"], data["situation"]) == (85, "major", "late-past-due")
    assert data["overrides"][-1] == {"paths": ["/sms"], "channel": "sms"}
    (message,) = json.loads(run("check", "sms", "--format", "json", code=1).stdout)["messages"]
    assert (message["channel"], message["situation"]) == ("sms", "late-past-due")
    assert message["decided_by"] == {"channel": "config", "situation": "config"}


def test_answers_left_empty_take_what_is_proposed_and_so_does_yes():
    result = run("init", text="\n\n\n")
    assert "Where are the messages? (Paths, with commas between them.) [app/letters, sms]" in result.stderr
    asked = Path(CONFIG).read_text(encoding="utf-8")
    Path(CONFIG).unlink()
    run("init")  # nothing to read at all, as in a pipeline
    assert Path(CONFIG).read_text(encoding="utf-8") == asked
    Path(CONFIG).unlink()
    assert run("init", "--yes").stderr == ""
    assert Path(CONFIG).read_text(encoding="utf-8") == asked
    assert config()["fail-under"] == 70
    assert "situation" not in config()


def test_flags_answer_the_questions():
    flags = ("--situation", "receipt", "--channel", "letter", "--fail-under", "60", "--fail-on", "never")
    assert run("init", "app", *flags).stderr == ""
    assert config() == {"fail-under": 60, "fail-on": "never", "situation": "receipt", "channel": "letter"}


def test_where_no_folder_is_named_for_messages_the_whole_is_proposed(tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    result = run("init", "--yes")
    assert ".: 0 files, none that reads as a message" in result.stdout
    assert "empathy-lint check ." in result.stdout
    run("check", ".")


def test_all_files_are_valid_and_the_second_time_there_is_nothing_to_do():
    run("init", "--yes", "--hooks", "--github", "--gitlab")
    for path, schema in ((ALL[2], "github-workflows"), (ALL[3], "gitlab-ci")):
        data = yaml.load(Path(path).read_text(encoding="utf-8"), yaml.BaseLoader)
        validator = Draft7Validator(get_builtin_schema(f"vendor.{schema}"))
        assert [error.message for error in validator.iter_errors(data)] == []
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", ALL[1]], check=True)
    again = run("init", "--yes", "--hooks", "--github", "--gitlab")
    assert again.stdout.count("There already, as it would be written: ") == len(ALL)


def test_no_file_is_overwritten_and_the_others_are_written():
    Path(CONFIG).write_text("fail-under: 10\n", encoding="utf-8")
    Path(ALL[1]).write_text("repos: []\n", encoding="utf-8")
    result = run("init", "--yes", "--hooks", "--gitlab", code=2)
    assert Path(CONFIG).read_text(encoding="utf-8") == "fail-under: 10\n"
    assert Path(ALL[1]).read_text(encoding="utf-8") == "repos: []\n"
    assert "-fail-under: 10\n" in result.stdout
    assert "+fail-under: 70\n" in result.stdout
    assert f"To add to {ALL[1]}:" in result.stdout
    assert result.stderr.splitlines() == [
        f"{path}: This file is there already and was left as it is. Take over by hand what you want of it."
        for path in (CONFIG, ALL[1])
    ]
    assert Path(ALL[3]).is_file()


@pytest.mark.parametrize(("name", "text"), [(".empathy-lint.yml", ""), ("pyproject.toml", "[tool.empathy-lint]\n")])
def test_beside_other_settings_no_second_ones_are_written(name, text):
    Path(name).write_text(text, encoding="utf-8")
    assert run("init", "--yes", code=2).stderr.startswith(f"{name}: There are settings in this file already.")
    assert not Path(CONFIG).exists()


@pytest.mark.parametrize(
    ("words", "answers", "told"),
    [
        (["no/letters"], "", "no/letters: There is no such file or folder."),
        ([".."], "", "..: This lies outside of the folder that the settings are for."),
        ([], "nowhere\n", "nowhere: There is no such file or folder."),
        (["sms"], "frod\n", "“frod” is not a situation that is known. Did you mean “fraud”?"),
        (["sms"], "\n101\n", "“101” says no strictness. Type lenient, usual, strict, or a score from 0 to 100."),
        (["--situation", "frod"], "", "Did you mean “fraud”?"),
    ],
)
def test_what_is_no_answer_is_told_and_nothing_is_written(words, answers, told):
    assert told in run("init", *words, text=answers, code=2).stderr
    assert not Path(CONFIG).exists()


def test_a_folder_that_may_not_be_written_to_is_told():
    Path(".github").write_text("a file where the folder would be", encoding="utf-8")
    result = run("init", "--yes", "--github", code=2)
    assert f"{ALL[2]}: The folder cannot be made: " in result.stderr
    assert Path(CONFIG).is_file()


class Terminal:
    """The program at a terminal, to which one can type."""

    def __init__(self, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "empathy_lint", *words]
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        self._bytes = b""

    @property
    def shown(self) -> str:
        return self._bytes.decode(errors="replace")

    def wait_for(self, text: str) -> None:
        while text not in self.shown:
            self._bytes += os.read(self._ours, 1000)

    def type(self, text: str) -> None:
        self._bytes = b""
        os.write(self._ours, text.encode())

    def interrupt(self) -> int:
        # One that comes between the question and the wait for its answer shows at the next key only, as anywhere.
        while self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        return self.end()

    def end(self) -> int:
        with contextlib.suppress(OSError):  # the other end is closed
            while True:
                self._bytes += os.read(self._ours, 1000)
        os.close(self._ours)
        return self.process.wait()


def test_at_a_terminal_a_slip_is_told_and_the_question_asked_again():
    terminal = Terminal("init", "sms")
    terminal.wait_for("[their words]")
    terminal.type("frod\n")
    terminal.wait_for("Did you mean “fraud”?")
    terminal.wait_for("[their words]")
    terminal.type("fraud\n")
    terminal.wait_for("[usual]")
    terminal.type("\n")
    assert terminal.end() == 0, terminal.shown
    assert config()["situation"] == "fraud"


def test_an_interrupt_at_a_question_ends_it_and_nothing_is_written(project):
    terminal = Terminal("init", "sms")
    terminal.wait_for("[their words]")
    assert terminal.interrupt() == 130
    assert terminal.shown.rstrip().endswith("Interrupted.")
    assert "Traceback" not in terminal.shown
    assert sorted(path.name for path in project.iterdir()) == [".git", "app", "sms"]


def test_what_is_written_is_told_with_the_folder_that_it_is_in(project):
    done = run("init", "app/letters", "--yes", "--github")
    assert [line for line in done.stdout.splitlines() if line.startswith("Written: ")] == [
        f"Written: {project / name}" for name in (CONFIG, ALL[2])
    ]
    assert "into the folder in which you run it" in " ".join(run("init", "--help").stdout.split())
