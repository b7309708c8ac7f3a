"""Thymeleaf: elements with conditions are branches, and every reader's letter is one of the variants."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, message_of

from empathy_lint.limits import Limits
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.settings.reading import ReadingOptions


def letters(message: Message) -> dict[tuple[str, ...], str]:
    return {row.when: " ".join(message.blocks[number].prose for number in row.blocks) for row in message.variants}


def letters_in(text: str) -> dict[tuple[str, ...], str]:
    message = message_of(text, "mail.html")
    assert_positions_hold(message)
    return letters(message)


def test_an_element_is_sent_where_its_condition_holds() -> None:
    page = """<p>Hello.</p>
<div th:if="${late}"><p>Please pay.</p><p>Or call.</p></div>
<p data-th-unless="${late}">Thank you.</p>"""
    assert letters_in(page) == {
        ("late",): "Hello. Please pay. Or call.",
        ("not late",): "Hello. Thank you.",
    }


def test_one_case_of_a_switch_is_sent() -> None:
    page = """<div th:switch="${stage}">
  <p th:case="'first'">One.</p>
  <p th:case="'final'">Two.</p>
  <p th:case="*">Three.</p>
</div><p>End.</p>"""
    assert letters_in(page) == {
        ("stage is first",): "One. End.",
        ("stage is final",): "Two. End.",
        ("stage is none of first, final",): "Three. End.",
    }


def test_conditions_within_each_other_and_beside_code_are_one_set_of_questions() -> None:
    page = (
        '<p th:if="${late}">Late. <b th:if="${plan and !paid}">You have a plan.</b></p>'
        "{% if late %}<p>Call.</p>{% else %}<p>Wait.</p>{% endif %}"
    )
    told = letters_in(page)
    assert set(told.values()) == {"Late. You have a plan. Call.", "Late. Call.", "Wait."}
    assert ("not late",) in told


def test_a_condition_in_the_middle_of_a_sentence_parts_it_nowhere() -> None:
    page = '<p>Please pay <span th:if="${by}">by Friday</span> or call.</p>'
    assert set(letters_in(page).values()) == {"Please pay by Friday or call.", "Please pay or call."}


def test_an_element_that_asks_only_for_the_value_it_prints_is_always_sent() -> None:
    assert letters_in('<p>Hello.</p><p th:if="${amount}">You owe [[${amount}]] in all.</p>') == {}


@pytest.mark.parametrize(
    "page",
    [
        '<p th:if="${a}">One.<p>Two.',
        '<div th:switch="${a}"><p>One.</p></div>',
        '<p th:case="b">One.</p>',
        '{% if a %}<p th:if="${b}">One.{% endif %}</p>',
        '<div th:switch="${a}"><p th:case="b">One.</p><p th:if="${c}">Two.</p><p th:case="d">Three.</p></div>',
    ],
)
def test_what_is_never_closed_or_crosses_other_code_is_read_as_it_stands(page: str) -> None:
    message = message_of(page, "mail.html")
    assert_positions_hold(message)
    assert "One." in " ".join(block.prose for block in message.blocks)


def test_elements_deeper_than_the_limit_are_read_as_always_sent() -> None:
    page = '<div th:if="${a}"><p th:if="${b}">Call us.</p></div>'
    (message,) = read("a.html", page.encode(), options=ReadingOptions(Limits(blocks=1))).messages
    assert letters(message) == {("a",): "Call us.", ("not a",): ""}


PIECES = (
    '<p th:if="${a}">', '<b th:unless="${a}">', '<div th:switch="${s}">', "<i th:case=\"'x'\">", '<i th:case="*">',
    "</p>", "</b>", "</div>", "</i>", "Pay. ", "{% if a %}", "{% else %}", "{% endif %}", "{{ a }}", '<br th:if="a">',
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_jumble_of_elements_and_code_is_read_and_every_character_has_a_place(page: str) -> None:
    assert_positions_hold(message_of(f"<p>Hello.</p>{page}<p>End.</p>", "mail.html"))
