"""Regular expressions of users: one that would never end is told with its place, and everything else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.checking.kinds import words
from empathy_lint.run import Run, StandardInput
from empathy_lint.settings.model import Flags

RULE = """id: house-words
title: House words
dimension: clarity
severity: minor
why: We say it otherwise.
advice: Say it otherwise.
message: "“{text}” is not how we say it."
evidence: {for: [], against: [], strength: weak}
entries:
  - id: endless
    regex:
      - "customers?"
      - "(a|aa)+$"
  - id: other
    regex: ["\\\\bkindly\\\\b"]
examples:
  flag: ["[[Kindly]] call us."]
  pass: ["Please call us."]
"""
ENDLESS = "a" * 60 + "!"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(words, "SECONDS", 0.2)
    (tmp_path / "house.yaml").write_text(RULE, encoding="utf-8")
    config = tmp_path / ".empathy-lint.yaml"
    config.write_text("packs: [house.yaml]\ntone: off\nselect: [house-words]\n", encoding="utf-8")
    text = f"Kindly read this, customer. It says {ENDLESS} and\n\n{ENDLESS} again.\n\nKindly call, customer."
    run = Run(Flags(), config, rewrites=False)
    return run.lint_paths(["-"], StandardInput("letter.txt", text.encode()))


def test_an_endless_expression_is_told_once_with_file_line_entry_and_remedy(report) -> None:
    (problem,) = report.errors
    assert problem.path.endswith("house.yaml")
    assert problem.line == 13
    assert "“endless”" in problem.message
    assert "(a|aa)+$" in problem.message
    assert "Avoid a repetition" in problem.remedy


def test_the_other_expressions_and_rules_go_on(report) -> None:
    (message,) = report.messages
    found = [
        (row.finding.entry, row.finding.place.text) for row in message.findings if row.finding.rule == "house-words"
    ]
    assert found == [("other", "Kindly"), ("endless", "customer"), ("other", "Kindly"), ("endless", "customer")]
