"""A new subject for one verb must not be taken from another that shares it; and what begins small stays small."""

from __future__ import annotations

import pytest
from writing_helpers import proposals, whole_of

from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.wordings import obligations


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("You have exceeded your limit and missed a payment.", "reached and missed"),
        ("Because you have not sent payment or made arrangements, we closed it.", "payment or made"),
    ],
)
def test_no_verb_is_left_without_its_subject(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, rule="blame-language") if wrong in made]


def test_a_verb_of_its_own_subject_may_follow() -> None:
    made = proposals("You have exceeded your limit and a fee was added.", rule="blame-language")
    assert "Your limit has been reached and a fee was added." in [text for _, text in made]


def test_that_a_reminder_is_the_last_one_is_not_lost() -> None:
    made = proposals("COUNCIL TAX: SECOND AND LAST REMINDER", rule="pressure-language")
    assert [text for _, text in made] == []


def test_a_name_that_begins_small_stays_small_where_it_comes_to_open() -> None:
    made = [text for _, text in proposals("Action required: iPhone order", rule="pressure-language")]
    assert "iPhone order: what you need to do" in made


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Pay £50 on account of £400 owed.", "because of"),
        ("It was paid to me, the undersigned, by the firm.", "me, me"),
        ("You are reminded that it is late and that a fee was added.", "fee was added"),
        ("Under the Act, this is to advise that it was refused.", "Under the Act, it"),
        ("Goods left will be deemed abandoned and disposed of.", "count as abandoned and"),
        ("Amount due immediately: £50", "Amount due: £50"),
        ("You have to disclose this, and may struggle to find cover.", "Please disclose this, and may"),
        ("You were advised on two occasions and chose not to act.", "occasions and chose"),
        ("Losses resulting from your delay are not covered.", "from a delay"),
    ],
)
def test_what_a_stranger_called_wrong_is_not_proposed_again(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, "general") if wrong in made]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("You did not attend the above visit and did not have the courtesy to tell us.", "We did not see you"),
        ("If no access is provided, your account will be closed.", "an access"),
        ("The claim was refused because you did not enrol your card by 3 May.", "enroled"),
        (
            "Should we not hear from you by 3 May, the account will be handed over to our attorneys and all legal costs"
            " shall be for your account.",
            "so that",
        ),
        ("NOTICE OF OVERPAYMENT AND DEMAND FOR REPAYMENT", "OVERPAYMENT"),
        ("You must act immediately.", "ease act."),
        ("You must act immediately.", "must act."),
        ("You turned auto-renew off, so we will not charge you.", "off was turned"),
        ("The following items are outstanding:", "unpaid"),
        ("The notice stands for as long as a return remains outstanding.", "unpaid"),
        ("You have until 3 May to rectify, with photos.", "to fix,"),
        ("Shipping costs were not refunded as per our policy.", "as under"),
        (
            "Act now to avoid return to sender! Your parcel is at the depot on Mill Lane.",
            "Your parcel is at the depot on",
        ),
        ("The balance must be paid in full before the hold is released.", "Please pay"),
        ("Pay TODAY at the desk or officers may come to your home.", "Pay at the desk"),
    ],
)
def test_what_another_stranger_called_wrong_is_not_proposed_again(text: str, wrong: str) -> None:
    made = [made for _, made in proposals(text, "general")]
    assert not [row for row in made if row.startswith(wrong) or (wrong in row and wrong not in text)]


def test_words_that_point_at_nothing_are_left_to_the_writer() -> None:
    made = proposals("We accept the terms and each part thereof.", "general", "jargon")
    assert ("review", "We accept the terms and each part of it.") in made
    assert not [text for safety, text in made if safety == "safe"]


def test_buttons_in_capitals_keep_their_first_letter_and_their_i() -> None:
    made = [text for _, text in proposals("[I'M READY TO STOP]", "general", "shouting")]
    assert made == ["[I'm ready to stop]"]


def test_to_come_and_see_somebody_is_one_thing_to_do() -> None:
    text = (
        "If you have lost your job and would like to talk about your balance with somebody, please come and see me at "
        "the office on any Monday since we have a small hardship fund for such cases and it is not used up."
    )
    assert not [made for _, made in proposals(text, "general") if "please come." in made]


