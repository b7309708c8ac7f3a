"""Measures of a message: readability, sentiment, words."""

from __future__ import annotations

import socket

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st
from language_helpers import analysis_of

from empathy_lint.language.measures import count_words
from empathy_lint.language.readability import count, readability, rix_grade
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


_PIECES = st.sampled_from(
    """We can't help the customers' co-operative "today", it's £40.50 (ten per cent) – rock 'n' roll don’t non-payment
    Unfortunately authorisation necessitates e.g. you'll we've o'clock immediately a I 2026 @ & https://example.com/x
    naïve Ω __ * 'quoted' didn't've""".split()
)


@given(st.lists(_PIECES, min_size=3, max_size=40))
def test_counts_are_those_of_textstat(words: list[str]) -> None:
    textstat.set_lang("en-US")
    text = " ".join(words).replace(".", " ")
    counts = count(text)
    assert counts.words == textstat.lexicon_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert counts.many_syllables == textstat.polysyllabcount(text)
    assert counts.long_words == textstat.long_word_count(text)


def test_grades_are_those_of_textstats_formulas() -> None:
    textstat.set_lang("en-US")
    for sentences in (EASY, HARD, [*EASY, *HARD, "Thank you!"]):
        text, found = " ".join(sentences), readability(sentences)
        grades = [textstat.flesch_kincaid_grade(text), textstat.smog_index(text), rix_grade(textstat.rix(text))]
        assert found is not None
        assert found.grade == round(max(sorted(grades)[1], 0.0), 1)
        assert found.ease == round(min(max(textstat.flesch_reading_ease(text), 0.0), 100.0), 1)


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
