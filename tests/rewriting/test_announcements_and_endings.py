"""What only announces, what ends, what is avoided: said shortly, as a fact, with the ask first."""

from __future__ import annotations

import pytest
from writing_helpers import proposals, spots

from empathy_lint.rewriting.wordings import access_ends, announcements, hollow, last_notices, sanctions

LETTER = "Your claim was paid on Monday by bank transfer.\n\n{line}\n\nPlease call us if the money is not there yet."


@pytest.mark.parametrize(
    ("line", "safety", "said"),
    [
        ("We are writing to inform you of a change to your plan.", "review", "This is about a change to your plan."),
        ("This email is to inform you there was a problem.", "review", "There was a problem."),
        ("You are receiving this message to inform you that it ended.", "safe", "It ended."),
        ("We would like to inform you that iCloud is down.", "safe", "iCloud is down."),
    ],
)
def test_what_is_announced_is_said(line: str, safety: str, said: str) -> None:
    assert (safety, said) in proposals(line, "general")


def test_an_announcement_in_the_middle_of_a_sentence_stays() -> None:
    (flagged,) = spots("The clerk, who is writing to inform you of it, is away.", "jargon", "stock-openings")
    words = flagged.text.index("writing")
    inside = type(flagged)(flagged.finding, flagged.view, flagged.sentence, words, words + len("writing to inform you"))
    assert list(announcements.without_announcement(inside)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("You may lose access to your account.", "Your access to your account may end."),
        ("Upon expiry you will lose access to the library.", "When it expires, your access to the library ends."),
        ("On closure you will lose access to the files.", "When it ends, your access to the files ends."),
        ("Your plan is paused and you will lose access.", "Your plan is paused and your access ends."),
    ],
)
def test_access_that_will_be_lost_ends(line: str, said: str) -> None:
    (flagged,) = spots(line, "threat-language", "lose-what-you-have")
    (row,) = access_ends.access_ends(flagged)
    assert line[: row.start] + row.text + line[row.end :] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "To avoid further penalties, please return the book by Friday.",
            "Please return the book by Friday so that you do not have to pay further penalties.",
        ),
        ("In order to avoid late fees, pay by 3 May!", "Please pay by 3 May so that you do not have to pay late fees."),
        ("To avoid interest please pay by 3 May.", "Please pay by 3 May so that you do not have to pay interest."),
    ],
)
def test_what_is_avoided_follows_the_ask(line: str, said: str) -> None:
    (flagged,) = spots(line, "threat-language", "reads-as-threat")
    assert said in [row.text for row in sanctions.asks_first(flagged)]


def test_what_nobody_is_asked_to_do_is_no_ask() -> None:
    (flagged,) = spots("To avoid fines, drivers keep left.", "threat-language", "reads-as-threat")
    assert list(sanctions.asks_first(flagged)) == []


@pytest.mark.parametrize("line", ["Final notice: 12345", "Final warning: pay £5 or your power will be cut off."])
def test_a_last_notice_before_no_words_or_a_threat_stays(line: str) -> None:
    (flagged,) = spots(line, "pressure-language", "final-notice")
    assert list(last_notices.without_count(flagged)) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("FINAL NOTICE", "The last of our notices"),
        ("Final notice: the rent for May is late", "The rent for May is late. This is the last of our notices."),
        ("Final warning: pay £20 by 3 May.", "Please pay £20 by 3 May. This is the last of our reminders."),
        ("This is our last notice.", "We will not send another notice."),
        ("This is your final notice before disconnection.", "The next step after this notice is disconnection."),
        (
            "This is the third and final notice that you owe £5.",
            "This is the third and last of our notices that you owe £5.",
        ),
    ],
)
def test_that_no_other_notice_follows_is_a_fact(line: str, told: str) -> None:
    (flagged, *_) = spots(line, "pressure-language", "final-notice")
    assert told in [row.text for row in last_notices.without_count(flagged)]


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for being a valued member of the club.",
        "We appreciate your business and look forward to serving you.",
        "Thank you for your patience and cooperation throughout this process, and we appreciate your commitment.",
    ],
)
def test_thanks_from_end_to_end_are_left_out(line: str) -> None:
    (_, flagged, _) = spots(LETTER.format(line=line), "hollow-empathy", "flattery")
    assert "" in [row.text for row in hollow.with_substance(flagged)]


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for being a valued customer, whose application we will read by Friday.",
        "Thank you for your patience, and for your payment of $20.",
        "We appreciate your patience while we look into it.",
    ],
)
def test_thanks_that_tell_something_stay(line: str) -> None:
    found = proposals(LETTER.format(line=line), "general", rule="hollow-empathy")
    assert not [text for _, text in found if not text]


def test_the_work_that_patience_is_asked_for_is_told() -> None:
    line = "We apologise for any inconvenience and appreciate your patience as we work to mend the line."
    (_, flagged, _) = spots(LETTER.format(line=line), "hollow-empathy", "stock-apology")
    assert "We are working to mend the line." in [row.text for row in hollow.with_substance(flagged)]


def test_an_assurance_is_left_out_before_what_it_assures() -> None:
    (flagged,) = spots("Rest assured that we have stopped the fees.", "hollow-empathy", "stock-promise")
    assert [(row.text, row.end) for row in hollow.without_lead(flagged)] == [("", len("Rest assured that "))]


def test_two_things_announced_together_stay() -> None:
    (flagged,) = spots("You are reminded that it is late and that a fee was added.", "jargon", "stock-openings")
    lead = type(flagged)(flagged.finding, flagged.view, flagged.sentence, 0, len("You are reminded that"))
    assert list(announcements.without_announcement(lead)) == []
