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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Your account has been suspended for violating our rules on spam.",
            "Your account has been suspended because it was not used in line with our rules on spam.",
        ),
        (
            "Your post was removed for violating our rules on spam.",
            "Your post was removed because it was not in line with our rules on spam.",
        ),
        (
            "This is a friendly reminder that your internet service is scheduled for suspension at noon if the bill is "
            "not paid.",
            "Please pay the bill so that your internet service is not suspended at noon.",
        ),
        (
            "Any application not submitted by this time will be deleted.",
            "Please submit any application by this time so that it is not deleted.",
        ),
        (
            "You must respond by 5 May otherwise your application will be declined.",
            "Please respond by 5 May so that your application is not declined.",
        ),
        ("A check is needed upon issuing a request.", "A check is needed when issuing a request."),
        ("Upon upgrading, your access will be back.", "After upgrading, your access will be back."),
    ],
)
def test_what_hangs_on_a_rule_or_a_day_is_told_by_it(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text)


def test_how_often_a_rule_was_broken_stays_told() -> None:
    text = "Your account has been suspended for repeated violations of our rules on spam."
    assert not [made for _, made in proposals(text, must_be_found=False) if "in line" in made]
