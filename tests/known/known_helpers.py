"""A project with letters, linted from the command line."""

import json
import subprocess
from pathlib import Path

from typer.testing import CliRunner

from empathy_lint.cli.app import app

THREAT = "We will take legal action if the balance is not cleared.\n"
SHOUT = "PLEASE READ THIS LETTER NOW!!!\n"
KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def run(*words: str, code: int = 0, text: str | None = None):
    result = CliRunner().invoke(app, list(words), input=text)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def report(*words: str, code: int = 0, text: str | None = None) -> dict:
    return json.loads(run("check", "--format", "json", *words, code=code, text=text).stdout)


def names(rows: list[dict]) -> set[str]:
    return {f"{row['rule']}/{row['entry']}" for row in rows}


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()
