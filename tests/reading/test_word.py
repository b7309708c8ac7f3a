"""Word documents: what their recipient sees is read, and every character of it knows its paragraph."""

from __future__ import annotations

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from office_helpers import field, kinds_in, letter_of, paragraph, prose_in, reading_of, run, saved, word
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.errors import ProblemError
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéßñ你<&>\"'", min_size=2, max_size=9)
RUNS = st.lists(WORDS, min_size=1, max_size=5)
LETTERS = st.lists(RUNS, min_size=1, max_size=5)
ODDS = [
    *(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")),
    *(
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        for code in ("MERGEFIELD Due", "PAGE", "HYPERLINK", "IF 1 = 1", "")
    ),
    *(f"<w:r><w:{mark}/></w:r>" for mark in ("tab", "br", "noBreakHyphen", "cr")),
    "<w:r><w:t/></w:r>",
    "<w:r><w:t> </w:t></w:r>",
    "<w:r><w:t>&amp;&#32;</w:t></w:r>",
    run("Pay now. "),
    run("{{ amount }}"),
    run("&lt;b&gt;"),
    run("«»"),
    f'<w:fldSimple w:instr="">{run("one ")}</w:fldSimple>',
    f'<w:hyperlink r:id="none">{run("two ")}</w:hyperlink>',
    f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('three')}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtContent/></w:sdt>",
    f"<w:r><w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict></w:r>",
    "<mc:AlternateContent><mc:Fallback/></mc:AlternateContent>",
]


@settings(deadline=None, max_examples=25)
@given(LETTERS, st.data())
def test_what_is_written_is_what_is_read(letter: list[list[str]], data: st.DataObject) -> None:
    document = docx.Document()
    for runs in letter:
        written = document.add_paragraph("The words ")
        for text in runs:
            written.add_run(f"{text} ").bold = data.draw(st.sampled_from([None, True]))
        written.add_run("end here.")
    message = letter_of(saved(document))
    assert [block.prose for block in message.blocks] == [f"The words {' '.join(runs)} end here." for runs in letter]
    assert message.source.text.split("\n") == [row.text for row in document.paragraphs]
    assert_positions_hold(message)
    for number, block in enumerate(message.blocks, start=1):
        start, end = block.source_span(0, len(block.prose))
        assert message.source.text[start:end] == block.prose
        position = message.source.position(start)
        assert (position.line, position.column) == (number, 1)
        assert position.name == f"paragraph {number}, character 1"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(ODDS), min_size=1, max_size=14))
def test_any_jumble_of_what_word_writes_is_read_and_every_character_has_a_place(odds: list[str]) -> None:
    message = letter_of(word(paragraph(run("Hello there. ")) + paragraph(*odds) + paragraph(run("Thank you."))))
    assert message.blocks[0].prose == "Hello there."
    assert_positions_hold(message)


def test_headings_lists_cells_and_what_stands_around_the_letter_are_known() -> None:
    document = docx.Document()
    document.add_heading("Your account", 1)
    document.add_paragraph("Dear Ms Hall,")
    document.add_paragraph("Call us", style="List Bullet")
    document.add_paragraph("Write to us", style="List Number")
    document.add_paragraph("• Do nothing")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Balance", "This is what you see on your bill today."
    document.sections[0].header.paragraphs[0].text = "Brindle Energy"
    document.sections[0].footer.paragraphs[0].text = "Registered in Leeds"
    message = letter_of(saved(document))
    assert [(block.kind.value, block.prose) for block in message.blocks] == [
        ("heading", "Your account"),
        ("paragraph", "Dear Ms Hall,"),
        ("list-item", "Call us"),
        ("list-item", "Write to us"),
        ("list-item", "Do nothing"),
        ("table-cell", "Balance"),
        ("paragraph", "This is what you see on your bill today."),
        ("footer", "Brindle Energy"),
        ("footer", "Registered in Leeds"),
    ]
    places = [message.source.position(block.slices[0].source_start).part for block in message.blocks]
    assert places[:2] == ["paragraph 1", "paragraph 2"]
    assert places[-2:] == ["header, paragraph 1", "footer, paragraph 1"]


