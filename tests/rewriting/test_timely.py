"""When something is asked for: the only word on when stays, without its push."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


def made(text: str) -> list[str]:
    return [told for _, told in proposals(text, "general")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Please return the van and call us immediately at (844) 555-0100.",
            "Please return the van and call us as soon as you can at (844) 555-0100.",
        ),
        (
            "Please immediately return the keys to our office in Leeds.",
            "Please return the keys to our office in Leeds as soon as you can.",
        ),
        (
            "Immediately contact our office on 0800 555 0100.",
            "Contact our office as soon as you can on 0800 555 0100.",
        ),
        (
            "Please send immediately the documents listed below.",
            "Please send the documents listed below as soon as you can.",
        ),
        ("You must immediately send us the signed form.", "Please send us the signed form as soon as you can."),
        ("Please pay now to keep your service.", "Please pay as soon as you can to keep your service."),
        (
            "All staff must complete the training immediately.",
            "All staff must complete the training as soon as they can.",
        ),
        ("Pay at once, and in any case by 5 May.", "Pay as soon as you can, and in any case by 5 May."),
        (
            "If you do not pay immediately, your account will be closed.",
            "Please pay as soon as you can so that your account is not closed.",
        ),
        (
            "We ask you to remove the bicycle from the hall immediately.",
            "We ask you to remove the bicycle from the hall as soon as you can.",
        ),
    ],
)
def test_when_it_is_asked_for_is_kept(said: str, told: str) -> None:
    assert told in made(said)


def test_a_time_limit_says_it_better() -> None:
    assert "Please pay by 5 May." in made("Please pay immediately by 5 May.")


@pytest.mark.parametrize(
    "said",
    [
        "Please stop using the blue cable immediately.",
        "Please always report changes promptly.",
    ],
)
def test_what_cannot_wait_is_not_put_off(said: str) -> None:
    assert not [told for told in made(said) if "as soon as" in told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Immediate payment of £50 is required.", "Please pay £50 as soon as you can."),
        ("This matter requires your urgent attention.", "Please look at this as soon as you can."),
        (
            "Your prompt attention to this matter would be greatly appreciated.",
            "Please look at this as soon as you can.",
        ),
        ("Please make immediate payment of £40 to keep it.", "Please pay £40 as soon as you can to keep it."),
        ("We need your immediate response.", "Please reply as soon as you can."),
        ("The overdue balance requires immediate payment.", "Please pay the overdue balance as soon as you can."),
        (
            "Immediate action is required: please send us the form.",
            "Please send us the form as soon as you can.",
        ),
        (
            "Please reply to our letter. Immediate action is required.",
            "Please reply to our letter. Please do this as soon as you can.",
        ),
    ],
)
def test_what_is_asked_as_a_thing_is_asked_for_with_its_time(said: str, told: str) -> None:
    assert told in made(said)


@pytest.mark.parametrize("said", ["The port is open. Immediate action is required.", "This is an urgent matter."])
def test_the_only_ask_is_not_taken_out(said: str) -> None:
    assert made(said) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Invoice 12 for $50 requires immediate attention.", "Please look at invoice 12 for $50 as soon as you can."),
        (
            "This is an urgent reminder that your payment is overdue.",
            "This is a reminder that your payment is overdue.",
        ),
        (
            "Action Required: To keep your appointment, please update your card within 24 hours.",
            "To keep your appointment, please update your card within 24 hours.",
        ),
    ],
)
def test_what_is_to_be_done_is_told_and_not_shouted(text: str, told: str) -> None:
    assert told in [each for _, each in proposals(text, rule="pressure-language")]
