"""Turns of the office, and news of a refusal, in words that everybody uses."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I acknowledge receipt of this letter.", "I confirm that I have received this letter."),
        ("We’re unable to proceed at this time.", "We cannot go ahead at this time."),
        ("This letter is in response to your request for leave.", "This letter answers your request for leave."),
        ("Your data will be there upon successful payment.", "Your data will be there after successful payment."),
        ("Please settle any outstanding invoice.", "Please pay any unpaid invoice."),
        ("Please settle your outstanding debt.", "Please pay your debt."),
        (
            "We are experiencing a service degradation incident.",
            "We are experiencing problems with our service.",
        ),
        ("Please note that interest will continue to accrue.", "Please note that interest will continue to build up."),
        (
            "We strive to provide reliable service and regret any inconvenience. Power will be back at noon.",
            "We are sorry about this. Power will be back at noon.",
        ),
    ],
)
def test_what_says_the_same_in_everyday_words(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The college has rejected your application.", "The college has not approved your application."),
        (
            "Your claim has been rejected by your insurance company.",
            "Your claim has not been approved by your insurance company.",
        ),
        ("You have been suspended from posting until Friday.", "You cannot post until Friday."),
        (
            "Your subscription period has ended and you haven't yet renewed.",
            "Your subscription period has ended and it has not been renewed yet.",
        ),
        (
            "Please update your details. Your internet connection will be throttled if payment is not received.",
            "Please update your details. Please make sure that we receive payment so that your internet connection is "
            "not throttled.",
        ),
    ],
)
def test_news_is_told_as_news(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text)


def test_many_problems_describe_no_incident() -> None:
    made = [written for _, written in proposals("We are experiencing a service degradation incident.")]
    assert not [written for written in made if "problems incident" in written]
