"""Thymeleaf: elements with conditions are branches, and every reader's letter is one of the variants."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, message_of, source_of

from empathy_lint.limits import Limits
from empathy_lint.reading.message import Message, PlaceholderKind
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape
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


@pytest.mark.parametrize(
    ("page", "prose"),
    [
        ("""<p th:text="'Hello ' + ${firstName} + '!'">Hello Bob, pay now!</p>""", ["Hello Alex!"]),
        (
            """<p>Hi <b data-th-text="${name}">Bob</b>, <i th:text="|you owe ${amount}|">x</i>.</p>""",
            ["Hi Alex, you owe $50."],
        ),
        ("""<p th:text="#{late.email}">Pay now!</p><p>For <b th:text="#{late.email}">x</b>.</p>""", ["For item."]),
        (
            """<p th:utext="'You &amp; we &lt;b>do&lt;/b> not<br/>don\\'t pay.'">x</p>""",
            ["You & we do not\ndon't pay."],
        ),
        ("""<p th:text="'<b>'">x</p>""", ["<b>"]),
        ("""<p th:text="${a} == 'Pay now'">x</p><p th:text="${a} ?: 'Pay now'">x</p><p>End.</p>""", ["End."]),
        ("""<p th:text="('Pay ' + (${amount}))"/>""", ["Pay $50"]),
        ("""<p th:text="'Pay """ + "a" * 3000 + """'">x</p><p>End.</p>""", ["End."]),
        ("""<p>Dear [(${firstName})], see [(the notes)].</p>""", ["Dear Alex, see [(the notes)]."]),
    ],
)
def test_what_an_element_prints_is_read_and_its_prototype_is_not(page: str, prose: list[str]) -> None:
    message = message_of(page, "mail.html")
    assert [block.prose for block in message.blocks] == prose
    assert_positions_hold(message)


def test_the_words_of_an_attribute_have_their_places_and_its_link_is_the_one_that_is_sent() -> None:
    page = """<a href="#" th:href="@{/pay}" th:text="'Pay today'">Click</a>"""
    message = message_of(page, "mail.html")
    assert source_of(message, "Pay today") == "Pay today"
    assert [link.target for block in message.blocks for link in block.links] == ["@{/pay}"]


@pytest.mark.parametrize("value", ["${late} ? 'Pay now.' : 'Thank you.'", "${late ? 'Pay now.' : 'Thank you.'}"])
def test_of_two_texts_in_an_expression_one_is_sent(value: str) -> None:
    assert letters_in(f'<p th:text="{value}">x</p>') == {("late",): "Pay now.", ("not late",): "Thank you."}


def test_choices_within_each_other_and_within_a_sentence_are_branches_of_it() -> None:
    page = """<p th:text="'You ' + (${late} ? 'owe us' : (${stage} == 'new' ? 'start' : 'go on')) + '.'">x</p>"""
    assert letters_in(page) == {
        ("late",): "You owe us.",
        ("not late", "stage is new"): "You start.",
        ("not late", "stage is not new"): "You go on.",
    }


def test_a_text_beside_a_value_or_beside_nothing() -> None:
    assert letters_in("""<p th:text="${late} ? 'Pay now.' : ${other}">x</p>""") == {
        ("late",): "Pay now.",
        ("not late",): "",
    }
    assert letters_in("""<p th:text="${late} ? 'Pay now.'">x</p>""") == {}


def test_what_a_condition_prints_in_its_own_tag_is_seen() -> None:
    page = """<p>Hello.</p><p th:if="${amount}" th:text="'You owe ' + ${amount} + ' in all.'">x</p>"""
    assert letters_in(page) == {}


@pytest.mark.parametrize(
    ("page", "prose"),
    [
        ('<div th:remove="all"><p>Pay!</p></div>', []),
        ('<div th:remove="body"><p>Pay!</p></div>', []),
        ('<div th:remove="tag"><p>Pay!</p></div>', ["Pay!"]),
        ('<ul th:remove="all-but-first"><li th:text="|Pay ${a}|">A</li><li>B</li><li>C</li></ul>', ["Pay item"]),
        ('<div th:replace="~{parts :: footer}">Pay!</div>', []),
        ('<div th:insert="parts :: footer">Pay!</div>', []),
        ('<body th:replace="~{layout :: page(~{::main})}"><main>Pay!</main></body>', ["Pay!"]),
        ('<p th:text="${x}">A <b th:if="${y}">b</b></p>', []),
    ],
)
def test_what_is_taken_out_before_the_page_is_sent_is_not_read(page: str, prose: list[str]) -> None:
    message = message_of(f"<p>Hello.</p>{page}", "mail.html")
    assert [block.prose for block in message.blocks] == ["Hello.", *prose]
    assert message.variants == ()


