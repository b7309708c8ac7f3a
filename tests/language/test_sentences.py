"""Sentences are cut where a reader stops, and nothing is lost or moved."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_helpers import message_of

from empathy_lint.language.sentences import is_salutation, split_line, split_message


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_line(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Pay now. Or call.", ["Pay now.", "Or call."]),
        ("Call Mr. Patel at 5 p.m. on Friday.", ["Call Mr. Patel at 5 p.m. on Friday."]),
        ("We open at 9 a.m. You can call then.", ["We open at 9 a.m.", "You can call then."]),
        ("It costs £2.40 a day.", ["It costs £2.40 a day."]),
        ("See www.example.com. Thanks!", ["See www.example.com.", "Thanks!"]),
        ("1. Open the app. 2. Tap Pay.", ["1. Open the app.", "2. Tap Pay."]),
        ("Is it late? Call us.", ["Is it late?", "Call us."]),
        ("He said “We can wait.” Then he rang off.", ["He said “We can wait.”", "Then he rang off."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("Write to Acme Ltd. The address is below.", ["Write to Acme Ltd.", "The address is below."]),
        ("Dr. J. Brown will see you, e.g. on Monday.", ["Dr. J. Brown will see you, e.g. on Monday."]),
    ],
)
def test_a_line_is_cut_where_a_reader_stops(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize("word", ["bill ", "b" * 50_000])
def test_a_text_without_an_end_is_cut_into_parts_that_can_be_parsed(word: str) -> None:
    text = (word * 100_000)[:100_000].strip()
    parts = cut(text)
    assert all(0 < len(part) <= 4000 for part in parts)
    assert len(parts) < 30
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert " " not in word or all(part.startswith("bill ") and part.endswith(" bill") for part in parts)


def test_bullets_on_one_line_are_apart() -> None:
    assert cut("You can: • pay online • call us") == ["You can:", "• pay online", "• call us"]


def test_lines_are_apart_and_sentences_are_numbered_through_the_message() -> None:
    sentences = split_message(message_of("Dear Ana\n\nYour bill is here. It is £20.\n\nBest wishes"))
    assert [sentence.text for sentence in sentences] == ["Dear Ana", "Your bill is here.", "It is £20.", "Best wishes"]
    assert [sentence.index for sentence in sentences] == [0, 1, 2, 3]


@given(st.text(alphabet="aB1 .!?…“”()•\n'’,;:£", max_size=120))
def test_no_character_is_lost_or_told_twice(text: str) -> None:
    spans = list(split_line(text, 0, len(text)))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


def test_a_button_is_read_at_one_glance_unless_it_is_a_text() -> None:
    short, long = (
        "Payment failed. Try again",
        "Click the button to try once more. If it does not work, please call us on any day of the week.",
    )
    page = message_of(f"<h1>{short}</h1><h1>{long}</h1>", "page.html")
    assert [row.text for row in split_message(page)] == [short, *long.replace(". If", ".|If").split("|")]


@pytest.mark.parametrize(
    "text", ["Dear Ms Okafor,", "Hi Sam and Jo", "Hello Abara-Amadi,", "Dear Dr. O’Neill:", "Hello,"]
)
def test_a_greeting_by_name_says_no_more(text: str) -> None:
    assert is_salutation(text)


@pytest.mark.parametrize(
    "text",
    ["Dear Sir or Madam,", "Dear valued customer,", "Dear Customer,", "Dear Ms Okafor, you owe us.", "Dear defaulter,"],
)
def test_a_greeting_that_says_more_is_read(text: str) -> None:
    assert not is_salutation(text)