def test_a_style_of_ones_own_is_what_it_is_based_on() -> None:
    document = docx.Document()
    style = document.styles.add_style("Our headline", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("What to do", style="Our headline")
    assert kinds_in(saved(document)) == [("heading", "What to do")]


@pytest.mark.parametrize("line", ["Subject: Your bill", "Re: Your bill", "RE:  Your bill"])
def test_a_subject_is_known_by_what_stands_before_it(line: str) -> None:
    body = paragraph(run("Brindle Energy")) + paragraph(run(line)) + paragraph(run("We wrote to you."))
    assert ("subject", "Your bill") in kinds_in(word(body))


def test_a_bold_line_below_the_greeting_is_the_subject() -> None:
    body = paragraph(run("Dear Ms Hall")) + paragraph(run("Your ", "<w:b/>"), run("bill", "<w:b/>"))
    assert kinds_in(word(body + paragraph(run("We wrote to you.", "<w:b/>"))))[1:] == [
        ("subject", "Your bill"),
        ("paragraph", "We wrote to you."),
    ]
    plain = paragraph(run("Dear Ms Hall")) + paragraph(run("Your "), run("bill", '<w:b w:val="0"/>'))
    assert ("paragraph", "Your bill") in kinds_in(word(plain))


def test_merge_fields_are_placeholders_however_they_are_written() -> None:
    body = paragraph(
        run("Dear "),
        field('MERGEFIELD "First Name" \\* MERGEFORMAT', run("«First_Name»", "<w:b/>")),
        run(", you owe "),
        f'<w:fldSimple w:instr=" MERGEFIELD AmountDue ">{run("«AmountDue»")}</w:fldSimple>',
        run(" since «DueDate»."),
    )
    message = letter_of(word(body))
    (block,) = message.blocks
    assert block.prose == "Dear Alex, you owe $50 since Friday."
    assert [row.code for row in block.placeholders] == ["«First_Name»", "«AmountDue»", "«DueDate»"]
    assert source_of(message, "owe $50 since") == "owe «AmountDue» since"
    assert_positions_hold(message)


def test_a_field_shows_its_name_and_not_the_letter_it_was_last_merged_with() -> None:
    body = paragraph(run("Dear "), field("MERGEFIELD Name", run("Mr Threat")), run(", please read this."))
    assert prose_in(word(body)) == ["Dear Alex, please read this."]


def test_a_field_without_a_result_is_a_placeholder_too() -> None:
    characters = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/>{{}}</w:r>' for kind in ("begin", "end"))
    body = paragraph(run("You owe "), characters.format("<w:instrText>MERGEFIELD Balance</w:instrText>", ""), run("."))
    assert letter_of(word(body)).source.text == "You owe «Balance»."


def test_the_greeting_that_word_writes_is_a_greeting() -> None:
    message = letter_of(word(paragraph(field('GREETINGLINE \\f "Dear"', run("«GreetingLine»")))))
    assert [block.prose for block in message.blocks] == ["Dear Alex,"]
    assert message.source.text == "«GreetingLine»"
    assert_positions_hold(message)


def test_page_numbers_and_instructions_are_no_prose() -> None:
    body = paragraph(run("Page "), field("PAGE", run("1")), run(" of "), field("NUMPAGES", run("2")))
    assert prose_in(word(body)) == ["Page of"]


def if_field(*instruction: str, result: str) -> str:
    """An IF field; parts of its instruction that are no XML are text."""
    parts = [each if each.startswith("<") else f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in instruction]
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(parts)
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def letters_in(message: Message) -> dict[tuple[str, ...], str]:
    return {row.when: " ".join(message.blocks[number].prose for number in row.blocks) for row in message.variants}


DAYS = field("MERGEFIELD Days", run("31"))


def test_both_texts_of_an_if_field_are_read_as_branches() -> None:
    condition = if_field(
        " IF ", DAYS, ' &gt; 30 "Pay n', 'ow &amp; call." "Thank you."  ', result="Pay now &amp; call."
    )
    message = letter_of(word(paragraph(run("Hello. "), condition, run(" Bye."))))
    assert letters_in(message) == {
        ("Days > 30",): "Hello. Pay now & call. Bye.",
        ("Days <= 30",): "Hello. Thank you. Bye.",
    }
    assert message.source.text == "Hello. Pay now & call.Thank you. Bye."
    assert_positions_hold(message)
    assert source_of(message, "now & call") == "now & call"
    (finding_place,) = {message.source.position(message.source.text.index("Thank")).name}
    assert finding_place == "paragraph 1, character 23"


def test_a_text_of_an_if_field_may_hold_values_and_may_be_the_only_one() -> None:
    name = field("MERGEFIELD FirstName", run("Ada"))
    condition = if_field("IF ", field("MERGEFIELD Plan", run("gold")), ' = "gold" "Thank you, ', name, '."', result="x")
    message = letter_of(word(paragraph(run("Hello."), condition)))
    assert letters_in(message) == {("Plan is gold",): "Hello.Thank you, Alex.", ("Plan is not gold",): "Hello."}
    assert_positions_hold(message)


def simple_field(instruction: str, result: str) -> str:
    return f"<w:fldSimple w:dirty='a' w:instr={instruction}>{run(result)}</w:fldSimple>"


@pytest.mark.parametrize(
    "instruction",
    [
        '" IF &quot;1&quot; &gt; 30 &quot;Pay now &amp; call.&quot;\r\n&quot;Thank&#32;you.&quot; "',
        '\'IF "1" &gt; 30 "Pay now &amp; call."\t"Thank you." \\* MERGEFORMAT\'',
    ],
)
def test_both_texts_of_a_simple_if_field_are_read_as_branches(instruction: str) -> None:
    field_with_texts = simple_field(instruction, "Pay now &amp; call.")
    message = letter_of(word(paragraph(run("Hello. "), field_with_texts, run(" Bye."))))
    assert set(letters_in(message).values()) == {"Hello. Pay now & call. Bye.", "Hello. Thank you. Bye."}
    assert message.source.text == "Hello. Pay now & call.Thank you. Bye."
    assert_positions_hold(message)
    assert source_of(message, "now & call") == "now & call"


def test_a_simple_field_may_be_the_value_that_an_if_field_asks_for() -> None:
    days = simple_field("'MERGEFIELD Days'", "31")
    message = letter_of(word(paragraph(run("Hello. "), if_field("IF ", days, ' &gt; 30 "Pay now."', result="x"))))
    assert letters_in(message) == {("Days > 30",): "Hello. Pay now.", ("Days <= 30",): "Hello."}


def test_a_simple_field_is_a_placeholder_as_any_other() -> None:
    body = paragraph(run("Dear "), simple_field('"MERGEFIELD &quot;First Name&quot; "', "«x»"), run(", hello."))
    assert letter_of(word(body)).source.text == "Dear «First_Name», hello."


@pytest.mark.parametrize(
    "instruction", ["IF 1 = 1 Pay Thank", 'IF a ! "b" "Pay now." "Thank you."', 'IF "a" "b"', 'IF 1 = 1 "a" "b" "c"']
)
def test_an_if_field_that_is_not_understood_shows_its_result(instruction: str) -> None:
    assert prose_in(word(paragraph(run("Hello. "), if_field(instruction, result="Pay now.")))) == ["Hello. Pay now."]


def test_an_if_field_in_deleted_words_is_not_read() -> None:
    condition = if_field(" IF ", DAYS, ' = 3 "Pay."', result="Pay.")
    gone = f"<w:del>{condition}</w:del>"
    assert prose_in(word(paragraph(run("Hello. "), gone))) == ["Hello."]


def test_content_controls_that_are_filled_in_are_placeholders() -> None:
    def control(properties: str, content: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    date = '<w:alias w:val="Due date"/><w:tag w:val="x"/><w:date/>'
    prompt = '<w:tag w:val="customer_name"/><w:showingPlcHdr/>'
    body = (
        paragraph(run("Dear "), control(prompt, run("Click or tap here to enter text.")), run(","))
        + paragraph(run("Pay by "), control(date, run("1 June")), run(", please."))
        + control('<w:alias w:val="Body"/>', paragraph(run("What is left stays as it is.")))
    )
    message = letter_of(word(body))
    assert [block.prose for block in message.blocks] == [
        "Dear Alex,",
        "Pay by Friday, please.",
        "What is left stays as it is.",
    ]
    assert message.source.text.split("\n")[1] == "Pay by «Due_date», please."


def test_deleted_and_hidden_words_are_not_read_and_inserted_ones_are() -> None:
    body = paragraph(
        run("We "),
        '<w:del w:id="1"><w:r><w:delText>must threaten</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("want to help")}</w:ins>',
        run(" hide this", "<w:vanish/>"),
        run(" you."),
    )
    assert prose_in(word(body)) == ["We want to help you."]


def test_links_have_their_words_and_their_target() -> None:
    body = paragraph(
        run("Write to "),
        f'<w:hyperlink r:id="link0">{run("our ")}{run("team", "<w:b/>")}</w:hyperlink>',
        run(" or see "),
        field('HYPERLINK "https://example.com/help?a=1&amp;b=2"', run("the help page")),
        run("."),
    )
    (block,) = letter_of(word(body, links="mailto:help@example.com")).blocks
    assert [(block.prose[row.prose_start : row.prose_end], row.target) for row in block.links] == [
        ("our team", "mailto:help@example.com"),
        ("the help page", "https://example.com/help?a=1&b=2"),
    ]


def test_line_breaks_and_tabs_part_words() -> None:
    body = paragraph(run("Balance:"), "<w:r><w:tab/></w:r>", run("£50"), "<w:r><w:br/></w:r>", run("Due today"))
    message = letter_of(word(body))
    assert message.source.text == "Balance:\t£50\u2028Due today"
    assert [block.prose for block in message.blocks] == ["Balance: £50\nDue today"]
    assert message.source.position(message.source.text.index("Due")).name == "paragraph 1, character 14"


def test_template_code_is_found_though_word_tore_it_apart() -> None:
    body = paragraph(run("{% if days &lt; 30 %}")) + paragraph(run("You owe {{ am"), run("ount", "<w:b/>"), run(" }}."))
    body += paragraph(run("{% else %}")) + paragraph(run("Thank you.")) + paragraph(run("{% endif %}"))
    message = letter_of(word(body))
    assert [block.prose for block in message.blocks] == ["You owe $50.", "Thank you."]
    assert len(message.variants) == 2


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Call us first.'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = paragraph(run("Dear "), f"<w:r>{both}</w:r>", run("Ms Hall,"))
    assert prose_in(word(body)) == ["Dear Ms Hall,", "Call us first."]


def test_footnotes_are_read_and_the_lines_that_part_them_are_not() -> None:
    notes = f'<w:footnote w:type="separator">{paragraph(run("x y"))}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph(run("See our terms."))}</w:footnote>'
    message = letter_of(word(paragraph(run("Pay now.")), footnotes=notes))
    assert [(block.kind.value, block.prose) for block in message.blocks][1:] == [("footer", "See our terms.")]
    assert message.source.position(len(message.source.text) - 1).part == "footnote, paragraph 1"


def test_a_comment_silences_the_paragraph_it_is_attached_to() -> None:
    note = "empathy-lint: ignore-next threat-language — agreed with the regulator"
    comments = f'<w:comment w:id="7">{paragraph(run(note))}</w:comment><w:comment w:id="8">{paragraph(run("Nice!"))}'
    body = paragraph(run("Hello."))
    body += paragraph(run("We will take "), '<w:commentRangeStart w:id="7"/>', run("legal action"), run("."))
    body += paragraph(run("We will take legal action again."))
    message = letter_of(word(body, comments=f"{comments}</w:comment>"))
    (silence,) = message.suppressions
    assert silence.rules == {"threat-language"}
    assert silence.reason == "agreed with the regulator"
    assert message.source.text[silence.start : silence.end] == "We will take legal action."
    assert message.source.position(silence.directive_start).part == "paragraph 2"


def test_a_comment_that_asks_for_nothing_is_told_with_its_paragraph() -> None:
    comments = f'<w:comment w:id="7">{paragraph(run("empathy-lint: ignore threats"))}</w:comment>'
    body = paragraph(run("Hello.")) + '<w:commentRangeStart w:id="7"/>' + paragraph(run("Pay now."))
    (problem,) = reading_of(word(body, comments=comments)).problems
    assert problem.line == 2
    assert "“ignore” is nothing" in problem.message


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        ("a.docx", b"Just text.", "This is no Word document. Save it as a Word document (.docx)"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word versions are not read. Save it as .docx"),
        ("a.doc", b"\xdb\xa5" + bytes(600), "old Word versions are not read. Save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF files are not read. Save the letter"),
        ("a.rtf", b"{\\rtf1\\ansi Hello}", "RTF files are not read. Save it as .docx"),
        ("a.docx", word(""), "holds no words"),
    ],
)
def test_what_is_no_document_that_can_be_read_is_told_with_a_remedy(path: str, data: bytes, told: str) -> None:
    with pytest.raises(ProblemError, match=r".") as error:
        read(path, data)
    assert told in str(error.value)


def test_a_document_is_known_by_its_content_whatever_its_name() -> None:
    data = word(paragraph(run("We want to help.")))
    assert prose_in(data) == [block.prose for block in letter_of(data, "no-name-at-all").blocks]
    with pytest.raises(ProblemError, match="is to be read as “html”"):
        read("a.docx", data, format_name="html")


def test_a_text_in_utf_16_is_read_whatever_its_ending() -> None:
    (message,) = read("a.doc", "Your bill is open.\n".encode("utf-16")).messages
    assert [block.prose for block in message.blocks] == ["Your bill is open."]
