"""The same letter in every container gives the findings that it gives as plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.reading.formats import FORMATS
from empathy_lint.reading.reader import read
from empathy_lint.run import Run
from empathy_lint.scoring.report import MessageReport

FOLDER = Path(__file__).parents[1] / "fixtures" / "containers"
PLAIN = "last-reminder.txt"
FILES = sorted(
    path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file() and path.name != PLAIN
)


def test_the_letter_is_there_in_every_format() -> None:
    texts = {name: (FOLDER / name).read_bytes() for name in FILES}
    there = {message.format for name, data in texts.items() for message in read(name, data).messages}
    assert there >= set(FORMATS) - {"text"}  # which all others are held against


@pytest.fixture(scope="module")
def run() -> Run:
    return Run()


def report_on(run: Run, path: Path) -> MessageReport:
    report = run.lint_paths([str(path)])
    assert not report.errors
    (message,) = report.messages
    return message


def said(message: MessageReport) -> list[tuple[str, str, str | None, str | None]]:
    return [(row.rule, row.entry, row.message, row.sentence) for row in (each.finding for each in message.findings)]


@pytest.mark.parametrize("name", FILES)
def test_the_letter_gives_the_same_findings_in_every_container(run: Run, name: str) -> None:
    plain, held = report_on(run, FOLDER / PLAIN), report_on(run, FOLDER / name)
    assert said(held) == said(plain)
    assert held.score == plain.score
    source = held.message.source.text
    assert held.message.source.packed or source == (FOLDER / name).read_bytes().decode()
    for place in (row.finding.place for row in held.findings):
        if place is not None:
            assert place.text == source[place.start.offset : place.end.offset]
