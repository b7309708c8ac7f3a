"""Sanctions that hang on no ask, told as facts: what it costs, until when a thing stays, who has it now."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

REWORDED = [
    ("Late payments may incur a fee of £12.", "For late payments there may be a fee of £12."),
    (
        "Please note that you may also incur additional charges in the form of court costs.",
        "Please note that there may also be additional charges in the form of court costs.",
    ),
    ("You will lose access to your files on {{ date }}.", "You have access to your files until {{ date }}."),
    (
        "Your account is at risk of being closed.",
        "Your account needs your attention so that it is not closed.",
    ),
    (
        "Your account has been referred to our legal department.",
        "Our legal department now handles your account.",
    ),
    (
        "The registrar may cancel a permit if it does not meet the rules of section 6.",
        "A permit has to meet the rules of section 6. Otherwise, the registrar may cancel it.",
    ),
    (
        "The registrar may refuse to grant a renewal of a permit if it does not meet the rules of section 6.",
        "A permit has to meet the rules of section 6. Otherwise, the registrar may decide not to renew it.",
    ),
    (
        "The registrar may refuse to grant registration if the application does not meet the rules of section 6.",
        "The application has to meet the rules of section 6. Otherwise, the registrar may decide not to grant"
        " registration.",
    ),
    (
        "Please be aware that if we do proceed to court you may incur additional charges.",
        "Please be aware that if we do proceed to court there may be additional charges to pay.",
    ),
    (
        "We have looked at it and your account remains suspended.",
        "We have looked at it and you still cannot use your account.",
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), REWORDED)
def test_a_bare_sanction_becomes_a_fact(sentence: str, wanted: str) -> None:
    assert wanted in [text for _, text in proposals(sentence)]


def test_what_hangs_on_the_reader_is_no_plain_fact() -> None:
    told = [text for _, text in proposals("If you do not pay, you may incur additional charges.")]
    assert not any("there may be" in text for text in told)


def test_what_is_done_already_is_no_next_step() -> None:
    told = [text for _, text in proposals("We have passed your account to a debt collection agency.")]
    assert not any("next step" in text for text in told)


def test_what_is_locked_for_a_time_cannot_be_used_for_that_time() -> None:
    assert ("review", "You cannot use your account for 30 minutes.") in proposals(
        "Your account has been locked for 30 minutes.", "general"
    )


def test_mails_that_were_received_stay_the_readers() -> None:
    said = "You have already received several emails from our reseller about this."
    assert not [made for _, made in proposals(said, "general", must_be_found=False) if "have been received" in made]
