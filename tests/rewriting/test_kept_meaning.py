"""What a rewrite must not promise, hide or take apart."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


def _told(text: str, rule: str | None = None) -> list[str]:
    return [told for _, told in proposals(text, "general", rule, must_be_found=False)]


@pytest.mark.parametrize(
    ("text", "told", "wrong"),
    [
        (
            "Failure to respond within seven days will result in service termination.",
            "Please respond within seven days. If nothing has reached us by then, your service will end.",
            "carries on",
        ),
        (
            "If you do not pay by 4 May, your service may be disconnected.",
            "Please pay by 4 May so that your service carries on.",
            "may end",
        ),
        (
            "I have recorded evidence of the damage should legal action be necessary.",
            "I have recorded evidence of the damage in case this has to go to court.",
            "damage if",
        ),
        (
            "As a precaution, we have deactivated your user account.",
            "As a precaution, we have turned off your user account.",
            "are no longer",
        ),
        (
            "We are writing to inform you that your Blipr account has been temporarily locked for security reasons.",
            "We are writing to inform you that you cannot use your Blipr account for now for security reasons.",
            "account for security",
        ),
        (
            "All stickers issued for the old boat must be returned to the office before new stickers are sent.",
            "All stickers issued for the old boat need to be returned to the office before new stickers are sent.",
            "boat needs",
        ),
        ("# ACCOUNT LOCKED", "You cannot use your account", "ACCOUNT"),
    ],
)
def test_who_does_what_and_on_what_terms_stays_told(text: str, told: str, wrong: str) -> None:
    made = _told(text)
    assert told in made
    assert not any(wrong in row for row in made)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("If you do not respond, you may be evicted without further notice.", "We might"),
        ("This is a notice to quit. You must leave the flat by Friday.", "need to"),
        (
            "Please send a list of the kinds of records that were held on you in the old system of the office (such as"
            " whether your full name, your date of birth or your home address were in there), if you know of them.",
            "Examples are",
        ),
    ],
)
def test_what_would_come_out_crooked_is_left(text: str, wrong: str) -> None:
    assert not any(wrong in row for row in _told(text))


def test_an_offer_behind_an_and_is_cut_off_with_its_condition() -> None:
    text = (
        "The card is sent to the address on your file by second-class post within ten working days and if you'd like to"
        " talk about the delivery, please call our team on 0100 as we are open all day long."
    )
    made = _told(text, "sentence-length")
    assert any("within ten working days. If you'd like to talk about the delivery, please call" in row for row in made)
    assert not any("delivery. Please" in row for row in made)
