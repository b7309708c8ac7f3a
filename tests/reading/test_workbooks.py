"""Excel workbooks: one message a row, every character of it in its cell, and new words in no other."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from office_helpers import book_of, cells_in, reading_of, saved_book, sheet, unzipped, zipped
from reading_helpers import assert_positions_hold

from empathy_lint.errors import ProblemError
from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.formats import is_read
from empathy_lint.reading.message import Message
from empathy_lint.reading.packages import text_of
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import apply_edits, escape, rewritten
from empathy_lint.settings.reading import NamedColumn, ReadingOptions

PATH = "messages.xlsx"
WORDS = st.text(alphabet="abcdefghéßñ你<&>\"'", min_size=2, max_size=8)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: f"The words {' '.join(words)} end here.")


def messages_of(data: bytes) -> dict[str | None, Message]:
    return {message.key: message for message in reading_of(data, PATH).messages}


def said(data: bytes) -> dict[str | None, list[str]]:
    return {key: [block.prose for block in message.blocks] for key, message in messages_of(data).items()}


def by_excel(rows: list[list[str]], name: str = "Letters") -> bytes:
    """A workbook with shared texts, as Excel itself writes them; a cell with bars is of several formats."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    page, bold = book.add_worksheet(name), book.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if "|" in text:
                first, second, third = text.split("|")
                page.write_rich_string(number, column, first, bold, second, third)
            else:
                page.write_string(number, column, text)
    book.close()
    return packed.getvalue()


def changed(data: bytes, old: str, new: str, after: str = "") -> bytes:
    """The workbook with the first `old` behind `after` replaced."""
    text = reading_of(data, PATH).messages[0].source.text
    start = text.index(old, text.index(after) + len(after))
    return apply_edits(PATH, data, [Edit(start, start + len(old), new)])


@settings(max_examples=25)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.booleans())
def test_what_is_written_is_what_is_read(rows: list[tuple[str, str]], shares_texts: bool) -> None:
    table = [["Key", "Subject", "Body"], *([f"k{number}", *row] for number, row in enumerate(rows))]
    data = by_excel(table) if shares_texts else sheet(table)
    messages = messages_of(data)
    assert list(messages) == [f"k{number}" for number in range(len(rows))]
    for number, message in enumerate(messages.values()):
        assert [block.prose for block in message.blocks] == list(rows[number])
        assert_positions_hold(message)
        for column, block in zip("BC", message.blocks, strict=True):
            position = message.source.position(block.source_span(0, 1)[0])
            assert position.name == f"Letters!{column}{number + 2}, character 1"
            assert position.line == number + 2


def test_columns_rows_and_sheets_are_found_by_what_they_say() -> None:
    book = openpyxl.Workbook()
    notes, page, hidden = book.active, book.create_sheet("Reminders"), book.create_sheet("Old")
    notes.append(["Nothing to see here"])
    page.append(["Our reminders of 2026"])
    page.append(["Message id", "Sent", "Email subject", "Body", "SMS"])
    page.append([101, 7, "Your bill", "We wrote to you.\nPlease call.", "Please call us."])
    page.append([None, None, None, "=A1", None])
    page.append([None, None, None, "Thank you for your call."])
    hidden.append(["body"])
    hidden.append(["We are hidden here."])
    hidden.sheet_state = "hidden"
    data = saved_book(book)
    assert said(data) == {
        "101": ["Your bill", "We wrote to you.\nPlease call."],
        "101.sms": ["Please call us."],
        "Reminders!D5": ["Thank you for your call."],
    }
    messages = messages_of(data)
    assert messages["101.sms"].declared == {"channel": "sms"}
    text = messages["101"].source.text
    assert text.split("\n")[2] == "Your bill\tWe wrote to you.\u2028Please call.\tPlease call us."
    assert messages["101"].source.position(text.index("Please")).name == "Reminders!D3, character 18"


def test_rich_texts_and_texts_with_escapes_are_read_as_they_are_shown() -> None:
    data = by_excel([["body"], ["You |must| pay."], ["One\r\nTwo _x0041_ < & three words"]])
    assert list(said(data).values()) == [["You must pay."], ["One\nTwo _x0041_ < & three words"]]
    after = changed(data, "three", "_x0042_")
    assert list(said(after).values())[1] == ["One\nTwo _x0041_ < & _x0042_ words"]
    assert str(cells_in(after)[2][0]).endswith("< & _x0042_ words")


def test_html_in_a_cell_is_html() -> None:
    data = sheet([["html"], ["<p>Hello <b>you</b> &amp; yours.</p><p>Call us now.</p>"]])
    assert said(data) == {"Letters!A2": ["Hello you & yours.", "Call us now."]}
    message = messages_of(data)["Letters!A2"]
    assert escape("a < b", message, 10) == "a &lt; b"


def test_a_workbook_without_a_column_of_messages_is_told_and_passed_over_in_folders(tmp_path: Path) -> None:
    data = sheet([["Price", "Amount"], ["10", "20"]])
    with pytest.raises(ProblemError, match=r"no column of messages\. Name a column in the first row of a sheet: body"):
        reading_of(data, PATH)
    (tmp_path / "prices.xlsx").write_bytes(data)
    (tmp_path / "letters.xlsx").write_bytes(sheet([["body"], ["We wrote to you."]]))
    (tmp_path / "broken.xlsx").write_bytes(data[:90])
    assert [is_read(str(tmp_path / name)) for name in ("prices.xlsx", "letters.xlsx", "broken.xlsx")] == [
        False,
        True,
        True,
    ]


