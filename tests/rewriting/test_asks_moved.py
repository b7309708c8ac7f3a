"""The ask told at the top, where it can stand there."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

LEAD = (
    "Your house has two meters.\n\nOne is in the hall.\n\nThe other one is new.\n\n"
    f"It is red. {' '.join(f'Room {number} is warm.' for number in range(1, 21))}\n\n"
)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("Please pay at example.org/pay by Friday.", "Please pay at example.org/pay by Friday."),
        ("Please email bills@example.org with your reading.", "Please email bills@example.org with your reading."),
        (
            "Log in to the site where you read your bills, such as our own page or another one.",
            "Please log in to the site where you read your bills.",
        ),
        ("Please send your reading to {{ team }} by Friday.", "Please send your reading to {{ team }} by Friday."),
    ],
)
def test_the_ask_is_told_first(ask: str, told: str) -> None:
    made = proposals(LEAD + ask, "general", "buried-ask")
    assert any(row.startswith(f"{told} Your house") for _, row in made)


@pytest.mark.parametrize(
    "ask",
    [
        "Please pay the amount above by Friday.",
        "Please tell them instead.",
        "Make sure your bank card is in your wallet.",
        "Please email your reading to bills@example.org once the meter is new.",
        "Having read the new one, we owe you a refund.\n\nPlease send your reading to the office by Friday.",
        "{% if late %}Please send your reading to {{ team }} by Friday.{% endif %}",
    ],
)
def test_what_leans_on_its_place_stays_there(ask: str) -> None:
    made = proposals(LEAD + ask, "general", "buried-ask")
    assert not [row for _, row in made if row.rstrip().endswith("Your house has two meters.")]


def test_half_of_an_ask_is_not_told_first() -> None:
    made = proposals(LEAD + "You are directed to read the agreement again and tick the box by 6 pm.", "general")
    assert not [row for _, row in made if row.startswith("Please read the agreement.")]
