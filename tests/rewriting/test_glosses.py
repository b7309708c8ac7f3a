"""Terms that have to stay, with what they mean in brackets."""

from __future__ import annotations

import pytest
from writing_helpers import candidates_in, proposals

from empathy_lint.checking.guards import explains
from empathy_lint.rewriting.wordings.glosses import MEANINGS


@pytest.mark.parametrize("meaning", MEANINGS.values())
def test_the_guard_knows_every_meaning_for_an_explanation(meaning: str) -> None:
    assert explains(f"({meaning})")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A liability order was made in May.",
            "A liability order (a court's ruling that the money is owed) was made in May.",
        ),
        (
            "This offer is without prejudice.",
            "This offer is without prejudice (not to be used against either side in court).",
        ),
    ],
)
def test_a_term_is_explained_where_it_stands(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text, rule="jargon")


@pytest.mark.parametrize(
    "text",
    [
        "A liability order (a court's ruling that the money is owed) was made in May.",
        "The indemnity form is here.",
        "Please use our Know Your Customer (KYC) form.",
        "Your liability is £5.",
        "It follows the Pre-Action Protocol for Debt Claims.",
        "The liability order was made. A liability order means a court's ruling that the money is owed.",
    ],
)
def test_what_is_explained_or_part_of_a_name_stays(text: str) -> None:
    assert not [
        row
        for row, _ in candidates_in(text, "late-past-due", "jargon", must_be_found=False)
        if "(" in str(row.pieces).removeprefix("(")
    ]


@pytest.mark.parametrize("bracket", ["(a total of 5)", "(Monday to Friday)", "(APR)", "(the form)", "(see below)"])
def test_a_bracket_that_says_no_meaning_is_no_explanation(bracket: str) -> None:
    assert not explains(bracket)
