"""Runs of tokens become marks with exact words and an honest confidence."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.language.tone.marks import Calibration, marks_of

CATEGORIES = ("threat-language", "but-usage")
AS_IS = dict.fromkeys(CATEGORIES, Calibration(1.0, 0.0))


def tokens(text):
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def threat(text, words, probability=0.9):
    """Probabilities in which exactly the tokens of `words` lean towards threat."""
    start = text.index(words)
    rows = []
    for begin, end in tokens(text):
        leans = probability if start <= begin and end <= start + len(words) else 0.01
        rows.append([1 - leans, leans, 0.0])
    return rows


def marks(text, rows, least=0.5, curves=AS_IS):
    found = marks_of(text, tokens(text), rows, CATEGORIES, curves, least)
    return [(mark.category, text[mark.start : mark.end]) for mark in found]


def test_the_marked_words_are_those_that_lean_without_the_full_stop():
    text = "Pay today or we will close your account."
    assert marks(text, threat(text, "we will close your account.")) == [
        ("threat-language", "we will close your account")
    ]


def test_a_small_word_inside_a_clause_does_not_break_it():
    text = "we will close your account"
    rows = threat(text, text)
    rows[3] = [0.99, 0.01, 0.0]  # "your"
    assert marks(text, rows) == [("threat-language", text)]


def test_two_words_apart_are_two_marks():
    text = "closure comes and then after that the bailiffs"
    rows = [a if a[1] > b[1] else b for a, b in zip(threat(text, "closure"), threat(text, "bailiffs"), strict=True)]
    assert [words for _, words in marks(text, rows)] == ["closure", "bailiffs"]


def test_marks_of_nothing_but_punctuation_are_kept():
    text = "Pay now !!!"
    assert marks(text, threat(text, "!!!")) == [("threat-language", "!!!")]


def test_a_currency_goes_with_its_sum():
    assert marks("You were told to pay $ 50.", threat("You were told to pay $ 50.", "told to pay $")) == [
        ("threat-language", "told to pay")
    ]
    assert marks("You were told to pay $50.", threat("You were told to pay $50.", "told to pay $50")) == [
        ("threat-language", "told to pay $50")
    ]


def test_what_is_less_sure_than_asked_for_is_left_out():
    text = "we may close your account"
    assert marks(text, threat(text, text, 0.6), least=0.7) == []


def test_calibration_moves_the_confidence_and_keeps_the_order():
    strict = Calibration(1.0, -1.0)
    assert strict.confidence(0.9) < 0.9
    assert strict.confidence(0.6) < strict.confidence(0.9)


@given(st.text("ab .!", min_size=1, max_size=40), st.data())
def test_every_mark_lies_in_the_text_and_in_order(text, data):
    spans = tokens(text)
    rows = [[0.2, *data.draw(st.tuples(st.floats(0, 0.8), st.floats(0, 0.8)))] for _ in spans]
    found = marks_of(text, spans, rows, CATEGORIES, AS_IS, 0.0)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found)
    assert list(found) == sorted(found, key=lambda mark: mark.start)


def test_nobody_marks_half_a_word():
    text = "the arrears are due"
    pieces = [(0, 3), (4, 7), (7, 11), (12, 15), (16, 19)]  # "arr" and "ears"
    rows = [[1 - leans, leans, 0.0] for leans in (0.01, 0.9, 0.01, 0.01, 0.01)]
    (mark,) = marks_of(text, pieces, rows, CATEGORIES, AS_IS, 0.5)
    assert text[mark.start : mark.end] == "arrears"
