"""XLIFF catalogues: one message a unit, every word where it stands, and nothing that a file could do to its reader."""

from __future__ import annotations

from xml.sax.saxutils import escape as escaped

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.reading.edits import Edit
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten

OLD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="en-GB" original="mail"><body>
  <!-- empathy-lint: ignore-next blame — the lawyers' words -->
  <trans-unit id="1" resname="overdue">
    <source>You failed to pay.</source>
    <target>Café &amp; bar: you <g id="b">failed</g> to pay
      <x id="2" equiv-text="{{ amount }}"/> by <![CDATA[<May>]]>.</target>
    <alt-trans><target>Not this one.</target></alt-trans>
  </trans-unit>
  <trans-unit id="2"><source>Only the source.</source><target/></trans-unit>
  <trans-unit id="3" translate="no"><source>BRINDLE-42</source></trans-unit>
</body></file>
</xliff>
"""
NEW = """\
<xliff version="2.0" srcLang="en"><file id="f"><unit id="u1" name="greeting">
  <originalData><data id="d1">{{ name }}</data></originalData>
  <segment><source>Hello <ph id="1" dataRef="d1"/>, welcome. </source></segment>
  <segment><source>Your <pc id="2">bill</pc> is open.</source></segment>
</unit></file></xliff>
"""
SENTENCES = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzéß你😀&>\"'", min_size=2, max_size=9), min_size=2, max_size=8
).map(lambda words: "So " + " ".join(words) + " now.")


def catalogue(text: str):
    return read("mail.xlf", text.encode())


def test_a_unit_is_a_message_from_its_target_or_else_its_source():
    reading = catalogue(OLD)
    assert not reading.problems
    overdue, only = reading.messages
    assert [(row.key, [block.prose for block in row.blocks]) for row in (overdue, only)] == [
        ("overdue", ["Café & bar: you failed to pay\n$50 by <May>."]),
        ("2", ["Only the source."]),
    ]
    assert source_of(overdue, "é & b") == "é &amp; b"
    assert source_of(overdue, "<May>") == "<May>"
    assert source_of(overdue, "$50") == '<x id="2" equiv-text="{{ amount }}"/>'
    assert_positions_hold(overdue)


def test_segments_of_a_unit_are_one_text_and_codes_lie_beside_it():
    (message,) = catalogue(NEW).messages
    assert message.key == "greeting"
    assert [block.prose for block in message.blocks] == ["Hello Alex, welcome. Your bill is open."]
    assert_positions_hold(message)


def test_a_comment_before_a_unit_silences_all_of_it_and_no_other():
    overdue, only = catalogue(OLD).messages
    (row,) = overdue.suppressions
    assert row.rules == {"blame"} and row.end == OLD.index("</trans-unit>") + len("</trans-unit>")
    assert not only.suppressions


@settings(max_examples=30)
@given(st.lists(SENTENCES, min_size=1, max_size=4), st.booleans())
def test_what_is_written_is_read_back(sentences, plain):
    def written(text: str) -> str:
        return escaped(text) if plain else f"<![CDATA[{text}]]>"

    rows = "".join(
        f'<unit id="u{n}"><segment><source>{written(row)}</source></segment></unit>\r\n'
        for n, row in enumerate(sentences)
    )
    messages = catalogue(f'<xliff version="2.0"><file id="f">{rows}</file></xliff>').messages
    assert [block.prose for message in messages for block in message.blocks] == sentences
    for message in messages:
        assert_positions_hold(message)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<xliff><file><unit id="1">&b;</unit></file></xliff>'


@pytest.mark.parametrize(
    ("text", "place", "says", "messages"),
    [
        (BOMB, "1:25", "declares entities", 0),
        (BOMB.replace('a "aaaa"', 'a SYSTEM "file:///etc/passwd"'), "1:52", "declares entities", 0),
        (OLD.replace("ignore-next blame —", "ignore-next blame --"), "4:42", "invalid token", 0),
        (OLD.replace("</body>", ""), "13:3", "mismatched tag", 2),
        (OLD.replace("Only the", "Only & the"), "11:36", "not well-formed", 1),
        (OLD.replace("blame —", "blame"), "4:8", "without saying why", 2),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_stands_before_is_read(text, place, says, messages):
    reading = catalogue(text)
    assert len(reading.messages) == messages
    (problem,) = reading.problems
    assert (f"{problem.line}:{problem.column}", says in problem.message) == (place, True), str(problem)
    assert problem.remedy


def test_new_words_are_escaped_unless_they_stand_in_cdata():
    message = catalogue(OLD).messages[0]
    text = message.source.text
    at = text.index("bar: you")
    assert escape("fish & <chips>", message, at) == "fish &amp; &lt;chips&gt;"
    assert escape("a & b", message, text.index("May>]]")) == "a & b"
    assert escape("]]>", message, text.index("May>]]")) is None
    after = rewritten(message, [Edit(at, at + 3, "fish &amp; chips")])
    assert after is not None and after.blocks[0].prose.startswith("Café & fish & chips: you")
