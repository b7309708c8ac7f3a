"""Tables of messages: a row is a message, and every word of it is where it stands in its cell."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.reading.columns import plain, roles_of
from empathy_lint.reading.csv_cells import UnclosedQuoteError, read_rows
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import BlockKind
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.settings.reading import NamedColumn, ReadingOptions

TABLE = """\
Key,Subject line,Email body,SMS,first_name
overdue,Your bill,"{{ name }}, your ""May"" bill is open.
Please call us.",Please call us,Ada
plain,,Your bill is open now.,,Ben
"""
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéß你😀\"',;|\t", min_size=2, max_size=9)
SENTENCES = st.lists(WORDS, min_size=2, max_size=8).map(lambda words: "So " + " ".join(words) + " now.")


def table_of(text: str, path: str = "messages.csv"):
    return read(path, text.encode())


def test_a_row_is_a_message_and_its_sms_another():
    messages = table_of(TABLE).messages
    assert [row.key for row in messages] == ["overdue", "overdue.sms", "plain"]
    assert [row.declared.get("channel") for row in messages] == ["email", "sms", None]
    assert [block.prose for block in messages[0].blocks] == [
        "Your bill",
        'Alex, your "May" bill is open.\nPlease call us.',
    ]
    assert source_of(messages[0], '"May" bill') == '""May"" bill'
    assert messages[0].blocks[1].placeholders[0].code == "{{ name }}"
    for message in messages:
        assert_positions_hold(message)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_name_in_the_first_row_may_hold_a_line_break(delimiter, line_end):
    rows = [["id", f'"Message{line_end}body"', f'"Sent{line_end}on"'], ["one", "Your bill is open.", "May"]]
    reading = table_of(line_end.join(delimiter.join(row) for row in rows))
    (message,) = reading.messages
    assert (message.key, [block.prose for block in message.blocks]) == ("one", ["Your bill is open."])
    assert reading.problems == ()
    assert_positions_hold(message)


@settings(max_examples=30)
@given(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=4), st.sampled_from(",;\t"), st.booleans())
def test_what_the_csv_module_writes_is_read_back(rows, delimiter, all_quoted):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL)
    writer.writerows([["subject", "body"], *rows])
    messages = table_of(out.getvalue()).messages
    said = [[" ".join(cell.replace("\t", " ").split()) for cell in row] for row in rows]
    assert [[block.prose for block in message.blocks] for message in messages] == said
    for message in messages:
        assert_positions_hold(message)


@settings(max_examples=60)
@given(st.text(alphabet='ab,"\n\r ', max_size=40))
def test_the_cells_are_those_of_the_csv_module(text):
    try:
        rows = [[cell.text for cell in row] for row in read_rows(text, ",")]
    except UnclosedQuoteError:
        return
    assert rows == [row for row in csv.reader(io.StringIO(text, newline="")) if len(row) > 1 or any(row)]


def test_a_quote_that_is_not_closed_is_told_with_its_place():
    with pytest.raises(UnclosedQuoteError, match="the quote at 2 is not closed"):
        list(read_rows('a,"b', ","))


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Email body", "body"),
        ("subject", "subject"),
        ("Email subject line", "subject"),
        ("Subject_Line", "subject"),
        ("headline", ""),
        ("id", "id"),
        ("Message id", "id"),
        ("template name", "name"),
        ("first name", ""),
        ("customer message id", ""),
        ("Amount", ""),
        ("_", ""),
        ("", ""),
    ],
)
def test_what_a_column_holds_is_told_by_its_name(name, role):
    assert roles_of([name], ()) == [role]


def test_a_column_that_the_config_names_leaves_the_others_to_their_names():
    names = ["wording", "message", "id"]
    assert roles_of(names, [NamedColumn("body", ("Wording",), "c.yaml:1")]) == ["body", "", "id"]


def test_one_column_holds_what_the_config_names_and_others_by_any_of_its_names_do_not():
    named = [NamedColumn("body", ("Wording",), "c.yaml:1"), NamedColumn("key", ("Slug",), "c.yaml:2")]
    names = ["slug", "id", "wording", "message", "subject", "sms"]
    assert roles_of(names, named) == ["key", "", "body", "", "subject", "sms"]


def test_names_of_columns_are_compared_without_regard_to_capitals_and_space():
    assert plain(" Note  to\nReader") == "note to reader"


def test_each_cell_is_read_as_what_its_column_holds():
    table = 'id,subject,html,text,sms\na,# 1 of May,"Tom\n\nand Jerry",Tom and Jerry,# 1 for you\n'
    mail, sms = table_of(table).messages
    assert [(block.kind, block.prose) for block in mail.blocks] == [
        (BlockKind.SUBJECT, "# 1 of May"),
        (BlockKind.PARAGRAPH, "Tom and Jerry"),
    ]
    assert [(block.kind, block.prose) for block in sms.blocks] == [(BlockKind.PARAGRAPH, "# 1 for you")]


def test_a_row_with_only_an_sms_has_its_key_and_plain_text_is_read_where_there_is_no_html():
    messages = table_of("id,html,text,sms\na,,,Please call us\nb,,Please write to us,\n").messages
    assert [(message.key, message.blocks[0].prose) for message in messages] == [
        ("a", "Please call us"),
        ("b", "Please write to us"),
    ]


def test_a_table_of_anything_else_is_told_when_it_is_named():
    reading = table_of("date,amount\n1 May,5\n")
    assert not reading.messages
    assert str(reading.problems[0]) == (
        "messages.csv:1:1: This table has no column of messages. "
        "Name a column in its first row: body, content, html, message, sms, subject, text."
    )


def test_a_quote_that_is_not_closed_and_a_row_too_long_are_told_and_the_rest_is_read():
    reading = table_of('key,body\na,Your bill is open, so call us.\nb,"Please call us.\n')
    assert [message.key for message in reading.messages] == ["a"]
    assert [str(row).partition(" This")[0].partition(" A quote")[0] for row in reading.problems] == [
        "messages.csv:2:21:",
        "messages.csv:3:3:",
    ]


def test_a_quoted_cell_too_many_is_told_behind_its_quote():
    (problem,) = table_of('body\nPlease call us.,"today, please"').problems
    assert (problem.line, problem.column) == (2, 18)


def test_an_empty_cell_too_many_at_the_end_is_told_with_its_place():
    (problem,) = table_of("body\nPlease call us.,").problems
    assert str(problem).startswith("messages.csv:2:17: This row has 2 cells, the first row 1;")


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [("bill is open.", 'the "June" bill, sorry', 'the ""June"" bill, sorry'), ("bill is open now", "a, b", None)],
)
def test_quotes_are_doubled_in_quotes_and_nothing_ends_a_bare_cell(place, words, expected):
    message = next(row for row in table_of(TABLE).messages if any(place in block.prose for block in row.blocks))
    at = TABLE.index(place)
    assert escape(words, message, at) == expected
    if expected:
        after = rewritten(message, [Edit(at, at + 4, expected)])
        assert after is not None and words in after.blocks[1].prose


GERMAN = "Vorlage;Betreff;Inhalt;Kanal\noverdue;Your bill;Please call us about your bill.;E-Mail\n"
NAMED = (
    NamedColumn("key", ("vorlage",), "config.yaml:1"),
    NamedColumn("subject", ("Subject", "Betreff"), "config.yaml:2"),
    NamedColumn("body", ("Inhalt",), "config.yaml:3"),
)


def named_table(text: str, *columns: NamedColumn):
    return read("messages.csv", text.encode(), options=ReadingOptions(columns=columns))


def test_columns_that_the_config_names_are_read_whatever_their_names_say():
    assert table_of(GERMAN).messages == ()
    (message,) = named_table(GERMAN, *NAMED).messages
    assert message.key == "overdue"
    assert [block.prose for block in message.blocks] == ["Your bill", "Please call us about your bill."]
    assert_positions_hold(message)


def test_what_the_config_does_not_name_is_found_by_its_name():
    table = "id,note to reader,message\na,Please call us about your bill.,This is not sent at all.\n"
    (message,) = named_table(table, NamedColumn("body", ("Note to  Reader",), "config.yaml:1")).messages
    assert (message.key, [block.prose for block in message.blocks]) == ("a", ["Please call us about your bill."])


def test_a_column_may_say_what_each_message_is_sent_as_and_what_it_is_about():
    table = "body,how,why\nPlease call us.,SMS,Late past due\nPlease write to us.,,\nPlease wait.,fax,\n"
    columns = (NamedColumn("channel", ("how",), "c.yaml:1"), NamedColumn("situation", ("why",), "c.yaml:2"))
    reading = named_table(table, *columns)
    assert [row.declared for row in reading.messages] == [{"channel": "sms", "situation": "late-past-due"}, {}, {}]
    assert [str(row) for row in reading.problems] == [
        "messages.csv:4:14: “fax” is not a known channel. Known: chat, email, letter, push, screen, sms."
    ]


def test_a_column_that_is_not_there_is_told_with_the_nearest_and_the_rest_is_read():
    reading = named_table(GERMAN, NamedColumn("subject", ("Betref",), "config.yaml:2"), NAMED[2])
    assert len(reading.messages) == 1
    assert [str(row) for row in reading.problems] == [
        "messages.csv:1:1: This table has no column “Betref”, which config.yaml:2 names for “subject”. "
        "Did you mean “Betreff”?"
    ]


def test_without_any_named_column_the_table_tells_what_it_has():
    reading = named_table("Datum;Betrag\n1. Mai;5\n", *NAMED[1:])
    assert not reading.messages
    assert [row.message.partition(",")[0] for row in reading.problems] == [
        "This table has no column “Subject” or “Betreff”",
        "This table has no column “Inhalt”",
    ]
    assert reading.problems[1].remedy == "Known: Betrag, Datum."


def test_a_table_without_any_names_is_told_to_name_a_column():
    reading = named_table(",\nPlease call us.,5\n", NAMED[2])
    assert [row.remedy for row in reading.problems] == ["Name a column of its first row."]
