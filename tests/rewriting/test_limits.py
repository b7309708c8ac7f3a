"""Rules of a service that read as threats, as what it cannot do; and states that alarm, in plain words."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

LIMITS = [
    (
        "Documents sent by post or email will be destroyed.",
        "We cannot keep documents sent by post or email and have to destroy them.",
    ),
    ("Wet, torn or written-in books will be refused.", "We cannot accept wet, torn or written-in books."),
    ("Cheques may be refused.", "We may not be able to accept cheques."),
    ("No exceptions will be made.", "We cannot make exceptions."),
    ("Late applications will not be considered.", "We cannot consider late applications."),
    ("Anyone arriving late will be refused entry.", "We cannot let in anyone arriving late."),
    (
        "Your child will be offered another meal (bread and milk), and card purchases will be declined at the till.",
        "Your child will be offered another meal (bread and milk), and we cannot accept card purchases at the till.",
    ),
    ("Entry will be refused to anyone without a ticket.", "We cannot let in anyone without a ticket."),
    (
        "Applications received after this date will be rejected.",
        "We cannot accept applications received after this date.",
    ),
    ("Couriers under 85 lose priority access.", "Couriers under 85 do not keep priority access."),
]


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_a_rule_is_told_as_what_cannot_be_done(text: str, expected: str) -> None:
    assert expected in [written for _, written in proposals(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Your claim will be refused.",
        "This request will be rejected.",
        "If you do not reply, late claims will be refused.",
        "You will be refused entry.",
        "Bags and coats that are wet will be refused because of the carpet.",
        "The court may reject late papers.",
    ],
)
def test_what_befalls_the_reader_or_hangs_on_more_is_no_rule(text: str) -> None:
    assert not [made for _, made in proposals(text) if "cannot" in made or "able to" in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gym privileges: revoked", "Gym privileges: withdrawn"),
        ("After 4 May, your files become irretrievable.", "After 4 May, your files can no longer be recovered."),
        ("Your membership has been terminated.", "Your membership has ended."),
        ("The terms are non-negotiable.", "The terms cannot be changed."),
        (
            "An administration fee of $30 per passenger, per sector applies.",
            "The administration fee is $30 per passenger, per sector.",
        ),
        ("Unpaid charges incur a recovery fee of £70.", "For unpaid charges there is a recovery fee of £70."),
        ("Additional penalty weeks may be imposed.", "There may be additional penalty weeks."),
        ("Your visa sponsorship will be withdrawn.", "Your visa sponsorship will end."),
        ("You will be removed from the waiting list.", "You will no longer be on the waiting list."),
        (
            "You are hereby commanded to appear before this Court on 4 May.",
            "You need to appear before this Court on 4 May.",
        ),
        (
            "It is imperative that the form is returned by 4 May.",
            "Please make sure that the form is returned by 4 May.",
        ),
        (
            "A £25 missed appointment fee will be added to your account.",
            "There will be a £25 missed appointment fee on your account.",
        ),
        ("Your tenancy deposit will be forfeited.", "You will not get your tenancy deposit back."),
        ("You will be liable for any damage.", "You will need to pay for any damage."),
        (
            "Your account will be referred to our collections partner on 4 May.",
            "The next step is that our collections partner takes over your account on 4 May.",
        ),
        ("You must not share your login.", "Please do not share your login."),
        ("Your response is required within 5 working days.", "Please reply within 5 working days."),
        ("Interest of 8% will be charged on late payments.", "There is interest of 8% on late payments."),
        ("We will deduct £40 from your final pay.", "£40 will come out of your final pay."),
        ("Your visa may be curtailed.", "Your visa may end early."),
        ("We do not accept late returns under any circumstances.", "We do not accept late returns."),
        ("Visitors must report to reception.", "Visitors need to report to reception."),
    ],
)
def test_alarm_and_orders_are_told_in_plain_words(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text)
