"""Two dialects of marketing platforms: AMPscript, with many statements in a block, and Liquid as Braze writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, message_of, only_block, prose_of, reading_of

from empathy_lint.reading.template_languages.ampscript import block_tokens

STATEMENTS = st.lists(
    st.sampled_from(
        [
            "IF @a THEN",
            "elseif @b then",
            "ELSE",
            "EndIf",
            "FOR @i = 1 TO 3 DO",
            "next @i",
            "SET @a = 'x if y'",
            "/* if */",
        ]
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    "code",
    [
        "%%=v(@firstName)=%%",
        "%%=ProperCase(@first_name)=%%",
        '%%=AttributeValue("FirstName")=%%',
        "{{${first_name}}}",
        "{{ ${first_name} | default: 'there' }}",
        "{{custom_attribute.${first_name}}}",
    ],
)
def test_output_stands_as_a_neutral_word(code: str) -> None:
    block = only_block(f"We wrote to {code} last week.")
    assert block.prose == "We wrote to Alex last week."
    assert [row.code for row in block.placeholders] == [code]


def test_the_arms_of_ampscript_are_read_apart_and_its_statements_are_not() -> None:
    text = """%%[
  /* You must never print this. */
  SET @name = AttributeValue("FirstName")
  IF Empty(@name) THEN SET @name = "Customer, if any" ENDIF
]%%<p>Dear %%=v(@name)=%%,</p>
<p>%%[ IF @late == "yes" THEN ]%%We have not had your payment.%%[ ELSE ]%%Thank you for paying.%%[ ENDIF ]%%</p>
<p>%%=ContentBlockByKey("small-print")=%%</p>"""
    assert prose_of(text, "letter.html") == ["Dear Alex,", "We have not had your payment.", "Thank you for paying."]
    assert_positions_hold(message_of(text, "letter.html"))


def test_one_block_may_close_and_open() -> None:
    text = "%%[ if @a then ]%%\nFirst.\n%%[ endif\nif @b then ]%%\nSecond.\n%%[ endif ]%%\n"
    assert prose_of(text) == ["First.", "Second."]


def test_a_comment_of_ampscript_silences() -> None:
    text = "%%[ /* empathy-lint: ignore-next jargon -- a defined term */ ]%%\nYour account is in arrears.\n"
    reading = reading_of(text)
    assert reading.problems == ()
    (suppression,) = reading.messages[0].suppressions
    assert (suppression.rules, suppression.reason) == (frozenset({"jargon"}), "a defined term")


def test_an_ampscript_block_without_its_end_is_told() -> None:
    (problem,) = reading_of("Dear Alex,\n%%[ IF @late THEN\nPlease call us.").problems
    assert (problem.line, problem.column) == (2, 1)
    assert "%%[" in problem.message


def test_content_of_braze_that_fills_a_part_is_no_prose() -> None:
    text = "{% connected_content https://x.example :save it %}<p>{{content_blocks.${legal}}}</p><p>All is well.</p>"
    assert prose_of(text, "letter.html") == ["All is well."]


def test_a_word_that_reaches_beyond_its_block_stands_with_its_condition() -> None:
    text = "%%[ SET @n = 1 IF @late == 'then' THEN SET @n = 2 ]%%"
    rows = [(text[row.start : row.end].strip(), row.word) for row in block_tokens(text, 0, len(text))]
    assert rows == [("%%[ SET @n = 1", ""), ("IF @late == 'then'", "if"), ("THEN SET @n = 2 ]%%", "")]


@given(STATEMENTS)
def test_the_statements_of_a_block_tile_it(statements: list[str]) -> None:
    text = f"before %%[ {' '.join(statements)} ]%% after"
    start, end = text.index("%%["), text.index(" after")
    tokens = block_tokens(text, start, end)
    assert [row.start for row in tokens] == [start, *(row.end for row in tokens[:-1])]
    assert tokens[-1].end == end
    for number, row in enumerate(tokens):  # what is opened and closed in one block is not told
        assert not row.opening or (row.word, True) not in [(later.word, later.closing) for later in tokens[number:]]
