"""What does not come if an ask is met: money that need not be paid, and what readers keep."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Kindly clear the dues by 10 March to avoid late payment charges.",
            "Please clear the dues by 10 March so that you do not have to pay late payment charges.",
        ),
        (
            "Please return the meter card by Monday to avoid a late fee of £15.",
            "Please return the meter card by Monday so that you do not have to pay a late fee of £15.",
        ),
        (
            "Please file the return by 3 June to avoid penalties and interest.",
            "Please file the return by 3 June so that you do not have to pay penalties or interest.",
        ),
    ],
)
def test_money_that_is_avoided_need_not_be_paid(said: str, told: str) -> None:
    assert told in [text for _, text in proposals(said)]


def test_the_penalty_for_a_late_essay_is_no_money() -> None:
    assert not [
        text for _, text in proposals("Please submit your essay by 3 June to avoid late penalties.") if "pay" in text
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Please update your account details by 4 June to avoid suspension.",
            "Please update your account details by 4 June so that your account stays open.",
        ),
        (
            "Return the books by Friday or your library borrowing privileges will be suspended.",
            "Please return the books by Friday so that you keep your library borrowing privileges.",
        ),
        (
            "If you do not confirm by 3 June, your spot will be cancelled.",
            "Please confirm by 3 June so that you keep your spot.",
        ),
    ],
)
def test_what_readers_have_they_keep(said: str, told: str) -> None:
    assert told in [text for _, text in proposals(said)]


@pytest.mark.parametrize(
    "said", ["Please update your card to avoid suspension.", "Please pay the fee by 4 June to avoid exam debarment."]
)
def test_what_would_be_stopped_is_not_guessed(said: str) -> None:
    assert not [text for _, text in proposals(said) if "so that" in text or "That way" in text]


def test_what_is_not_done_is_no_sentence_of_its_own() -> None:
    said = "Submit your logs by 4 June or your parking permit will be cancelled."
    made = [text for _, text in proposals(said)]
    assert "Please submit your logs by 4 June so that your parking permit is not cancelled." in made
    assert not [text for text in made if "That way" in text and " not " in text]
