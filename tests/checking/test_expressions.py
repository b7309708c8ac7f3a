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


TOKEN_RULE = (
    RULE[: RULE.index("entries:")]
    + """entries:
  - id: endless
    tokens:
      - [{LOWER: {REGEX: "(a|aa)+$"}}]
      - [{TEXT: {REGEX: "^[Cc]ustom", NOT_IN: [Customs]}}]
  - id: several
    tokens:
      - [{LOWER: {REGEX: {IN: ["^kind", "^gent"]}}, IS_ALPHA: true}, {lower: {regex: {NOT_IN: ["^writ"]}}}]
  - id: related
    dependencies:
      - [{RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: {REGEX: "^rea"}}},
         {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: object, RIGHT_ATTRS: {DEP: {REGEX: "obj$"}}}]
examples: {flag: ["[[Kindly call]] us."], pass: ["Please call us."]}
"""
)


def checked_by(rule: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(words, "SECONDS", 0.2)
    (tmp_path / "house.yaml").write_text(rule, encoding="utf-8")
    config = tmp_path / ".empathy-lint.yaml"
    config.write_text("packs: [house.yaml]\ntone: off\nselect: [house-words]\n", encoding="utf-8")
    return Run(Flags(), config, rewrites=False).lint_paths(["-"], StandardInput("letter.txt", text.encode()))


def test_expressions_on_tokens_are_bounded_as_well_and_the_rest_goes_on(tmp_path, monkeypatch) -> None:
    endless = "a" * 60 + "b"  # one word
    first = f"Kindly call. You can read letters here. It is for the customer. It says {endless} and"
    text = f"{first}\n\n{endless} again.\n\nKindly write, Customs, customs."
    report = checked_by(TOKEN_RULE, text, tmp_path, monkeypatch)
    (problem,) = report.errors
    assert (problem.path.endswith("house.yaml"), problem.line) == (True, 11)
    assert "“endless” takes more than 0.2 seconds" in problem.message
    (message,) = report.messages
    found = {(row.finding.entry, row.finding.place.text) for row in message.findings}
    assert found == {
        ("several", "Kindly call"),
        ("related", "read letters"),
        ("endless", "customer"),
        ("endless", "customs"),
    }


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ('[{LOWER: {REGEX: "(a"}}]', "missing ), unterminated subpattern"),
        ('[{LOWER: {FUZZY: {REGEX: "a"}}}]', "REGEX has to stand directly below"),
        ('[{_: {house: {REGEX: "a"}}}]', "REGEX has to stand directly below"),
        ('[{LENGTH: {REGEX: "a"}}]', "spaCy cannot use this pattern"),
        ('[{SPACY: {REGEX: "a"}}]', "spaCy cannot use this pattern"),
        (f"[{{LOWER: {{FUZZY: {'a' * 200}}}}}]", "at most 100 characters"),
    ],
)
def test_an_expression_that_could_not_be_stopped_is_refused(pattern, said, tmp_path, monkeypatch) -> None:
    rule = (
        RULE[: RULE.index("entries:")]
        + f"entries: [{{id: a, tokens: [{pattern}]}}]\n"
        + RULE[RULE.index("examples:") :]
    )
    report = checked_by(rule, "Kindly call us.", tmp_path, monkeypatch)
    assert any(said in problem.message for problem in report.errors), report.errors
