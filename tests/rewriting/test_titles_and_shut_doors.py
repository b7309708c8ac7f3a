"""Titles that only alarm, doors that are shut, what happens again, and what does not come."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from writing_helpers import proposals, whole_of

from empathy_lint.rewriting.averted_things import averted_thing
from empathy_lint.rewriting.flagged import Flagged, Wording
from empathy_lint.rewriting.wordings.alarm_titles import without_alarm
from empathy_lint.rewriting.wordings.office import in_plain_frames
from empathy_lint.rewriting.wordings.repeated_acts import asked_not_to_repeat
from empathy_lint.rewriting.wordings.shut_out import what_is_shut
from empathy_lint.rewriting.wordings.your_faults import without_fault


def offered(text: str, rule: str) -> list[str]:
    return [told for _, told in proposals(text, "general", rule)]


def worded(text: str, wordings: Callable[[Flagged], Iterable[Wording]]) -> list[str]:
    """What wordings make of the first sentence of a text, whatever is flagged in it."""
    flagged = whole_of(text)
    return [flagged.text[: row.start] + row.text + flagged.text[row.end :] for row in wordings(flagged)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Action Required on your application", "Please look at your application"),
        ("Account Suspension Notice", "About the hold on your account"),
        ("Service Disconnection Warning", "How to keep your service"),
        ("Quota Warning", "About your quota"),
        ("Account Suspended - Payment needed", "Your account is on hold - Payment needed"),
        ("Account Terminated", "Your account is closed"),
        ("Service Terminated", "Your service has ended"),
        ("Account Permanently Terminated", "Your account is permanently closed"),
    ],
)
def test_a_title_says_what_it_is_about(title: str, told: str) -> None:
    assert told in worded(f"Subject: {title}\n\nGood day.", without_alarm)


@pytest.mark.parametrize("title", ["FINAL WARNING - IMMEDIATE ACTION REQUIRED", "FINAL NOTICE"])
def test_a_title_of_alarm_alone_is_not_emptied(title: str) -> None:
    assert worded(f"Subject: {title}\n\nGood day.", without_alarm) == []


def test_a_heading_says_what_to_do_only_where_that_follows() -> None:
    asks = "Subject: Immediate Action Required\n\nPlease call us on Friday."
    assert "What to do now" in worded(asks, without_alarm)
    assert worded("Subject: Immediate Action Required\n\nYour bill is $5.", without_alarm) == []


def test_a_subject_still_says_that_there_is_something_to_do() -> None:
    assert worded("Subject: Action Required: Your new card\n\nPlease sign.", without_alarm) == []


def test_that_a_warning_is_formal_is_not_lost() -> None:
    assert worded("Subject: FORMAL WARNING: Attendance\n\nGood day.", without_alarm) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Your seller account has been suspended by an administrator.",
            "An administrator has put your seller account on hold.",
        ),
        (
            "We are sorry that your account has been permanently terminated.",
            "We are sorry that your account has been permanently closed.",
        ),
        ("Access to your account has been restricted.", "Access to your account is limited."),
        (
            "Your account will be deleted due to inactivity on 3 May.",
            "Your account has not been used for a while, so we will delete it on 3 May.",
        ),
    ],
)
def test_what_is_shut_is_told_as_what_it_is(said: str, told: str) -> None:
    assert told in worded(said, what_is_shut)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Continued non-payment may lead to fees.", "Please pay"),
        ("Further late payments will attract a fee.", "Please pay on time"),
    ],
)
def test_what_must_not_happen_again_is_asked_for(said: str, asked: str) -> None:
    found = asked_not_to_repeat(said)
    assert found is not None
    assert found[1] == asked


@pytest.mark.parametrize(
    "said",
    [
        "Further violations may result in a ban.",
        "Further payments may result in credits.",
        "Repeated breaches of your peace may lead to a visit.",
        "It may rain.",
    ],
)
def test_what_names_no_rule_is_left_alone(said: str) -> None:
    assert asked_not_to_repeat(said) is None


@pytest.mark.parametrize(
    ("sanction", "averted"),
    [
        ("further fines", "you do not have to pay further fines"),
        ("may result in a ban", "there is no ban"),
        ("late fees and charges", "you do not have to pay late fees or charges"),
        ("booking cancellation", "your booking is not cancelled"),
        ("any restrictions on your borrowing rights", "your borrowing rights are not restricted"),
        ("the removal of your name from the list", "your name is not removed from the list"),
        ("losing access to your data", "you keep access to your data"),
        ("result in not being paid", "you are paid"),
    ],
)
def test_a_sanction_named_as_a_thing_does_not_come(sanction: str, averted: str) -> None:
    assert averted_thing(sanction) == averted


@pytest.mark.parametrize("sanction", ["a visit", "fines that you owe", "the loss of your home, which", "severe action"])
def test_a_thing_of_no_known_kind_has_no_wording(sanction: str) -> None:
    assert averted_thing(sanction) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We still have not received payment for invoice 5.", "Your payment for invoice 5 has not reached us yet."),
        (
            "It was cancelled due to non-payment of the balance.",
            "It was cancelled because the balance has not been paid.",
        ),
        (
            "It was cancelled due to not making payment on time.",
            "It was cancelled because no payment reached us in time.",
        ),
    ],
)
def test_what_has_not_come_need_not_have_been_kept_back(said: str, told: str) -> None:
    assert told in worded(said, without_fault)


def test_attempts_to_reach_somebody_are_not_held_against_them() -> None:
    said = "Despite multiple attempts to contact you, this bill is unpaid."
    told = "We have tried to reach you several times. This bill is unpaid."
    assert told in offered(said, "blame-language")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "This is your final opportunity to settle this before we close it.",
            "You can still settle this before we close it.",
        ),
    ],
)
def test_last_notices_say_what_they_are_about(said: str, told: str) -> None:
    assert told in offered(said, "pressure-language")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("According to our current records, you have two books.", "Our records show that you have two books."),
        ("We are compelled to deny the claim.", "We have to deny the claim."),
        ("The cost, in line with school regulations, is shared.", "The cost, under school regulations, is shared."),
    ],
)
def test_office_frames_in_everyday_words(said: str, told: str) -> None:
    assert told in worded(said, in_plain_frames)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We apologize for any inconvenience this may cause and will write again.", "We will write again."),
    ],
)
def test_stock_regret_gives_way_to_what_it_leads_up_to(said: str, told: str) -> None:
    assert told in offered(said, "hollow-empathy")
