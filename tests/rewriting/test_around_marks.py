"""Plain words for the office words in what the tone model marks, or right beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from writing_helpers import proposals

from empathy_lint.checking.replacements import compile_replacements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This may include (but is not limited to):", "This may include (among other things):"),
        ("Should you not allow the domain to expire.", "If you do not allow the domain to expire."),
    ],
)
def test_office_words_in_a_mark_become_plain(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text, "general", "jargon")


def test_a_word_left_out_takes_its_space_along() -> None:
    assert compile_replacements({"hereby": ""}, inside=True).of("you are hereby told")[0].text == "you are told"


def test_keys_with_an_open_end_stand_for_whole_marks_alone() -> None:
    known = compile_replacements({"said …": "the …", "prior to": "before"}, inside=True)
    assert known.among("the said account prior to May") == [(17, 25, "before")]
    assert replace(known, inside=False).of("said account")[0].text == "the account"


def test_a_noun_is_no_verb() -> None:
    made = proposals("The matter falls outwith our remit.", "general", "jargon")
    assert not [text for _, text in made if "our send" in text]
