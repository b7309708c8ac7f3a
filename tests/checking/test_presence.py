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


LISTED = (
    "Your rent is behind. {intro}\n\n- set up a small plan towards the arrears, from £5 a week\n- apply for a grant\n"
)


@pytest.mark.parametrize(
    "intro", ["Between us we could:", "Here's what we can do:", "What would suit you?", "Together we can:"]
)
def test_what_the_sender_could_do_in_a_list_is_a_choice(intro: str) -> None:
    assert {"options", "flexibility"} <= set(offers(LISTED.format(intro=intro)))


def test_a_list_of_steps_is_no_choice() -> None:
    assert "options" not in offers("What we need:\n\n- proof of address\n- two photographs\n")


@pytest.mark.parametrize(
    "line",
    [
        "Want to speak to her? Book a call at {{ call_link }}.",
        "Tell us at the desk or on {{ phone }}.",
        "If you want to talk before then, {{ manager }} is on {{ phone }}.",
    ],
)
def test_a_call_to_book_and_a_named_person_on_the_telephone_are_ways_to_talk(line: str) -> None:
    assert "dialogue" in offers(f"We have paused your payouts. {line}")


def test_a_call_to_book_nowhere_is_no_way_to_talk() -> None:
    assert "dialogue" not in offers("We have paused your payouts. Some people book a call.")


@pytest.mark.parametrize(
    "line", ["It happens, often because a wage came late.", "Things come up.", "That's our fault, and I'm sorry."]
)
def test_a_few_plain_words_see_the_reader(line: str) -> None:
    assert "acknowledge" in offers(f"Your payment did not reach us. {line}")


@pytest.mark.parametrize("line", ["When you're able to, you can top up in the app.", "Pick one at {{ link }}."])
def test_a_gentle_ask_is_an_ask(line: str) -> None:
    assert "ask" in offers(f"The account is overdrawn. {line}")


def test_do_not_hesitate_to_contact_us_needs_a_way() -> None:
    stock = "If you have any questions, please don't hesitate to contact us."
    assert "dialogue" not in offers(f"We need two photographs. {stock}")
    assert "dialogue" in offers(f"We need two photographs. {stock} Our number is 0800 123 4567.")
