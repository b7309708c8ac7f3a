"""Named measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simple_analysis import analyse

from empathy_lint.checking.context import Context
from empathy_lint.checking.measures import MEASURES
from empathy_lint.checking.measures.sms import count_segments
from empathy_lint.checking.passage import Passage
from empathy_lint.checking.view import MessageView


def measured(name: str, text: str) -> list[tuple[float, str]]:
    analysis = analyse(text)
    context = Context("email", "general")
    passages = tuple(Passage(sentence, analysis, context) for sentence in analysis.sentences)
    readings = MEASURES[name](MessageView(analysis, context, passages))
    blocks = analysis.message.blocks
    return [
        (each.value, blocks[each.block].prose[each.start : each.end] if each.block is not None else "")
        for each in readings
    ]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Please PAY NOW or call.", "PAY NOW"),
        ("This is your FINAL NOTICE.", "FINAL NOTICE"),
        ("It is URGENT that you call.", "URGENT"),
        ("DO NOT IGNORE THIS LETTER.", "DO NOT IGNORE THIS LETTER"),
        ("You MUST reply.", "MUST"),
        ("WE ARE HERE FOR YOU.", "WE ARE HERE FOR YOU"),
        ("Reply TODAY.", "TODAY"),
        ("PLEASE PAY NOW: {{ amount }}", "PLEASE PAY NOW"),
        ("WHY HAVE YOU IGNORED OUR LETTERS?", "WHY HAVE YOU IGNORED OUR LETTERS"),
        ("NOTE: WE ARE COMING TO YOUR HOUSE.", "WE ARE COMING TO YOUR HOUSE"),
        ("# FINAL NOTICE", "FINAL NOTICE"),
        ("# Your FINAL NOTICE", "FINAL NOTICE"),
    ],
)
def test_capitals_that_raise_the_voice_are_found(text: str, run: str) -> None:
    assert [words for _, words in measured("capitals-run", text)] == [run]


@pytest.mark.parametrize(
    "text",
    [
        "Your PIN and your NHS number.",
        "Reply STOP to opt out, or YES to go on.",
        "Reply YES or NO.",
        "STATE OF NORTH WABASH\nDepartment of Work",
        "Reference AB12-CD34.",
        "# YOUR NEW TARIFF",
        "WHAT HAPPENS IF A DOMAIN EXPIRES?",
        "REQUEST RECEIVED ON: 3 May",
        "Send it to PO BOX 12, UK.",
        "I am OK. A is A.",
        "The FAQ has it.",
        "See https://example.com/PAY/NOW for more.",
    ],
)
def test_initials_codes_and_set_headings_are_no_shouting(text: str) -> None:
    assert measured("capitals-run", text) == []


def test_marks_in_a_row_are_counted() -> None:
    assert measured("exclamation-run", "Pay!!! Why? What?! Good.") == [(3, "!!!"), (2, "?!")]


def test_words_of_a_sentence_are_located() -> None:
    assert measured("sentence-words", "One two three. It's late-paid.") == [
        (3, "One two three."),
        (2, "It's late-paid."),
    ]


@pytest.mark.parametrize(
    ("text", "segments"),
    [("", 0), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("€" * 80, 1), ("€" * 81, 2),
     ("’" * 70, 1), ("’" * 71, 2), ("😀" * 35, 1), ("😀" * 36, 2)],
)  # fmt: skip
def test_sms_segments_follow_the_standard(text: str, segments: int) -> None:
    assert count_segments(text) == segments


@given(st.text(max_size=400), st.text(max_size=50))
def test_a_longer_sms_never_takes_fewer_segments(text: str, more: str) -> None:
    assert count_segments(text + more) >= count_segments(text)
