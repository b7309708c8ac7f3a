"""The words that the jargon rule gives for what the tone model marks, in whole sentences."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

from empathy_lint.checking.packs import load_packs
from empathy_lint.checking.replacements import Replacements
from empathy_lint.rewriting.around_marks import known_words


@pytest.fixture(scope="module", name="words")
def _words() -> Replacements:
    rule = next(rule for rule in load_packs(()).rules if rule.id == "jargon")
    return known_words(rule, next(entry for entry in rule.entries if entry.id == "reads-as-jargon"))


PLAIN = [
    (
        "Your first instalment fell due on 3 May and the next falls due in June.",
        "Your first instalment had to be paid on 3 May and the next is due in June.",
    ),
    (
        "The claim has been held in abeyance pending the outcome of the appeal.",
        "The claim has been put on hold until we know the outcome of the appeal.",
    ),
    ("You may ask to have the judgment set aside.", "You may ask to have the judgment cancelled."),
    ("Please find enclosed a schedule of payments.", "We enclose a list of payments."),
    ("Any monies owing to us will be collected.", "Any money owed to us will be collected."),
    ("Monies are held for you.", "Money is held for you."),
    ("The majority of the tenants agree.", "Most of the tenants agree."),
    ("The tenant is prohibited from subletting.", "The tenant is banned from subletting."),
    ("We reserve the right to vary the premium.", "We may change the premium."),
    ("You have been in receipt of this since May.", "You have been getting this since May."),
    ("The premises were locked.", "The property was locked."),
    ("It was refused on the grounds of insufficient evidence.", "It was refused for lack of evidence."),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_office_words_have_plain_ones(words: Replacements, text: str, expected: str) -> None:
    assert words.of(text)[0].text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Money has been set aside for you.",
        "The rent is paid monthly in arrears.",
        "We are busy at this time of year.",
        "Contrary to your letter, we replied.",
        "Your consent counts, and so does consent to a search.",
        "Look forward to us calling.",
        "This is no consequential loss.",
        "The amended return has come.",
        "He is ordinarily resident here.",
        "Pension payments due to us are late.",
        "Call no later than 24 hours ahead.",
    ],
)
def test_the_same_words_in_an_everyday_sense_stay(words: Replacements, text: str) -> None:
    assert [row.text for row in words.of(text)] in ([], [text])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Should any amount remain outstanding, we will write.", "remain are"),
        ("Should any amount remain outstanding, we will write.", "amount are"),
        ("We act for the above-named in respect of goods.", "the in above"),
    ],
)
def test_plain_words_fit_what_stands_before_them(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text, rule="jargon") if wrong in made]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Return the keys and cards pertaining to the flat.", "Return the keys and cards for the flat."),
        ("Send us any information pertaining to your claim.", "Send us any information about your claim."),
        ("Subject: Hosting Provisioning Failed\n\nGood day.", "Hosting Setup Failed"),
        (
            "We could not finish the provisioning of your server.",
            "We could not finish the setting up of your server.",
        ),
    ],
)
def test_a_word_is_chosen_by_the_words_around_it(text: str, told: str) -> None:
    assert next(each for how, each in proposals(text, rule="jargon") if how == "safe") == told
