"""What a reader has to know stays in what is written instead, and no word takes the place of another that it is not."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Please pay £40 to avoid further action being taken.",
            "Please pay £40 so that this does not have to go further.",
        ),
        ("Your membership has been revoked.", "Your membership has been cancelled."),
        ("Your access has been revoked.", "Your access has been withdrawn."),
        ("NOTICE OF SERVICE DISCONNECTION\n\nPlease pay £40 by Friday.", "How to keep your service connected"),
        ("Account closure notice\n\nPlease reply by Friday.", "About closing your account"),
        (
            "This is your last opportunity to pay before we close the file.",
            "You can still pay before we close the file.",
        ),
        ("Final suspension warning", "Notice before suspension (the last one)"),
        ("This office has been retained to collect £40.", "This office has been hired to collect £40."),
        ("Please ensure you are in compliance with all bylaws.", "Please ensure you keep to all bylaws."),
        (
            "Customers who fail to enrol will be charged a penalty of £5 per month.",
            "There is a charge of £5 per month for customers who do not enrol.",
        ),
        ("Your contract will be terminated effective 5 May.", "Your contract will end on 5 May."),
        (
            "It has come to our attention that the account holder is deceased.",
            "We have been told that the account holder is deceased.",
        ),
    ],
)
def test_what_is_told_stays_told(text: str, expected: str) -> None:
    assert expected in [written for _, written in proposals(text)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Subject: Notice of Commencement of Dissolution\n\nPlease call us.", "Notice of Start"),
        ("With regard to this fact, we are removing the name.", "About this"),
        ("Your licence has been revoked.", "withdrawn"),
        ("This office has been retained to collect £40.", "kept"),
        ("This is your last opportunity to pay.", "can still"),
        ("Please call us. Failure to act today will result in disconnection.", "Please call us."),
        ("Passengers who do not comply will be removed.", "need to comply"),
        ("Your access will expire and you may lose access.", "your access may end"),
        ("Payments must recommence immediately.", "as soon as they can"),
        ("Notice of service disconnection", "About the end"),
        ("It has come to our attention that the account holder is deceased.", "The account holder is"),
        ("We ask that you stop this. Failure to do so may mean suspension of your card.", "steps in this message"),
    ],
)
def test_what_says_less_or_something_else_is_not_offered(text: str, wrong: str) -> None:
    made = [written for _, written in proposals(text, must_be_found=False)]
    assert not [written for written in made if written == wrong or (wrong in written and not text.startswith(wrong))]


def test_thanks_that_lead_over_to_who_signs_stay() -> None:
    made = proposals("We have sent it. Thank you for your understanding,\n\nThe team", rule="hollow-empathy")
    assert not [written for _, written in made if "understanding" not in written]


def test_a_farewell_is_taken_out_by_nobody_but_the_writer() -> None:
    text = "We have chosen somebody else. Thank you for coming. We wish you all the best in your future endeavours."
    made = proposals(text, "refusal", "hollow-empathy")
    assert made
    assert not [written for safety, written in made if safety == "safe" and "wish you" not in written]
