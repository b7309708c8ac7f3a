"""Completion, as a shell asks for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

BASH = shutil.which("bash")
# The script of the program's own, and then the words of a command line, of which the last is being typed.
SCRIPT = """
eval "$(empathy-lint --show-completion bash)"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_empathy_lint_completion empathy-lint
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(autouse=True)
def program(tmp_path, monkeypatch):
    """A program of that name on the path, and a folder with settings of its own to run in."""
    if BASH is None:
        pytest.skip("there is no bash here")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "empathy-lint").write_text(f'#!/bin/sh\nexec {sys.executable} -m empathy_lint "$@"\n', encoding="utf-8")
    (folder / "empathy-lint").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def completed(*words: str) -> list[str]:
    command = [str(BASH), "--norc", "-c", SCRIPT, "bash", "empathy-lint", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ba"], ["baseline"]),
        (["rules", "s"], ["show", "schema"]),
        (["check", "--chan"], ["--channel", "--changed-since"]),
        (["check", "--format", "js"], ["json", "jsonl"]),
        (["check", "--report", "sa"], ["sarif="]),
        (["check", "--channel", "s"], ["screen", "sms"]),
        (["fix", "--situation", "pay"], ["payment-error", "payment-failed"]),
        (["check", "--fail-on", ""], ["info", "minor", "major", "critical", "never"]),
        (["check", "--color", "a"], ["auto", "always"]),
        (["rules", "show", "threat-l"], ["threat-language"]),
        (["check", "--select", "safety,shoutin"], ["safety,shouting"]),
        (["check", "--ignore", "threat-language/legal-"], ["threat-language/legal-action"]),
        (["check", "lett"], []),  # so that the shell goes on with its own: the names of files
    ],
)
def test_what_is_known_is_offered(words, offered):
    assert sorted(completed(*words)) == sorted(offered)


def test_rules_of_your_own_are_offered_and_a_broken_config_is_not_told_of_here():
    rule = {
        "id": "house-words", "title": "House words", "dimension": "clarity", "severity": "minor",
        "why": "We say it so.", "advice": "Say it our way.", "evidence": {"strength": "practice"},
        "entries": [{"id": "one", "phrases": ["foo"]}], "examples": {"flag": ["[[foo]]"], "pass": ["bar"]},
    }  # fmt: skip
    Path("house.yaml").write_text(yaml.safe_dump(rule), encoding="utf-8")
    Path(".empathy-lint.yaml").write_text("packs: [house.yaml]\n", encoding="utf-8")
    assert completed("rules", "show", "house") == ["house-words"]
    Path(".empathy-lint.yaml").write_text("packz: []\n", encoding="utf-8")
    assert completed("rules", "show", "threat-l") == []
