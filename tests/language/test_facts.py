"""Facts of grammar: who does what to whom. Each holds where a reader would say so, and nowhere else."""

from __future__ import annotations

import pytest
from language_helpers import facts_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If you do not pay, your account will be closed.", "your account will be closed"),
        ("Unless you reply by Friday, we will cancel the booking.", "we will cancel the booking"),
        ("Failure to respond will result in disconnection.", "will result in disconnection"),
        ("Not paying may lead to bailiffs at your home.", "may lead to bailiffs at your home"),
        ("Not replying could mean losing your place.", "could mean losing your place"),
        ("Pay today or we will pass your debt to an agency.", "we will pass your debt to an agency"),
        ("Your supply will not be cut off if you pay today.", "Your supply will not be cut off"),
    ],
)
def test_a_sanction_that_hangs_on_the_reader(text: str, words: str) -> None:
    assert words in facts_of(text, "conditional-sanction")


@pytest.mark.parametrize(
    "text",
    [
        "If you want to leave, we will close your account.",
        "If the bill is wrong, we will cancel the charge.",
        "If you pay late, there is no fee.",
        "Your supply will not be cut off.",
        "Not having an account will mean that you type your address.",
        "Not replying will not lead to a penalty.",
        "We are not charging a fee, and this will mean less to pay.",
    ],
)
def test_what_readers_wish_or_need_not_fear_is_no_such_sanction(text: str) -> None:
    assert facts_of(text, "conditional-sanction") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Your service will be suspended on Monday.", "Your service will be suspended on Monday"),
        ("We may charge a late fee.", "We may charge a late fee"),
    ],
)
def test_a_sanction_is_announced(text: str, words: str) -> None:
    assert facts_of(text, "sanction") == [words]


def test_no_sanction_where_it_is_denied_or_done_for_the_reader() -> None:
    assert facts_of("We will not charge a late fee.", "sanction") == []
    assert facts_of("We will cancel the fee.", "sanction") == []


@pytest.mark.parametrize(
    "text",
    [
        "You failed to pay the bill.",
        "You have not replied to our letter.",
        "You should have called us.",
        "You left the form unsigned.",
    ],
)
def test_blame_has_the_reader_as_its_subject(text: str) -> None:
    assert facts_of(text, "reader-blame")


@pytest.mark.parametrize(
    "text",
    [
        "We failed to pay the bill.",
        "If you have not paid yet, we can wait.",
        "You have not been charged.",
        "You did not request this change.",
        "In case you did not know, the museum is free on Sundays.",
        "You have not been to a workshop in a little while.",
    ],
)
def test_nobody_is_blamed_for_our_faults_or_in_a_question_of_circumstance(text: str) -> None:
    assert facts_of(text, "reader-blame") == []


@pytest.mark.parametrize(
    ("text", "cancels"),
    [
        ("We understand this is hard, but payment is due.", ["but"]),
        ("Thank you for your letter. However, the fee stands.", []),
        ("We have nothing but thanks for you.", []),
        ("The payment failed, but there is no fee.", []),
        ("We tried to bill your card, but the charge was unsuccessful.", []),
        ("We can see you tried to pay, but the fee stands.", ["but"]),
        ("We are sorry for the wait, but we can refund you today.", []),
    ],
)
def test_but_cancels_only_a_kind_clause_that_is_taken_back(text: str, cancels: list[str]) -> None:
    assert facts_of(text, "but-cancels") == cancels


def test_but_may_mean_except() -> None:
    assert facts_of("We have nothing but thanks for you.", "but-except") == ["but"]
    assert facts_of("We called, but nobody answered.", "but-except") == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("imperative", "Send the form today.", ["Send"]),
        ("imperative", "Contact details are below.", []),
        ("prohibition", "Do not call this number.", ["Do not call"]),
        ("obligation", "You must send the form.", ["must send"]),
        ("obligation", "You do not have to send the form.", []),
        ("passive-without-agent", "Your account was closed on Monday.", ["was closed"]),
        ("passive-without-agent", "Your account was closed by our team.", []),
        ("question", "Has something changed?", ["Has something changed?"]),
        ("reader-subject", "You can pay later.", ["You"]),
        ("sender-subject", "We can wait.", ["We"]),
    ],
)
def test_plain_facts(name: str, text: str, words: list[str]) -> None:
    assert facts_of(text, name) == words


def test_capitals_change_nothing() -> None:
    text = "If you do not pay, your account will be closed."
    assert len(facts_of(text.upper(), "conditional-sanction")) == len(facts_of(text, "conditional-sanction")) == 1
