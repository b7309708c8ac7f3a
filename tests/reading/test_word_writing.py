"""What is written into a Word document: new words in the old runs, and not a byte anywhere else."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as xml_escape

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from office_helpers import field, letter_of, opened, paragraph, run, saved, unzipped, word, zipped

from empathy_lint.errors import ProblemError
from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.writing import apply_edits, escape, rewritten

MAIN = "word/document.xml"
WORDS = st.text(alphabet="abcdefghé<&>\"' ", min_size=1, max_size=8)


def changed(data: bytes, old: str, new: str) -> bytes:
    """The document with the first `old` in its text replaced."""
    start = letter_of(data).source.text.index(old)
    return apply_edits("letter.docx", data, [Edit(start, start + len(old), new)])


def main_xml(data: bytes) -> str:
    return unzipped(data)[MAIN].decode()


def without_words(data: bytes) -> str:
    """The document's XML but for the characters its runs hold, and the marks that keep white space."""
    return re.sub(r"(<w:t)[^>]*>[^<]*", r"\1>", main_xml(data))


def test_an_edit_over_several_runs_puts_its_words_into_the_first_and_keeps_all_formatting() -> None:
    document = docx.Document()
    row = document.add_paragraph("You ")
    row.add_run("have failed ").bold = True
    row.add_run("to pay ").italic = True
    row.add_run("your bill.")
    data = saved(document)
    after = changed(data, "failed to pay", "not paid")
    assert [(each.text, each.bold, each.italic) for each in opened(after).paragraphs[0].runs] == [
        ("You ", None, None),
        ("have not paid", True, None),
        (" ", None, True),
        ("your bill.", None, None),
    ]
    assert without_words(after) == without_words(data)
    old, new = unzipped(data), unzipped(after)
    assert list(new) == list(old)
    assert [name for name in old if old[name] != new[name]] == [MAIN]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_any_edits_inside_paragraphs_are_what_is_read_again(paragraphs: list[list[str]], data: st.DataObject) -> None:
    marks = st.sampled_from(["<w:b/>", "<w:i/>", ""])
    body = "".join(
        paragraph(run("wxyz"), *(run(xml_escape(text), data.draw(marks)) for text in texts)) for texts in paragraphs
    )
    before = word(body)
    text = letter_of(before).source.text
    edits: list[Edit] = []
    at = 0
    for line in text.split("\n"):
        places = sorted(data.draw(st.lists(st.integers(0, len(line)), min_size=4, max_size=4, unique=True)))
        edits += [
            Edit(at + places[0], at + places[1], data.draw(WORDS)),
            Edit(at + places[2], at + places[3], ""),
        ]
        at += len(line) + 1
    expected = edited(text, edits)
    assume(all(line.strip() for line in expected.split("\n")))
    after = apply_edits("letter.docx", before, edits)
    assert letter_of(after).source.text == expected
    assert without_words(after) == without_words(before)
    assert [row.text for row in opened(after).paragraphs] == expected.split("\n")


def test_words_that_are_inserted_go_on_the_run_before_them() -> None:
    data = word(paragraph(run("Pay now.", "<w:b/>"), run(" Thank you.")))
    after = apply_edits("letter.docx", data, [Edit(8, 8, " Please.")])
    assert [row.text for row in opened(after).paragraphs[0].runs] == ["Pay now. Please.", " Thank you."]


def test_a_link_does_not_grow() -> None:
    link = f'<w:hyperlink r:id="link0">{run("our team")}</w:hyperlink>'
    data = word(paragraph(run("Call "), link, run(".")), links="mailto:help@example.com")
    after = apply_edits("letter.docx", data, [Edit(13, 13, " today")])
    assert letter_of(after).source.text == "Call our team today."
    (shown,) = letter_of(after).blocks[0].links
    assert (shown.prose_start, shown.prose_end) == (5, 13)


def test_white_space_at_the_end_of_a_run_stays_visible() -> None:
    data = word(paragraph("<w:r><w:t>Pay now</w:t></w:r>", "<w:r><w:t>, please</w:t></w:r>"))
    after = changed(data, "now", "soon ")
    assert '<w:t xml:space="preserve">Pay soon </w:t>' in main_xml(after)
    assert letter_of(after).source.text == "Pay soon , please"


