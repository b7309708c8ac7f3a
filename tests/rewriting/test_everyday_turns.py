"""Office turns told in everyday words in the same place."""

from __future__ import annotations

import pytest
from writing_helpers import spots

from empathy_lint.rewriting.wordings import everyday_turns


def told(text: str) -> list[str]:
    return [
        text[: row.start] + row.text + text[row.end :]
        for spot in spots(text, "jargon", "official-words")
        for row in everyday_turns.in_everyday_turns(spot)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You will require a passcode.", "You will need a passcode."),
        ("Going forward, bills come by post.", "From now on, bills come by post."),
        ("Here are options for you to consider going forward.", "Here are options for you to consider."),
        ("You can manage your firm here going forward.", "You can manage your firm here from now on."),
        ("£20 will be debited from your account.", "£20 will be paid from your account."),
        (
            "Under section 4, this letter is to notify you that the report is late.",
            "Under section 4, this letter tells you that the report is late.",
        ),
        (
            "We will write to your lender informing them of the breach of your lease.",
            "We will write to your lender informing them that your lease has not been kept to.",
        ),
    ],
)
def test_the_everyday_turn_says_as_much(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    ["We require the tenant to leave.", "We are going forward with the claim.", "£20 will be debited."],
)
def test_what_says_something_else_stays(text: str) -> None:
    assert told(text) == []
