"""The same files give the same bytes, in every format, wherever and whenever the program runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

FORMATS = ("jsonl", "sarif", "gitlab", "junit", "checkstyle", "csv", "markdown", "html", "concise")
LETTERS = {
    "I/ÇİÖ.txt": "We will take LEGAL ACTION if the balance of 1.234,50 is not cleared by 03/04/2026.\n",
    "b.html": "<p>Dear {{ name }},</p><p>{% if late %}You failed to pay, İpek.{% else %}Thanks.{% endif %}</p>\n",
    "a.md": "# FINAL NOTICE\n\nIT IS IN YOUR INTEREST to pay immediately. Kindly remit it.\n",
    "locales/en.json": json.dumps({"overdue": {"subject": "Final warning", "body": "We will close your account."}}),
}
PLACES = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "America/St_Johns"},
    # Where a capital I has a small one of its own; where the locale is not there, Python falls back by itself.
    "turkish": {
        "PYTHONHASHSEED": "4294967295",
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Asia/Kathmandu",
        "COLUMNS": "40",
        "TERM": "dumb",
    },
}


def reports(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    wanted = [word for name in FORMATS for word in ("--report", f"{name}=../out/{name}")]
    (folder.parent / "out").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "empathy_lint", "check", ".", "--format", "json", *wanted],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    return {"json": done.stdout, **{name: (folder.parent / "out" / name).read_bytes() for name in FORMATS}}


def write_letters(folder: Path, names: list[str]) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LETTERS[name], encoding="utf-8")
    return folder


def test_every_report_is_the_same_to_the_byte(tmp_path) -> None:
    plain = reports(write_letters(tmp_path / "plain" / "letters", sorted(LETTERS)), PLACES["plain"])
    # Written in the other order, so that the disk lists them otherwise.
    folder = write_letters(tmp_path / "turkish" / "letters", sorted(LETTERS, reverse=True))
    found = reports(folder, PLACES["turkish"])
    assert [name for name in found if found[name] != plain[name]] == []
    assert json.loads(plain["json"])["summary"]["messages"] >= len(LETTERS)


def test_the_order_in_which_files_are_named_changes_the_order_of_reports_and_nothing_else(tmp_path) -> None:
    from empathy_lint import lint_files

    folder = write_letters(tmp_path / "letters", sorted(LETTERS))
    names = [str(folder / name) for name in LETTERS]

    def told(order: list[str]) -> dict[tuple[str, str | None], object]:
        rows = lint_files(order, rewrites=False).messages
        return {
            (row.message.path, row.message.key): (row.score, [each.finding for each in row.findings]) for row in rows
        }

    assert told(names) == told(names[::-1])