def test_white_space_that_was_not_shown_does_not_appear() -> None:
    data = word(paragraph("<w:r><w:t>\n  Pay now\n  </w:t></w:r>"))
    assert letter_of(data).source.text == "Pay now"
    assert letter_of(changed(data, "now", "soon ")).source.text == "Pay soon "


def test_entities_and_sections_of_characters_beside_the_edit_are_left_as_they_are() -> None:
    data = word(
        paragraph("<w:r><w:t>A &#38; B &quot;must&quot; pay</w:t></w:r><w:r><w:t><![CDATA[ <now>]]></w:t></w:r>")
    )
    assert letter_of(data).source.text == 'A & B "must" pay<now>'
    after = changed(changed(data, "must", "may & can"), "now", "soon")
    assert "A &#38; B &quot;may &amp; can&quot; pay" in main_xml(after)
    assert "<![CDATA[ <soon>]]>" in main_xml(after)


def test_a_line_break_inside_of_an_edit_goes_and_others_stay() -> None:
    data = word(paragraph(run("Pay"), "<w:r><w:br/></w:r>", run("now."), "<w:r><w:br/></w:r>", run("Thank you.")))
    after = changed(data, "Pay\u2028now", "Please pay")
    assert letter_of(after).source.text == "Please pay.\u2028Thank you."


def test_both_copies_of_a_text_box_are_written() -> None:
    box = f"<w:txbxContent>{paragraph(run('Pay now, or else.'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    data = word(paragraph(run("Hello."), f"<w:r>{both}</w:r>"))
    after = changed(data, "now, or else", "when you can")
    assert main_xml(after).count("Pay when you can.") == 2


def test_copies_of_a_text_box_that_differ_are_left_alone() -> None:
    first, second = (f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>" for text in ("Pay now.", "Pay soon."))
    both = (
        f"<mc:AlternateContent><mc:Choice>{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )
    with pytest.raises(ProblemError, match="touches a field"):
        changed(word(paragraph(run("Hello."), f"<w:r>{both}</w:r>")), "now", "later")


@pytest.mark.parametrize(
    ("old", "new"),
    [("«Name»", "Alex"), ("Name", "name"), ("now", "«Date»"), ("now.\nThank", "now. Thank"), ("now", "now,\nor later")],
)
def test_fields_and_the_ends_of_paragraphs_are_never_touched(old: str, new: str) -> None:
    data = word(paragraph(field("MERGEFIELD Name", run("«Name»")), run(", pay now.")) + paragraph(run("Thank you.")))
    with pytest.raises(ProblemError, match="cannot be put into this document"):
        changed(data, old, new)
    message = letter_of(data)
    start = message.source.text.index(old)
    assert rewritten(message, [Edit(start, start + len(old), new)]) is None


def test_what_word_makes_anew_is_not_written() -> None:
    data = word(paragraph(run("Hello. "), field("REF clause", run("Pay now."))))
    with pytest.raises(ProblemError, match="touches a field"):
        changed(data, "now", "soon")


def test_a_signed_document_is_left_alone() -> None:
    parts = unzipped(word(paragraph(run("Pay now."))))
    data = zipped({**parts, "_xmlsignatures/sig1.xml": "<Signature/>"})
    with pytest.raises(ProblemError, match="signed"):
        changed(data, "now", "soon")


def test_what_is_rewritten_is_read_as_it_will_stand_in_the_file() -> None:
    message = letter_of(word(paragraph(run("Pay "), run("now", "<w:b/>"), run("."))))
    written = escape("soon & <safely>", message, 4)
    assert written == "soon & <safely>"
    after = rewritten(message, [Edit(4, 7, written)])
    assert after is not None
    assert [block.prose for block in after.blocks] == ["Pay soon & <safely>."]


def test_headers_are_written_in_their_own_part() -> None:
    document = docx.Document()
    document.add_paragraph("Hello there.")
    document.sections[0].header.paragraphs[0].text = "FINAL NOTICE to you"
    data = saved(document)
    after = changed(data, "FINAL NOTICE", "A letter")
    assert opened(after).sections[0].header.paragraphs[0].text == "A letter to you"
    old, new = unzipped(data), unzipped(after)
    assert [name for name in old if old[name] != new[name]] == ["word/header1.xml"]
