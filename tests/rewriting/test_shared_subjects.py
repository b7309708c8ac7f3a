"""A new subject for one verb must not be taken from another that shares it; and what begins small stays small."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("You have exceeded your limit and missed a payment.", "reached and missed"),
        ("Because you have not sent payment or made arrangements, we closed it.", "payment or made"),
    ],
)
def test_no_verb_is_left_without_its_subject(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, rule="blame-language") if wrong in made]


def test_a_verb_of_its_own_subject_may_follow() -> None:
    made = proposals("You have exceeded your limit and a fee was added.", rule="blame-language")
    assert "Your limit has been reached and a fee was added." in [text for _, text in made]


def test_of_two_reminders_told_together_one_stays() -> None:
    made = proposals("COUNCIL TAX: SECOND AND LAST REMINDER", rule="pressure-language")
    assert [text for _, text in made] == ["COUNCIL TAX: REMINDER"]


def test_a_name_that_begins_small_stays_small_where_it_comes_to_open() -> None:
    made = [text for _, text in proposals("Action required: iPhone order", rule="pressure-language")]
    assert "iPhone order" in made
