"""The program as a process: what it loads, what it leaves behind, how it ends when it is cut short."""

import json
import os
import signal
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "empathy_lint"]


@pytest.fixture
def letters(tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"We will take legal action {number}.\n", encoding="utf-8")
    return tmp_path


def loaded(*words: str) -> set[str]:
    """The modules that a command imports."""
    code = (
        "import sys\nfrom empathy_lint.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


HEAVY = {"spacy", "onnxruntime", "tokenizers", "textstat", "numpy", "yaml", "pathspec", "regex", "pydantic"}
HEAVY |= {"importlib.metadata"}


@pytest.mark.parametrize("words", [["--version"], ["--help"]])
def test_help_and_version_load_nothing_heavy(words):
    assert not loaded(*words) & {*HEAVY, "rich"}


def test_numbers_are_still_checked(tmp_path):
    command = [*PROGRAM, "check", str(tmp_path), "--fail-under", "101"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "100" in done.stderr


def test_a_check_that_has_nothing_to_lint_loads_nothing_to_lint_with(tmp_path):
    assert not loaded("check", str(tmp_path), "--format", "jsonl") & {*HEAVY, "rich"}
    assert not loaded("check", str(tmp_path), "--format", "terminal") & HEAVY


@pytest.fixture
def known(letters):
    """Letters that were checked before, with a config and a baseline."""
    (letters / ".git").mkdir()
    (letters / ".empathy-lint.yaml").write_text("ignore: [jargon]\nbaseline: base.json\n", encoding="utf-8")
    (letters / "base.json").write_text('{"version": 1, "files": {}}', encoding="utf-8")
    return letters


def test_a_check_of_files_that_have_not_changed_loads_nothing_to_lint_with(known, monkeypatch):
    monkeypatch.chdir(known)
    words = ["check", "letters/00.txt", "letters/01.txt", "--format"]
    # Some formats show rewrites and some do not, and each kind has results of its own.
    loaded(*words, "terminal")
    loaded(*words, "concise")
    for name in ("terminal", "concise", "json", "jsonl", "markdown", "html", "github", "junit", "csv"):
        assert not loaded(*words, name) & (HEAVY - {"yaml", "pydantic"}), name


def test_listing_rules_loads_no_language_model():
    assert not loaded("rules", "list") & {"spacy", "onnxruntime", "textstat"}


def test_a_file_goes_in_and_a_report_comes_out(letters):
    command = [*PROGRAM, "check", "letters", "--format", "json"]
    done = subprocess.run(command, cwd=letters, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    data = json.loads(done.stdout)
    assert len(data["messages"]) == 40
    assert done.stderr == ""


@pytest.mark.parametrize("words", [["--verbose"], ["--format", "jsonl"], ["--format", "sarif"]])
def test_a_reader_that_leaves_early_is_no_mistake(letters, words):
    with subprocess.Popen(
        [*PROGRAM, "check", "letters", *words], cwd=letters, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        stderr = process.stderr.read().decode()
    assert process.returncode == 141
    assert "Traceback" not in stderr
    assert "Exception" not in stderr


def test_json_lines_come_before_the_run_is_over(letters):
    with subprocess.Popen(
        [*PROGRAM, "check", "letters", "-", "--format", "jsonl"],
        cwd=letters, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        stdout, _ = process.communicate(b"We will take legal action.\n")
    rows = [json.loads(line) for line in stdout.splitlines()]
    assert [row["type"] for row in rows] == ["message"] * 41 + ["summary"]
    assert rows[-1]["summary"]["messages"] == 41


def test_a_run_keeps_no_report_that_was_taken_from_it(letters):
    code = (
        "import gc, weakref\nfrom empathy_lint.run import Run\n"
        "from empathy_lint.reading.message import Message\nalive = 0\nseen = []\n"
        "for report in Run().reports(['letters']):\n    seen.append(weakref.ref(report.message))\n    del report\n"
        "gc.collect()\nprint(len(seen), sum(ref() is not None for ref in seen))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=letters, capture_output=True, text=True, check=True)
    assert done.stdout == "40 0\n"


def test_an_interrupt_ends_the_run_without_a_traceback_or_half_a_report(letters):
    (letters / "report.json").write_text("kept", encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "check", "-", "--report", "jsonl=report.json"],
        cwd=letters, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        process.stdin.write(b"x" * 100_000)  # more than a pipe holds, so the program is reading by now
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate()
    assert process.returncode == 130
    assert stderr.decode() == "Interrupted.\n"
    assert (letters / "report.json").read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in letters.iterdir()) == ["letters", "report.json"]


def test_names_and_signs_that_the_terminal_cannot_show_do_not_end_the_run(letters):
    name = b"letters/caf\xe9.txt"
    try:
        (letters / os.fsdecode(name)).write_text("Your café bill.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*PROGRAM, "check", "letters"], cwd=letters, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
