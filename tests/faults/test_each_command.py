"""Nothing is lost, whichever command it is that fails or is killed while it writes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from io import FileIO
from pathlib import Path

import pytest
from fault_helpers import LITTER, full_disk, read_only_folder, run_killed

from empathy_lint.cli import main, step_summary

HARSH = "Dear {{ name }},\n\nKindly remit {{ amount }} at your earliest convenience. We will take legal action.\n"
OLD = "{}\n"
BASELINE = '{"version": 1, "files": {}}\n'
# What each command writes, what stood there before, and the command.
COMMANDS = {
    "fix": ("a.txt", HARSH, ["fix", "--apply", "--review", "a.txt"]),
    "baseline": ("known.json", BASELINE, ["baseline", "a.txt", "--output", "known.json"]),
    "output": ("report.json", OLD, ["check", "a.txt", "--format", "json", "--output", "report.json"]),
    "report": ("report.html", OLD, ["check", "a.txt", "--report", "html=report.html"]),
    "init": (".empathy-lint.yaml", None, ["init", "--yes", "."]),
}


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(HARSH, encoding="utf-8")


def litter() -> list[str]:
    return [path.name for path in Path().iterdir() if path.name.endswith(LITTER)]


def run(*words: str) -> int:
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as ended:
        patch.setattr(sys, "argv", ["empathy-lint", *words])
        main()
    return ended.value.code


def text_of(name: str) -> str | None:
    return Path(name).read_text(encoding="utf-8") if Path(name).exists() else None


@pytest.fixture(params=COMMANDS)
def command(request) -> tuple[str, str | None, list[str]]:
    name, before, words = COMMANDS[request.param]
    if before is not None:
        Path(name).write_text(before, encoding="utf-8")
    return name, before, words


@pytest.mark.parametrize("fault", [full_disk, read_only_folder])
def test_what_cannot_be_written_is_told_and_the_file_stays_as_it_was(command, fault, capsys) -> None:
    name, before, words = command
    with fault():
        assert run(*words) == 2
    told = capsys.readouterr().err
    assert f"{name}: Th" in told
    assert "no space left" in told or "read-only file system" in told
    assert text_of(name) == before
    assert text_of("a.txt") == HARSH
    assert not litter()


def test_a_command_that_is_killed_leaves_the_file_as_it_was_and_the_next_run_writes_it(command) -> None:
    name, before, words = command
    assert run_killed(*words).returncode == -signal.SIGKILL
    assert litter()
    assert text_of(name) == before
    assert text_of("a.txt") == HARSH
    assert run(*words) in (0, 1)
    assert text_of(name) != before
    assert not litter()


def test_a_run_that_is_told_to_end_takes_its_half_made_report_away() -> None:
    command = [sys.executable, "-m", "empathy_lint", "check", "-", "--report", "jsonl=report.json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdin.write(b"x" * 100_000)  # more than a pipe holds, so the program is reading by now
        process.stdin.flush()
        while not litter() and process.poll() is None:
            time.sleep(0.01)
            process.stdin.write(b"x")
            process.stdin.flush()
        process.send_signal(signal.SIGTERM)
        _, stderr = process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
    assert b"Traceback" not in stderr
    assert not litter()


def test_a_summary_for_github_is_appended_whole_or_not_at_all(monkeypatch) -> None:
    path = Path("summary.md")
    path.write_bytes(b"# Of the step before\n")
    real, sizes = FileIO.write, []

    class Full(FileIO):
        def write(self, data):
            sizes.append(len(data))
            if len(sizes) > 1:
                raise OSError(28, "No space left on device")
            return real(self, bytes(data)[:5])

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr(Path, "open", lambda self, mode, buffering: Full(str(self), mode.replace("b", "")))
        step_summary._append(path, b"# Of this step\n")
    assert sizes == [15, 10]
    assert path.read_bytes() == b"# Of the step before\n"