def test_a_verb_agrees_with_what_it_is_about() -> None:
    text = "Claims concerning late bags must be submitted to the airline."
    made = [text[: row.start] + row.text + text[row.end :] for row in obligations.plain_asks(whole_of(text))]
    assert made == ["Claims concerning late bags need to be submitted to the airline."]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The office is minded to revoke it with immediate effect.", "from today"),
        ("Your account has been disabled and cannot be restored.", "on hold"),
        ("You must make arrangements to depart without delay.", "Please"),
        ("You must make arrangements to depart without delay.", "depart."),
        ("You must attend a hearing on Monday.", "Please"),
        ("Failing which, the undersigned will begin proceedings.", "me will"),
        ("A pro rata charge falls to be paid by you.", "in proportion charge"),
        ("NON-COMPLIANT USAGE DETECTED", "IN LINE"),
        ("THE FOLLOWING ITEMS ARE PRESUMED LOST DUE TO YOUR FAILURE TO RETURN THEM.", "LOST because"),
        ("SIGN TRUE-UP ORDER NOW", "UP order now"),
        ("The first instalment must be paid immediately as a proof of good will.", "be paid as"),
        (
            "If a number is missing, or the amount is in dispute, please reply with a line about it and we will put "
            "the invoice on hold while it is looked into by our staff.",
            "in dispute?",
        ),
        (
            "If you refuse, for whatever reason, the council's duty to you ends, your room will be given to others "
            "a week later, and it may be found that you have made yourself homeless on purpose.",
            ". It may",
        ),
        (
            "Please settle the sum by 4 May, failing which you will be barred from the hall and your results withheld.",
            "not barred",
        ),
        ("We are instructed by our client in respect of the above debt.", "client for"),
        ("You have not replied to us.", "a reply to us"),
        ("Seven of you haven't paid the £45 for this term.", "of we"),
        ("Kindly remove it, or we will be obliged to pass it on to our solicitor.", "solicit."),
        ("You were rude and raised your voice to one of us on 9 May.", "voice was raised"),
        ("For the avoidance of doubt, requests in deficit shall be rejected.", "accept for the"),
        ("Pay £275 by 5pm TODAY or an agent will be sent to your home address.", "by 5pm so"),
        ("Pay TODAY at this desk or your site will be deleted.", "Pay at"),
        ("You owe the remaining £20, all at once, and we will be in touch.", ", all,"),
        ("Your card and your access have all been frozen.", "been on hold"),
        ("We write of the account, in relation to which, notwithstanding our letter, you owe £20.", "about which"),
        ("To stop the investigation, buy now.", "investigation, buy."),
        ("The rest shall become due and payable on Monday.", "become to be paid"),
        ("You have no visa and you must go.", "please go"),
        (
            "We understand this is hard and we would remind you that your home may be repossessed if you do not pay.",
            "have to remind",
        ),
        (
            "Under clause 2.3 of your agreement we may part at any time for any reason, and as you are independent "
            "there is no notice to talk about, nor any pay for the time in which you would have worked that out.",
            "This is under clause 2.3 of your agreement we",
        ),
        (
            "Should further letters of this kind arrive, one of us will be named to you as the person to write to, "
            "replies will be limited to one for each quarter of the year, and your file will be marked.",
            "year. In that case",
        ),
    ],
)
def test_what_a_reader_stumbled_over_is_not_proposed_again(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, "general") if wrong in made]


def test_a_number_of_our_own_is_left_to_the_writer() -> None:
    text = "We are seeing degraded performance across a number of our digital channels."
    assert proposals(text, "general", must_be_found=False) == []


def test_a_debtor_is_no_customer_wherever_the_word_stands() -> None:
    assert not [made for _, made in proposals("Student debtor: no place", "general") if "customer" in made]


@pytest.mark.parametrize("text", ["This mailbox is unattended.", "Replies to this address are not read."])
def test_nobody_is_told_to_reply_where_nobody_reads(text: str) -> None:
    offers = Offers(reply=["email"], phone="0800 555 0100")
    made = [text for _, text in proposals(text, "general", "one-way-message", offers)]
    assert made
    assert not [text for text in made if "reply" in text]


def test_that_a_notice_is_the_last_one_stays_told() -> None:
    assert not [
        made for _, made in proposals("This is a final overdue notice.") if "another overdue notice" not in made
    ]
