"""What a message offers its reader: what counts, and what only sounds like it."""

from __future__ import annotations

import pytest

from empathy_lint import lint


def offers(text: str, situation: str = "late-past-due", channel: str = "letter") -> tuple[str, ...]:
    return lint(text, channel=channel, situation=situation).present


@pytest.mark.parametrize(
    "line",
    [
        "We find this very disappointing.",
        "You only have yourself to blame if that happens.",
        "We know that you have failed to pay again.",
    ],
)
def test_a_line_that_shames_or_blames_is_no_acknowledgement(line: str) -> None:
    assert "acknowledge" not in offers(f"Your balance is $50. {line}")


def test_a_line_that_sees_the_reader_counts_beside_one_that_blames() -> None:
    text = "You have failed to pay. We know that money can be tight."
    assert "acknowledge" in offers(text)
