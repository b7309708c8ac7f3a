"""Plain words for the office words in what the tone model marks, or right beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from writing_helpers import proposals, whole_of

from empathy_lint.checking.replacements import compile_replacements
from empathy_lint.rewriting.wordings.office import phrases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This may include (but is not limited to):", "This may include (among other things):"),
        ("Should you not allow the domain to expire.", "If you do not allow the domain to expire."),
    ],
)
def test_office_words_in_a_mark_become_plain(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text, "general", "jargon")


def test_a_word_left_out_takes_its_space_along() -> None:
    assert compile_replacements({"hereby": ""}, inside=True).of("you are hereby told")[0].text == "you are told"


def test_keys_with_an_open_end_stand_for_whole_marks_alone() -> None:
    known = compile_replacements({"said …": "the …", "prior to": "before"}, inside=True)
    assert known.among("the said account prior to May") == [(17, 25, "before")]
    assert replace(known, inside=False).of("said account")[0].text == "the account"


def test_a_noun_is_no_verb() -> None:
    made = proposals("The matter falls outwith our remit.", "general", "jargon")
    assert not [text for _, text in made if "our send" in text]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Additional documentation is required to substantiate your eligibility.", "needs to"),
        ("We are taking this opportunity to apprise you of the outcome.", "We are apprise"),
        ("The details are disseminated on request of the consignee.", "if you ask"),
        ("Attempts to substantiate eligibility are noted.", "Tries"),
        ("You relinquish it upon termination of the tenancy.", "give up it"),
    ],
)
def test_plain_words_keep_the_grammar_of_their_frame(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, "general", "jargon") if wrong in made]


FRAMES = [
    (
        "Please advise the undersigned as to whether you will come.",
        "Please tell the undersigned whether you will come.",
    ),
    ("The registration is subject to Terms and Conditions.", "Terms and Conditions apply to the registration."),
]
OFFICE = [
    ("We write further to your letter of 3 May.", "Thank you for your letter of 3 May."),
    (
        "We write further to your notification of a leak, and to the visit of our adjuster.",
        "This is about your notification of a leak, and the visit of our adjuster.",
    ),
    ("You shall be liable for the costs.", "You will have to pay for the costs."),
    ("You shall be liable to pay the costs.", "You will have to pay the costs."),
    (
        "We trust that the foregoing clarifies our position and consider the matter concluded.",
        "We see this matter as closed.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_the_frame_of_office_language_becomes_plain(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text, "general", "jargon")


def test_an_ask_in_office_words_begins_its_clause() -> None:
    asked = proposals("You are kindly requested to bring the card.", "general", "jargon")
    told = proposals("If you are kindly requested to bring the card, bring it.", "general", "jargon")
    assert ("safe", "Please bring the card.") in asked
    assert not [text for _, text in told if "If please" in text]


def test_a_marked_term_that_stays_gets_no_rewrite_from_the_words_around_it() -> None:
    text = "The usufruct of the land ends, and we shall endeavour to notify the heirs."
    assert not [made for _, made in proposals(text, "general", "jargon") if "tell the heirs" in made]


@pytest.mark.parametrize(("text", "expected"), OFFICE)
def test_a_whole_frame_of_office_language_becomes_plain(text: str, expected: str) -> None:
    assert expected in [made for _, made in proposals(text, "general", "jargon")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Should you not comply, tell us.", ["if you do not comply"]),
        ("Should you be late, tell us.", ["if you are"]),
        (
            "Should the papers not be found, tell us, and should payment be late, call.",
            ["if the papers are not", "if payment is"],
        ),
        ("Should any of the amount be owed, call.", ["if any of the amount is"]),
        ("You were ordered to pay the sum of £40.", [""]),
        ("Call no later than 5 pm.", ["by "]),
        ("Call no later than Monday.", ["by "]),
        ("Any change is at the lender's absolute discretion.", ["is for the lender to decide"]),
        ("Refunds are at our sole discretion.", ["are for us to decide"]),
        ("Speak at your own discretion.", []),
        ("What should you be told?", []),
        ("You should be told that you should not be late.", []),
        ("The loan in the sum of £40 is due.", []),
        ("The sum of these is due no later than 5 days ahead.", []),
        ("We shall be liable for negligence.", []),
    ],
)
def test_frames_within_a_sentence(text: str, expected: list[str]) -> None:
    assert [row.text.lower() for row in phrases(whole_of(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "We write further to your letter and wish to inform you that the claim is refused.",
        "We refer to your claim and confirm the payment of £40 forthwith.",
        "We trust that this clarifies our position and that you will send the form. Bring it.",
    ],
)
def test_what_an_opening_or_closing_tells_stays(text: str) -> None:
    made = [text for _, text in proposals(text, "general", "jargon")]
    assert not [text for text in made if "is about" in text or "Thank you for" in text or text.startswith("Bring")]
