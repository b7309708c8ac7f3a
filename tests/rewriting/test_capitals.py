"""Capitals in ordinary letters: all of a run, or none of it."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("loud", "quiet"),
    [
        (
            "YOU MUST PAY THE FULL AMOUNT WITHIN [3] DAYS or leave the flat.",
            "You must pay the full amount within [3] days or leave the flat.",
        ),
        ("PLEASE SEND ALL 12 FORMS BACK to us.", "Please send all 12 forms back to us."),
        ("YOUR 30-DAY FREE TRIAL IS NOW OVER.", "Your 30-day free trial is now over."),
        ("SEND IT BACK TODAY or call us.", "Send it back today or call us."),
        ("UPGRADE NOW: example.com", "Upgrade now: example.com"),
    ],
)
def test_the_whole_run_is_lowered(loud: str, quiet: str) -> None:
    assert quiet in [text for _, text in proposals(loud, rule="shouting")]


@pytest.mark.parametrize(
    "text",
    [
        'I KNOW THAT I CAN ASK FOR THIS TO BE TAKEN OUT OF "Blipr" BY THE HRGS TEAM.',
        "*** BREVARD FORECLOSURE HRGS BREVARD FORECLOSURE JUDGE ***",
        "☐ 3-DAY NOTICE TO CURE OR QUIT (the lease) ☐ IMMEDIATE NOTICE TO QUIT (unlawful) ☐ OTHER: [say which]",
    ],
)
def test_a_name_and_the_boxes_of_a_form_keep_their_capitals(text: str) -> None:
    assert proposals(text, rule="shouting", must_be_found=False) == []


def test_a_heading_is_as_loud_as_those_beside_it() -> None:
    headings = "# REASON FOR VISIT\n\nTo read the meter.\n\n# PAY THE FULL AMOUNT NOW\n\nIt is due on Friday.\n"
    alone = "# Reason for visit\n\nTo read the meter.\n\n# PAY THE FULL AMOUNT NOW\n\nIt is due on Friday.\n"
    assert proposals(headings, rule="shouting") == []
    assert "Pay the full amount now" in [text for _, text in proposals(alone, rule="shouting")]
