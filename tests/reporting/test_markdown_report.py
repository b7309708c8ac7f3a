"""Markdown for a pull request: short enough, worst first, harmless whatever it quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_helpers import HOSTILE, HOSTILE_NAME, drawn, lint_in

from empathy_lint.reporting.markdown_text import escaped
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import RunReport

GITHUB_TAKES = 65_536


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> RunReport:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "bad.txt").write_text("Dear Customer,\n\nYou have failed to pay. We will take legal action.\n")
    (folder / "good.txt").write_text("Hi ${name},\n\nThank you. Your payment of ${amount} reached us.\n")
    return lint_in(folder, "good.txt", "bad.txt")


def test_it_begins_with_the_verdict_and_goes_on_with_the_worst(letters: RunReport) -> None:
    lines = drawn(letters, "markdown").splitlines()
    assert "Not passed" in lines[2]
    rows = [line for line in lines if line.startswith("| ") and ".txt" in line]
    assert [row.rsplit("| ", 1)[1] for row in rows] == ["bad.txt |", "good.txt |"]


def test_a_finding_stands_before_and_after(letters: RunReport) -> None:
    said = drawn(letters, "markdown")
    assert "> Now: “<b>You have failed to pay</b>.”" in said
    assert "> Then: “<b>We have not received your payment</b>.”" in said


def test_smaller_notes_and_the_arithmetic_come_when_asked_for(letters: RunReport) -> None:
    assert "How the score came about" not in drawn(letters, "markdown")
    assert "How the score came about" in drawn(letters, "markdown", View(explain_score=True))


@pytest.mark.parametrize("copies", [1, 60, 500])
def test_it_is_never_longer_than_github_takes(letters: RunReport, copies: int) -> None:
    said = drawn(replace(letters, messages=letters.messages * copies), "markdown")
    assert len(said) < GITHUB_TAKES
    assert ("not shown, so that this fits" in said) is (copies > 60 or said.count("<details") < copies)
    assert said.count("<details") == said.count("</details>")


def test_one_message_with_a_thousand_findings_keeps_the_gravest(letters: RunReport) -> None:
    worst = min(letters.messages, key=lambda message: message.score.total)
    said = drawn(replace(letters, messages=(replace(worst, findings=worst.findings * 300),)), "markdown")
    assert len(said) < GITHUB_TAKES
    assert "legal action" in said
    assert "lesser findings of this message not shown" in said


def test_nothing_from_a_letter_becomes_markup(tmp_path: Path) -> None:
    (tmp_path / HOSTILE_NAME).write_text(HOSTILE)
    said = drawn(lint_in(tmp_path, HOSTILE_NAME), "markdown", View(verbose=True))
    page = pyromark.html(said)
    for sign in ("<img", "<script", "<style", "<a href", "href=", "<code>code"):
        assert sign not in page.replace(f"<code>{'a'}", "")
    assert "@everyone" not in said
    assert "legal action" in page


@given(st.text(alphabet="ab \\`*_[]()<>&#|~$!@:/.\n\t", max_size=40))
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    page = pyromark.html(f"x{escaped(text)}x")
    plain = page.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in plain
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    shown = plain.replace("\u200b", "")
    assert shown.split() == f"x{text}x".split()
