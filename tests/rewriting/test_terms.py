"""Terms of law and trade stay what they are: no plainer word that would be another thing."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

from empathy_lint import lint


def _told(text: str, rule: str = "jargon") -> list[str]:
    return [told for _, told in proposals(text, rule=rule, must_be_found=False)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Different terms will constitute a change of this plan.", "Different terms will be a change of this plan."),
        ("These letters constitute a change of this plan.", "These letters are a change of this plan."),
        (
            "As per Section 12 of the Act, you can ask for a copy.",
            "Under Section 12 of the Act, you can ask for a copy.",
        ),
        ("Balance Outstanding: $50", "Left to Pay: $50"),
        ("Total outstanding", "Total left to pay"),
        (
            "This may mean a lien or wage garnishment.",
            "This may mean a lien or wage garnishment (money taken from wages).",
        ),
    ],
)
def test_the_plain_word_fits_the_place(text: str, told: str) -> None:
    assert told in _told(text)


def test_what_may_break_an_agreement_still_breaks_it() -> None:
    text = "Other terms will constitute a breach of this agreement."
    assert "Other terms will break this agreement." in _told(text, "fear-words")
    assert not any("will are" in told or "line with" in told for told in _told(text) + _told(text, "fear-words"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("This is a notice to quit. I demand possession of the premises within three days.", "the property"),
        ("Key factors that adversely affected your credit score:", "harmed"),
        ("Without prejudice to my rights, I am ready to wait.", "either side in court"),
        ("This may mean a lien or wage garnishment.", "an account"),
        ("A copy was served upon the above named tenant(s) on Friday.", "named above"),
        ("Speak to a lawyer before proceeding with the move to ensure compliance with the rules.", "to follow"),
        ("Total Outstanding", "Unpaid"),
        ("Pay Outstanding Invoice →", "Unpaid"),
        ("This letter does NOT constitute an admission of debt.", " be an"),
        ("These letters do not constitute an admission of debt.", "not are an"),
        ("You have to come as per the following details:", "following the following"),
        ("Please settle this payment by Friday.", "pay this payment"),
        ("In the event of your failure to come, the fee is kept.", "there is your"),
    ],
)
def test_a_term_is_left(text: str, wrong: str) -> None:
    assert not any(wrong in told for told in _told(text))


@pytest.mark.parametrize(
    ("behind", "safety"), [("It comes by post.", "safe"), ("You may appeal within thirty days.", "review")]
)
def test_what_is_appealed_against_is_renamed_only_by_a_person(behind: str, safety: str) -> None:
    found = lint(f"Dear Ms Okafor,\n\nThe determination is based on your form. {behind}\n").findings
    told = {each.safety for row in found for each in row.finding.rewrites if "decision" in each.text}
    assert told == {safety}


@pytest.mark.parametrize(
    ("behind", "safety"), [("You can apply again in May.", "safe"), ("You may appeal within thirty days.", "review")]
)
def test_a_refusal_that_can_be_appealed_against_is_reworded_only_by_a_person(behind: str, safety: str) -> None:
    text = f"Your application for a place has been rejected. {behind}"
    told = text.replace("been rejected", "not been successful")
    assert (safety, told) in proposals(text, "general", "fear-words")
