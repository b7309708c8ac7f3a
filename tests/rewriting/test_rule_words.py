"""What a rule says to write instead is offered where it fits, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.run import Run, StandardInput

RULE = """\
id: our-words
title: Our words
dimension: clarity
severity: minor
why: It is hard to read.
advice: Say it plainly.
evidence: {for: [], against: [], strength: practice}
entries:
  - id: all
    phrases: [you must pay, legal proceedings, utilise, an outstanding sum, kindly, remittance, remit, tariff]
    rewrites:
      you must pay: please pay
      legal proceedings: the next step
      utilise: use
      kindly: ""
      remittance: payment
      remit: tariff
      tariff: rate
      review: [talk]
examples: {flag: ["We [[utilise]] it."], pass: ["We use it."]}
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("words")
    (folder / "pack").mkdir()
    (folder / "pack" / "words.yaml").write_text(RULE, encoding="utf-8")
    config = folder / ".empathy-lint.yaml"
    Path(config).write_text(
        "packs: [pack]\nselect: [our-words]\nchannel: email\nsituation: general\n", encoding="utf-8"
    )
    return Run(config=config)


def safe_words(run: Run, text: str) -> list[str]:
    (message,) = run.lint_paths(["-"], StandardInput("letter.txt", text.encode())).messages
    assert message.findings
    return [each.text for row in message.findings for each in row.finding.rewrites if each.safety == "safe"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You must pay {{ amount }} by Friday.", ["Please pay"]),
        ("We can UTILISE your card.", ["USE"]),
        ("We will take legal proceedings.", ["the next step"]),
        ("Kindly send the form.", ["Send the form."]),
        ("Send the form kindly.", ["Send the form."]),
    ],
)
def test_words_that_fit_are_safe(run: Run, text: str, words: list[str]) -> None:
    assert safe_words(run, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The court has decided that you must pay {{ amount }}.",  # an ask cannot stand inside a statement
        "We may take further legal proceedings.",  # nor an article behind an adjective
        "Legal proceedings are expensive for both.",  # nor one thing before a plural verb
        "Please remit it today.",  # the new word is flagged itself
    ],
)
def test_words_that_do_not_fit_are_not_offered(run: Run, text: str) -> None:
    assert safe_words(run, text) == []
