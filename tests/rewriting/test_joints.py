"""Joints at which a long sentence is cut: what trails behind a comma, a clause behind "and", an opening phrase."""

from __future__ import annotations

import pytest
from writing_helpers import whole_of

from empathy_lint.rewriting.wordings.splitting import short_sentences

CUT = [
    (
        "We will take £20 a month from the bank account that you gave us when you signed the agreement for your home"
        " broadband line and the phone, commencing on 1 May.",
        "broadband line and the phone. This starts on 1 May.",
    ),
    (
        "The rent for your flat will go up to £720 a month from the first Monday in April next year, being an increase"
        " of £20 a month on what you pay at the moment.",
        "next year. This is an increase of £20 a month",
    ),
    (
        "We are going to carry out the work on your street in the second week of June, although the date may change if"
        " the weather is bad or the ground is too wet.",
        "of June. However, the date may change if",
    ),
    (
        "Your application will be passed to the panel that meets on the first Tuesday of every month at the town hall,"
        " provided that you send us all of the papers by Friday.",
        "hall. This applies only if you send us",
    ),
    (
        "We checked the meter at your home on the first of June with the readings that you gave us, and by the end of"
        " this month we will send you a new bill.",
        "gave us. By the end of this month we will",
    ),
    (
        "We will close the case should you not send the papers that we asked you for in our letters of May and June to"
        " the address at the top of this page.",
        "the case. This applies if you do not send",
    ),
    (
        "We note that you did not get the letter which we sent to your old address in the month of May, and that the"
        " second one came after the day on which the fee was due.",
        "of May. We also note that the second one",
    ),
    (
        "Before we can look at your claim again we need two more things: a copy of the bill that the plumber gave you"
        " in May, and a photo of the wall and the floor beside the bath.",
        "two more things. These are a copy",
    ),
    (
        "Having considered all of the evidence that you sent to us in your letters of May and June, the panel has"
        " decided that your appeal against the charge cannot be allowed.",
        "The panel has considered all of the evidence that you sent to us in your letters of May and June. The panel",
    ),
    (
        "Following a review of your account by our billing team in the last week of April, we have decided to refund"
        " the two payments that we took from you in February.",
        "in February. This follows a review of your account",
    ),
    (
        "If the new times do not suit you, you may travel on any other train on that day or claim your money back in"
        " full, with no fee, up to the moment of departure.",
        "that day. Or you may claim your money back",
    ),
]
WHOLE = [
    # Between two commas nothing trails.
    "The fee for the late return, being £20 for each of the books that you have on loan from us, is due before you can"
    " borrow any more from the library or its branches.",
    # Nobody is told that they need not come, and then on what it hangs.
    "You need not appear if the entire balance is paid at the window of the office, by cash or money order, not later"
    " than the end of the last business day before the hearing.",
    # Two things that have been so, and neither is told.
    "Please note that the order having been made against you on the second of May in the sum of £400 and no part of it"
    " having been paid to us since, the Trust has asked for a hearing of the case.",
    # What is to be made sure of, too.
    "Please make sure that all of the forms are signed by you and your partner, and the copies of your passports are"
    " clear enough for us to read the names on them with ease.",
]


@pytest.mark.parametrize(("sentence", "part"), CUT)
def test_a_long_sentence_is_cut_at_its_joint(sentence: str, part: str) -> None:
    flagged = whole_of(sentence)
    texts = [sentence[: row.start] + row.text + sentence[row.end :] for row in short_sentences(flagged)]
    assert any(part in text for text in texts), texts


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_only_looks_like_a_joint_is_left(sentence: str) -> None:
    assert list(short_sentences(whole_of(sentence))) == []


def test_a_second_verb_behind_can_is_no_request() -> None:
    sentence = (
        "You can keep your place on the course and pay the fee in two parts over the next term or move to the course"
        " that begins in September with no fee at all for you."
    )
    assert not any(". Pay" in row.text for row in short_sentences(whole_of(sentence)))
