"""Measures of a message: readability, sentiment, words."""

from __future__ import annotations

import socket

import pytest
from language_helpers import analysis_of

from empathy_lint.language.measures import count_words
from empathy_lint.language.readability import readability, rix_grade
from empathy_lint.language.sentiment import sentiment

EASY = ["We can help you pay."] * 10
HARD = [
    "Notwithstanding the aforementioned contractual obligations, remuneration necessitates immediate authorisation."
] * 6


def test_long_words_and_long_sentences_are_harder() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy is not None and hard is not None
    assert easy.grade < 4 < 12 < hard.grade
    assert easy.ease > 80 > 30 > hard.ease


def test_a_short_text_has_no_grade() -> None:
    assert readability(["We can help you pay."] * 7) is None
    metrics = analysis_of("Please pay by Friday.").metrics
    assert metrics.reading_grade is None and metrics.reading_ease is None


def test_an_inner_full_stop_does_not_make_two_sentences() -> None:
    plain = readability(["We can help, for example by phone, on any day of the week."] * 4)
    dotted = readability(["We can help, e.g. by phone, on any day of the week ahead."] * 4)
    assert plain is not None and dotted is not None
    assert plain.ease - 8 < dotted.ease < plain.ease + 8


def test_grading_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert readability(EASY) is not None


@pytest.mark.parametrize(("rix", "grade"), [(0.1, 1), (2.0, 6), (9.0, 13)])
def test_the_rix_table(rix: float, grade: int) -> None:
    assert rix_grade(rix) == grade


def test_a_placeholder_counts_as_one_short_word() -> None:
    long = analysis_of("Dear {{ customer.contact.preferred_first_name_for_letters }}, we can help you.").metrics
    short = analysis_of("Dear {{ x }}, we can help you.").metrics
    assert long.words == short.words == 6
    assert long.longest_sentence == 6


def test_sentiment_goes_with_the_words() -> None:
    assert sentiment(["This is a terrible, cruel threat."]) < -0.4
    assert sentiment(["Thank you, we are glad to help."]) > 0.4
    assert sentiment([]) == 0.0


@pytest.mark.parametrize(
    ("text", "words"), [("Pay £20.50 at www.example.com today", 5), ("a well-kept letter", 3), ("—", 0)]
)
def test_words_are_counted_as_a_person_counts(text: str, words: int) -> None:
    assert count_words(text) == words
