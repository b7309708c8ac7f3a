"""What is stopped, banned or ends: on hold only what rests, and otherwise what it is or nothing."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


def offered(text: str, rule: str | None = None) -> list[str]:
    return [told for _, told in proposals(text, "general", rule)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Your gym membership has been suspended because the direct debit did not go through.",
            "Your gym membership has been put on hold because the direct debit did not go through.",
        ),
        (
            "Your gym membership has been suspended since 2 May.",
            "Your gym membership has been on hold since 2 May.",
        ),
        (
            "Payments to your account are currently blocked until you confirm your details.",
            "Payments to your account are currently on hold until you confirm your details.",
        ),
        (
            "Access to the lab is suspended until the leak is repaired.",
            "Access to the lab is on hold until the leak is repaired.",
        ),
        ("Your membership will be suspended on 4 June.", "Your membership will be put on hold on 4 June."),
    ],
)
def test_a_thing_that_rests_is_on_hold(said: str, told: str) -> None:
    assert told in offered(said)


@pytest.mark.parametrize(
    "said",
    [
        "Your firm is now suspended from listing vans until the fee is paid.",
        "Drivers are suspended from taking new jobs until their insurance is renewed.",
        "Your shop has been automatically suspended, as its food licence has expired.",
        "Opening a second account is also blocked.",
        "Your right to vote has been suspended.",
        "Your card is blocked.",
        "Your profile has been disabled.",
        "Hello Ana,\n\nYour site is down.\n\nDomain: example.org\nSuspension Reason: unpaid bill",
        "Subject: Store Suspended\n\nWe could not check your licence.",
    ],
)
def test_what_is_no_thing_that_rests_is_not_on_hold(said: str) -> None:
    assert [told for told in offered(said) if "on hold" in told.lower()] == []


@pytest.mark.parametrize(
    "why",
    [
        "You sent abusive messages to other players.",
        "This is a sanction under our code of conduct.",
        "It repeatedly broke our rules.",
        "The decision is permanent.",
        "You can read here what counts as spam.",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "Your account has been suspended.",
        "Your account has been suspended by an administrator.",
        "Your account will be suspended on 4 June.",
        "Subject: Account Suspended\n\nHello Ana.",
        "Subject: Account Suspension Notice\n\nHello Ana.",
        "This means account suspension.",
    ],
)
def test_a_sanction_is_no_pause(said: str, why: str) -> None:
    assert [told for told in offered(f"{said}\n\n{why}") if "hold" in told.lower()] == []


@pytest.mark.parametrize(
    "said",
    [
        "Subject: Account Banned\n\nHello Ana.",
        "Your profile has been permanently banned for spam.",
        "You have been banned from the chess server for abuse.",
        "Further breaches may result in a temporary or permanent ban.",
        "Repeated violations of our house rules may result in account suspension.",
        "Continued disruptive incidents may result in further disciplinary action.",
    ],
)
def test_a_ban_and_what_brings_one_are_not_told_as_less(said: str) -> None:
    assert offered(said) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Your account has been banned.", "You can no longer use your account."),
        ("Your Acme account has been disabled.", "You can no longer use your Acme account."),
        ("Your account has been permanently disabled.", "You can no longer use your account. This is permanent."),
        ("Your account has been permanently banned.", "You can no longer use your account. This is permanent."),
        (
            "You have been banned from our forum for breaking our rules.",
            "You can no longer use our forum, because our rules were not followed.",
        ),
        (
            "Your account has been suspended for violating our terms of service.",
            "For now, we have stopped your access to your account, because our terms of service were not followed.",
        ),
    ],
)
def test_a_ban_is_what_the_reader_can_no_longer_use_and_why(said: str, told: str) -> None:
    assert told in offered(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Your {{ order.title }} is now suspended.", "Your {{ order.title }} is now on hold."),
        (
            "Your <%= service_name %> will be suspended on 5 May.",
            "Your <%= service_name %> will be put on hold on 5 May.",
        ),
        (
            "Subject: Final suspension warning\n\nYour {{ order.title }} is scheduled to be suspended on 5 May.",
            "Your {{ order.title }} is scheduled to be put on hold on 5 May.",
        ),
    ],
)
def test_template_code_can_tell_what_is_on_hold(said: str, told: str) -> None:
    assert told in offered(said)


def test_what_template_code_does_not_name_is_not_called_on_hold() -> None:
    assert [told for told in offered("The {{ driver.name }} is now suspended.") if "hold" in told] == []


def test_what_happens_again_may_end_the_account() -> None:
    again = "Further violations may result in account suspension or termination."
    told = "If this happens again, we may pause or close the account."
    assert f"Your post sold medicine. {told}" in offered(f"Your post sold medicine. {again}", "threat-language")
    assert told not in offered(again, "threat-language")


def test_an_account_is_closed_and_does_not_end() -> None:
    told = offered("Your account has been terminated.", "fear-words")
    assert "Your account has been closed." in told
    assert "Your account has ended." not in told
    assert offered("Your membership has been permanently terminated.", "fear-words") == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Your workspace will be deleted due to inactivity.",
            "Your workspace has not been used for a while, so we will delete it.",
        ),
        (
            "Your team and all associated data are set to be removed in 20 days due to inactivity.",
            "Your team has not been used for a while, so we plan to remove it and all its data in 20 days.",
        ),
        (
            "Your profiles will be closed because of inactivity on 9 June.",
            "Your profiles have not been used for a while, so we will close them on 9 June.",
        ),
    ],
)
def test_what_is_unused_is_still_said_to_be_deleted_and_no_remedy_is_made_up(said: str, told: str) -> None:
    assert told in offered(said)


def test_nothing_is_kept_for_a_cause() -> None:
    assert not [told for told in offered("Your files will be deleted on 3 May due to inactivity.") if "kept" in told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "If we do not hear from you by 9 June, further action may be taken.",
            "Please get in touch by 9 June. If nothing has reached us by then, the next step may follow.",
        ),
        ("If you do not reply, we will take further steps.", "Please reply. Without that, the next step will follow."),
    ],
)
def test_that_nothing_will_be_done_is_not_promised_to_who_gets_in_touch(said: str, told: str) -> None:
    made = [each for each in offered(said, "threat-language") if each != said]
    assert told in made
    assert not [each for each in made if "no further" in each or "do not have to" in each]


@pytest.mark.parametrize(
    "said",
    [
        "Your table booking will be automatically cancelled.",
        "Your registration will be cancelled.",
        "Your award will be withdrawn.",
        "Your booking has been terminated.",
    ],
)
def test_what_has_no_end_does_not_end(said: str) -> None:
    assert not [told for told in offered(said) if " end" in told]


def test_what_a_reply_avoids_is_avoided() -> None:
    made = offered("Please reply by Friday to avoid further action.", "threat-language")
    assert not [told for told in made if "will follow" in told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Paying late could ruin your credit.", "Paying late could make credit harder to get."),
        ("A default may harm your credit record.", "A default may make credit harder to get."),
    ],
)
def test_what_harms_credit_makes_it_harder_to_get(said: str, told: str) -> None:
    assert told in offered(said)


@pytest.mark.parametrize(
    "said",
    [
        "A default may affect your credit score.",
        "Applying does affect your credit file.",
        "Paying late can damage your credit file and your chances of a loan.",
        "Leaving now may affect your credit union account.",
    ],
)
def test_credit_is_neither_shown_on_a_file_nor_joined_to_what_it_is_not(said: str) -> None:
    assert not [told for told in offered(said) if "show" in told or " get and" in told or "does make" in told]


def test_what_an_account_is_kept_from_is_not_left_behind() -> None:
    said = "Your account has been blocked from sending messages."
    assert not [told for told in offered(said) if "moment" in told]
