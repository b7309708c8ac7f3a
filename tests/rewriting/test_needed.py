"""What it takes to get on, and what a law asks, is told as what is needed, and not asked for as a favour."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "You must visit a post office by Friday to verify your identity.",
            "You need to visit a post office by Friday to verify your identity.",
        ),
        ("To open your file, you must give your consent.", "To open your file, you need to give your consent."),
        (
            "Before you can continue, you must give us permission.",
            "Before you can continue, you need to give us permission.",
        ),
        ("You must tell us if your circumstances change.", "You need to tell us if your circumstances change."),
        (
            "You must respond by 5 May otherwise your application will be declined.",
            "You need to respond by 5 May otherwise your application will be declined.",
        ),
        (
            "This must be completed before the cancellation of the company.",
            "This needs to be completed before the cancellation of the company.",
        ),
        (
            "Documents must be submitted within 30 days for all claims.",
            "Documents need to be submitted within 30 days for all claims.",
        ),
    ],
)
def test_a_condition_or_a_duty_is_no_favour(text: str, expected: str) -> None:
    made = [written for _, written in proposals(text)]
    assert expected in made
    assert not [written for written in made if "lease " in written and "so that" not in written]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must call us to arrange a payment.", "Please call us to arrange a payment."),
        ("You must return the form by 5 May.", "Please return the form by 5 May."),
        ("Your form must be returned by 5 May.", "Please return your form by 5 May."),
    ],
)
def test_what_is_only_asked_for_is_asked_for_kindly(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text)
