"""What has to hold for any input: no crash, exact places, reports that are valid for their format.

Each function raises AssertionError, with what was wrong, for an input that gets the better of the linter.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from empathy_lint.checking.packs import load_packs
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.file_linter import MakeLinter, make_linter
from empathy_lint.reading.container import Reading
from empathy_lint.reading.message import Block, Message, SliceKind
from empathy_lint.reading.reader import read
from empathy_lint.reporting.formats import FORMATS as REPORTS
from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.rewriting.offers_file import load_offers
from empathy_lint.run import Run, StandardInput
from empathy_lint.scoring.report import RunReport
from empathy_lint.settings.loading import load_config
from empathy_lint.settings.model import Flags

_make: Final[MakeLinter] = lru_cache(maxsize=4)(make_linter)
_OURS: Final = "Something went wrong inside"


def survives_reading(path: str, data: bytes, format_name: str | None = None) -> Reading | None:
    """Read the bytes; None where they are refused, which takes a problem that says why."""
    try:
        reading = read(path, data, format_name=format_name)
    except ProblemError as error:
        assert error.problems
        _assert_plain(error.problems)
        return None
    _assert_plain(reading.problems)
    for message in reading.messages:
        assert_places(message)
    return reading


def survives_check(path: str, data: bytes, format_name: str | None = None, *, rewrites: bool = True) -> RunReport:
    """Check the bytes from reading to every format of report."""
    report = checked(path, data, format_name, rewrites=rewrites)
    _assert_plain(report.errors)
    assert report.messages or report.errors or survives_reading(path, data, format_name) == Reading(())
    for row in report.messages:
        text = row.message.source.text
        for told in row.findings:
            place = told.finding.place
            if place is not None:
                assert place.text == text[place.start.offset : place.end.offset]
                assert text.count("\n", 0, place.start.offset) <= place.start.line - 1 <= len(text)
    for name in REPORTS:
        _assert_valid(name, report)
    return report


def checked(path: str, data: bytes, format_name: str | None = None, *, rewrites: bool = True) -> RunReport:
    """The report on the bytes by our own rules, whatever config is about."""
    run = Run(Flags(), _no_config(), baselines=False, rewrites=rewrites, make=_make)
    return run.lint_paths(["-"], StandardInput(path, data, format_name))


def survives_config(text: str, name: str = ".empathy-lint.yaml") -> None:
    """Load a config file with this text."""
    _survives_file(name, text, load_config)


def survives_rules(text: str) -> None:
    """Load a rule file with this text, beside our rules."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rule.yaml"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            _assert_plain(load_packs([path]).problems)
        except ProblemError as error:
            _assert_plain(error.problems)


def survives_offers(text: str) -> None:
    """Load a file of offers with this text."""
    _survives_file("offers.yaml", text, lambda path: load_offers(path, path.name))


def _survives_file(name: str, text: str, load: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            load(path)  # type: ignore[operator]
        except ProblemError as error:
            _assert_plain(error.problems)


def assert_places(message: Message) -> None:
    """Slices tile the prose; literal ones are the source itself; placeholders are their code; spans lie inside."""
    for block in message.blocks:
        _assert_slices(block, message.source.text)
        for placeholder in block.placeholders:
            start, end = placeholder.source_start, placeholder.source_end
            assert 0 <= start <= end <= len(message.source.text)
            assert message.inner or message.source.text[start:end] == placeholder.code
        for link in block.links:
            assert 0 <= link.prose_start < link.prose_end <= len(block.prose)
    for variant in message.variants:
        assert all(0 <= number < len(message.blocks) for number in variant.blocks)


def _assert_slices(block: Block, text: str) -> None:
    at = 0
    for piece in block.slices:
        assert piece.prose_start == at < piece.prose_end
        assert 0 <= piece.source_start <= piece.source_end <= len(text)
        if piece.kind is SliceKind.LITERAL:
            assert text[piece.source_start : piece.source_end] == block.prose[piece.prose_start : piece.prose_end]
        at = piece.prose_end
    assert at == len(block.prose)


def _assert_plain(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert problem.message.strip()
        assert _OURS not in problem.message, str(problem)
        assert "Traceback" not in str(problem)
        assert problem.line is None or problem.line >= 1
        assert problem.column is None or problem.column >= 1


def _assert_valid(name: str, report: RunReport) -> None:
    out = io.StringIO()
    write_report(report, name, out, View(color=False, width=100))
    text = out.getvalue()
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name == "jsonl":
        assert [json.loads(line) for line in text.split("\n") if line]
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)
    elif name == "csv":
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) <= 1
    else:
        unsafe = [sign for sign in text if sign < " " and sign not in "\n\t\r"]
        assert not unsafe, f"{name} holds {unsafe[:3]}"


@lru_cache(maxsize=1)
def _no_config() -> Path:
    path = Path(tempfile.mkdtemp()) / ".empathy-lint.yaml"
    path.write_text("{}\n", encoding="utf-8")
    return path
