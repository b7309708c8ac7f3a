"""Stock lines said plainly, or left out where the message has more to say."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

LETTER = "Your claim was paid on Monday by bank transfer.\n\n{line}\n\nPlease call us if the money is not there yet."
SAID = [
    (
        "We completely understand how frustrating it must be to wait for a month and we truly empathise.",
        "We know that it is frustrating to wait for a month.",
    ),
    ("I understand how stressful this can be for you.", "We know that this can be stressful."),
]
KEPT = [
    "Please accept our sincere condolences at this difficult time.",
    "Once again, we are sorry for your loss.",
]


@pytest.mark.parametrize(("line", "said"), SAID)
def test_a_stock_line_is_said_plainly(line: str, said: str) -> None:
    assert ("review", said) in proposals(LETTER.format(line=line), rule="hollow-empathy")


def test_a_stock_line_that_is_a_paragraph_is_left_out() -> None:
    found = proposals(LETTER.format(line="Thank you for your patience."), rule="hollow-empathy")
    assert ("review", "") in found


def test_a_stock_line_that_is_half_of_the_message_stays() -> None:
    found = proposals(
        "Thank you for your patience.\n\nPlease call us if the money is not there yet.", rule="hollow-empathy"
    )
    assert found == []


@pytest.mark.parametrize("line", KEPT)
def test_condolences_are_no_stock_line(line: str) -> None:
    assert proposals(LETTER.format(line=line), rule="hollow-empathy", must_be_found=False) == []