def test_an_edit_keeps_the_formats_of_a_cell_and_every_other_part() -> None:
    data = by_excel([["key", "body"], ["a", "You |must pay| at once, please."], ["b", "Thank you."]])
    after = changed(data, "must pay at once", "may pay later")
    assert cells_in(after)[1:] == [["a", "You may pay later, please."], ["b", "Thank you."]]
    old, new = unzipped(data), unzipped(after)
    assert [name for name in old if old[name] != new[name]] == ["xl/sharedStrings.xml"]
    assert b"<b/>" in new["xl/sharedStrings.xml"]
    assert [str(part) for part in book_of(after)["Letters"]["B2"].value][1] == "may pay later"


def test_a_text_that_cells_share_changes_in_the_cell_that_is_edited_alone() -> None:
    data = by_excel([["key", "body"], *([key, "Pay |now|, please."] for key in "abc")])
    after = changed(data, "now", "soon", after="Pay now, please.\n")
    assert [row[1] for row in cells_in(after)[1:]] == ["Pay now, please.", "Pay soon, please.", "Pay now, please."]
    strings = unzipped(after)["xl/sharedStrings.xml"].decode()
    assert strings.count("<si>") == int(strings.split('uniqueCount="')[1].split('"')[0])
    twice = changed(after, "now", "later")
    assert [row[1] for row in cells_in(twice)[1:]] == ["Pay later, please.", "Pay soon, please.", "Pay now, please."]


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans(), st.data())
def test_any_edits_are_what_is_read_again(texts: list[str], shares_texts: bool, data: st.DataObject) -> None:
    table = [["body", "number"], *([text, "7"] for text in texts)]
    before = by_excel(table) if shares_texts else sheet(table)
    text = text_of(PATH, before)
    edits, at = [], 0
    for line in text.split("\n"):
        if line:
            start, end = sorted(data.draw(st.lists(st.integers(0, len(line)), min_size=2, max_size=2, unique=True)))
            edits.append(Edit(at + start, at + end, data.draw(WORDS)))
        at += len(line) + 1
    expected = edited(text, edits)
    assume(all(line.strip() == line for line in expected.split("\n")))
    after = apply_edits(PATH, before, edits)
    assert text_of(PATH, after) == expected
    assert [row[0] for row in cells_in(after)[1:]] == [line for line in expected.split("\n") if line]
    assert [row[1] for row in cells_in(after)] == [row[1] for row in cells_in(before)]


def test_line_ends_in_new_words_are_line_ends_in_the_cell() -> None:
    data = sheet([["body"], ["Pay now.\nThank you."]])
    message = messages_of(data)["Letters!A2"]
    written = escape("soon.\nAnd then", message, 11)
    assert written is not None
    after = apply_edits(PATH, data, [Edit(5, 9, written)])
    assert cells_in(after)[1] == ["Pay soon.\nAnd then\nThank you."]


def test_an_edit_never_reaches_into_another_cell() -> None:
    data = sheet([["subject", "body"], ["Your bill", "We wrote to you."]])
    message = messages_of(data)["Letters!A2"]
    assert rewritten(message, [Edit(6, 13, "account we")]) is None
    after = rewritten(message, [Edit(6, 10, "account")])
    assert after is not None
    assert [block.prose for block in after.blocks] == ["Your account", "We wrote to you."]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('r="3"', 'r="2000000"', "a row beyond the last one"),
        ('r="B3"', 'r="XFE3"', "a cell beyond the last column"),
        ("<v>3</v>", "<v>99</v>", "the text of Letters!B2 is missing"),
    ],
)
def test_places_that_no_workbook_has_are_told(old: str, new: str, told: str) -> None:
    parts = unzipped(by_excel([["key", "body"], ["a", "We wrote to you."], ["b", "Thank you."]]))
    name = "xl/worksheets/sheet1.xml"
    assert old.encode() in parts[name]
    with pytest.raises(ProblemError, match=told):
        reading_of(zipped({**parts, name: parts[name].replace(old.encode(), new.encode())}), PATH)


def test_the_config_may_name_the_columns_of_a_workbook(tmp_path: Path) -> None:
    data = sheet([["Vorlage", "Inhalt", "Kanal"], ["late", "We wrote to you.", "Brief"], ["new", "Call us.", "Push"]])
    columns = (
        NamedColumn("key", ("Vorlage",), "c.yaml:1"),
        NamedColumn("body", ("Text", "inhalt"), "c.yaml:2"),
        NamedColumn("channel", ("Kanal",), "c.yaml:3"),
    )
    reading = read(PATH, data, options=ReadingOptions(columns=columns))
    assert [(row.key, row.declared) for row in reading.messages] == [("late", {}), ("new", {"channel": "push"})]
    assert [str(row) for row in reading.problems] == [
        "messages.xlsx: Letters!C2: “Brief” is not a known channel. Known: chat, email, letter, push, screen, sms."
    ]
    with pytest.raises(
        ProblemError, match=r"no column “Betreff”, which c\.yaml:4 names.*Known: Inhalt, Kanal, Vorlage"
    ):
        read(PATH, data, options=ReadingOptions(columns=(NamedColumn("subject", ("Betreff",), "c.yaml:4"),)))
    (tmp_path / PATH).write_bytes(data)
    assert not is_read(str(tmp_path / PATH))
    assert is_read(str(tmp_path / PATH), ReadingOptions(columns=columns))
