"""Titles, labels and sentences that only state a blow, as what they mean for the reader."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Account temporarily locked", "You cannot use your account for now"),
        ("This account is now locked", "You cannot use this account"),
        ("Account deleted", "Your account has been deleted"),
        ("Final Suspension Warning", "Notice before suspension (the last one)"),
        ("NOTICE BEFORE LEGAL PROCEEDINGS", "Before this goes to court"),
        (
            "FINAL LETTER BEFORE LEGAL ACTION FOR UNPAID SERVICE CHARGES",
            "Before this goes to court: unpaid service charges (our last letter)",
        ),
        ("PAY NOW AVOID EVICTION", "How to keep your home"),
        ("BREACHED TERMS OF COURT ORDER", "The terms of the court order have not been kept"),
    ],
)
def test_a_title_says_what_it_means(title: str, expected: str) -> None:
    assert ("review", expected) in proposals(f"{title}\n\nPlease call us.")


def test_what_template_code_names_cannot_be_used() -> None:
    text = "Your Signon {{ account_name }}, for {{ email }}, has been locked."
    assert ("review", "Your Signon {{ account_name }}, for {{ email }}, cannot be used.") in proposals(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Debtor: Ann Lee", "Name: Ann Lee"),
        (
            "Please call. You will be held liable for all court costs.",
            "Please call. All court costs will be yours to pay.",
        ),
        (
            "Please call. Any legal costs incurred by the council will be added to the balance claimed.",
            "Please call. Any legal costs incurred by the council will be part of the balance claimed.",
        ),
        (
            "Despite our numerous letters, you have refused to clear your arrears of £40.",
            "We have sent you many letters. We have not received payment for your arrears of £40.",
        ),
        (
            "Your continued failure to respond leaves us no option but to begin recovery.",
            "We have not heard from you, so we have to begin recovery.",
        ),
        ("We will have no option but to ask a court.", "We will have to ask a court."),
        ("Incomplete applications will be rejected.", "We cannot accept incomplete applications."),
        (
            "You have ignored every opportunity to resolve this. Please call us on any working day.",
            "Please call us on any working day.",
        ),
        ("Please log in. We value your loyalty.", "Please log in."),
        ("We sent the form. Thank you for your patience.", "We sent the form."),
    ],
)
def test_what_says_the_same_can_be_made_unread(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("If you lose, you will be held liable for all court costs.", "yours to pay"),
        ("Applications sent by post will be rejected and returned.", "cannot accept"),
        ("We sent it. We wish you all the best in your search.", "We sent it."),
    ],
)
def test_what_tells_more_is_read_first(text: str, unsure: str) -> None:
    made = [(safety, written) for safety, written in proposals(text, must_be_found=False) if unsure in written]
    assert not [row for row in made if row[0] == "safe" and "wish" not in row[1]]
