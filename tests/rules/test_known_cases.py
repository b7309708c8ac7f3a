"""Sentences that have misled word lists before: harmless ones raise nothing, near misses raise what they must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from empathy_lint.checking.packs import load_packs
from empathy_lint.file_linter import make_analyser
from empathy_lint.linter import Linter, Wishes
from empathy_lint.reading.reader import read

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("known_cases.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    pack = load_packs(())
    return Linter(pack, make_analyser(pack))


def raised(linter: Linter, case: dict[str, Any]) -> set[str]:
    """The rules that flag words of the case; what a lone sentence lacks is no matter here."""
    (message,) = read("case.txt", case["text"].encode("utf-8")).messages
    report = linter.lint(message, Wishes(case.get("channel"), case.get("situation"))).report
    return {row.finding.rule for row in report.findings if row.finding.place and row.finding.evidence != "message"}


@pytest.mark.parametrize("case", CASES["benign"], ids=lambda case: case["text"][:50])
def test_harmless_sentences_raise_nothing(linter: Linter, case: dict[str, Any]) -> None:
    assert raised(linter, case) == set()


@pytest.mark.parametrize("case", CASES["near_miss"], ids=lambda case: case["text"][:50])
def test_near_misses_are_caught(linter: Linter, case: dict[str, Any]) -> None:
    assert set(case["must"]) <= raised(linter, case)
