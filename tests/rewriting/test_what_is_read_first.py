"""Wordings that are true, and that somebody reads before they are applied."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Whose part it was is the reason.
        (
            "Your place has expired because you did not confirm your registration.",
            "Your place has expired because your registration was not confirmed.",
        ),
        # A reproach on its own is barer than beside the praise.
        (
            "We appreciate that you sent all papers; however, you did not sign the contract.",
            "We appreciate that you sent all papers. You did not sign the contract.",
        ),
        # Something follows on not paying.
        (
            "Please settle the overdue amount immediately to prevent additional penalties.",
            "Please settle the overdue amount as soon as you can to prevent additional penalties.",
        ),
    ],
)
def test_what_may_say_less_is_read_first(text: str, told: str) -> None:
    assert [safety for safety, made in proposals(text) if made == told] == ["review"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Permit holders: you are required to return all stickers.",
            "Permit holders: you need to return all stickers.",
        ),
        ("You did not confirm your registration.", "Your registration has not been confirmed yet."),
        ("Please send the form immediately.", "Please send the form as soon as you can."),
    ],
)
def test_what_says_as_much_is_safe(text: str, told: str) -> None:
    assert ("safe", told) in proposals(text)
    assert not [made for _, made in proposals(text) if "please return" in made]