def test_elements_in_comments_of_other_languages_ask_nothing() -> None:
    page = '{# <p th:if="${a}">Pay.</p> #}<p>Hello.</p><p th:if="${a}">Call.</p>'
    assert letters_in(page) == {("a",): "Hello. Call.", ("not a",): "Hello."}


@pytest.mark.parametrize(
    ("written", "word", "new", "expected"),
    [
        ("'Pay now.'", "Pay", "Don't", "'Don\\'t now.'"),
        ("|Pay now.|", "Pay", "Don't", "|Don't now.|"),
        ("'Pay now.'", "Pay", 'A "b" & c', "'A &quot;b&quot; &amp; c now.'"),
        ("|Pay now.|", "Pay", "a|b", None),
    ],
)
def test_new_words_are_written_as_the_expression_wants_them(
    written: str, word: str, new: str, expected: str | None
) -> None:
    page = f"""<p class="a" th:text="{written}">x</p>"""
    message = message_of(page, "mail.html")
    at = page.index(word)
    text = escape(new, message, at)
    assert (text and page[:at] + text + page[at + len(word) :]) == (
        expected and f"""<p class="a" th:text="{expected}">x</p>"""
    )


PIECES = (
    "<p th:text=\"'Pay ' + ${a}\">", '<b th:text="${a} ? \'x\' : (${b})">', "<i th:utext=\"|a ${b}|\">",
    '<div th:remove="all">',
    '<p th:remove="all-but-first">', "<b th:text=\"('a' + (${c} ? 'b' : 'c'))\">", '<i th:text="${a ? b}">',

    '<p th:if="${a}">', '<b th:unless="${a}">', '<div th:switch="${s}">', "<i th:case=\"'x'\">", '<i th:case="*">',
    "</p>", "</b>", "</div>", "</i>", "Pay. ", "{% if a %}", "{% else %}", "{% endif %}", "{{ a }}", '<br th:if="a">',
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_jumble_of_elements_and_code_is_read_and_every_character_has_a_place(page: str) -> None:
    assert_positions_hold(message_of(f"<p>Hello.</p>{page}<p>End.</p>", "mail.html"))


TEXT = """Hello [(${name})],
[# th:if="${late}"]
Please pay [(${amount})].
[/]
[# th:unless="${late}"]
Thank you.
[/]
[#th:block th:each="bill : ${bills}"]
Bill [(${bill.number})] is attached.
[/th:block]
Yours"""


def test_conditions_of_a_text_without_tags_are_branches() -> None:
    message = message_of(TEXT, "mail.txt")
    assert_positions_hold(message)
    assert {when: said.split(", ", 1)[1] for when, said in letters(message).items()} == {
        ("late",): "Please pay $50. Bill 12345 is attached. Yours",
        ("not late",): "Thank you. Bill 12345 is attached. Yours",
    }


def test_one_case_of_a_switch_in_a_text_is_sent() -> None:
    text = """[# th:switch="${stage}"]
[# th:case="'first'"]This is the first bill.[/]
[# th:case="'final'"]This is the final bill.[/]
[# th:case="*"]This is a bill.[/]
[/]
Goodbye to all of you."""
    assert letters(message_of(text, "mail.txt")) == {
        ("stage is first",): "This is the first bill. Goodbye to all of you.",
        ("stage is final",): "This is the final bill. Goodbye to all of you.",
        ("stage is none of first, final",): "This is a bill. Goodbye to all of you.",
    }


def test_a_condition_in_the_middle_of_a_line_of_text_parts_its_two_ways() -> None:
    text = (
        "You owe us [# th:text='${amount}'/][# th:if=\"${late}\"], a late fee, too[/]. [# th:if='${plan}'/]Please call."
    )
    message = message_of(text, "mail.txt")
    assert_positions_hold(message)
    assert set(letters(message)) == {("late",), ("not late",)}
    assert "th:" not in " ".join(letters(message).values())
    assert {row.kind for block in message.blocks for row in block.placeholders} == {PlaceholderKind.AMOUNT}


def test_brackets_of_prose_are_no_elements() -> None:
    (block,) = message_of("Tick one [#1] or [/] in the form.", "mail.txt").blocks
    assert block.prose == "Tick one [#1] or [/] in the form."


def test_code_right_behind_an_element_with_a_condition_moves_no_position() -> None:
    page = '<p th:if="${late}">Please pay.</p>{% set x = 1 %}\nOur engineers\nhave mended it.'
    message = message_of(page, "mail.md")
    assert_positions_hold(message)
    assert [block.prose for block in message.blocks] == ["Please pay.", "Our engineers have mended it."]
