"""Android's string resources: escapes, quotes and markup are read as the phone shows them."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape as escaped

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.reading.edits import Edit
from empathy_lint.reading.formats import is_read
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten

STRINGS = r"""<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <string name="app" translatable="false">Brindle</string>
    <!-- empathy-lint: ignore-next blame — agreed with the regulator -->
    <string name="late">You didn\'t pay
        <xliff:g id="amount" example="$5">%1$s</xliff:g> &amp; <b>more</b>.\nCall us \u00e9\uD83D\uDE00 "now   then".</string>
    <string-array name="steps"><item>First call us.</item><item>Then wait for us.</item></string-array>
    <plurals name="days"><item quantity="one">One day is left.</item><item quantity="other">Some days are left.</item></plurals>
    <string name="page"><![CDATA[<p>Your <b>bill</b> is open.</p>]]></string>
</resources>
"""  # noqa: E501
SENTENCES = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzéß你😀&>\"'\\@?", min_size=2, max_size=9), min_size=2, max_size=8
).map(lambda words: "So " + " ".join(words) + " now.")


def resources(text: str):
    return read("res/values/strings.xml", text.encode())


def test_every_string_item_and_form_is_a_message():
    reading = resources(STRINGS)
    assert not reading.problems
    assert {row.key: [block.prose for block in row.blocks] for row in reading.messages} == {
        "late": ["You didn't pay $50 & more.\nCall us é😀 now   then.".replace("   ", " ")],
        "steps.0": ["First call us."],
        "steps.1": ["Then wait for us."],
        "days.one": ["One day is left."],
        "days.other": ["Some days are left."],
        "page": ["Your bill is open."],
    }
    late = reading.messages[0]
    assert source_of(late, "didn't") == r"didn\'t"
    assert source_of(late, "é😀") == r"\u00e9\uD83D\uDE00"
    assert len(late.suppressions) == 1
    assert not any(row.suppressions for row in reading.messages[1:])
    for message in reading.messages:
        assert_positions_hold(message)


@settings(max_examples=30)
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_what_is_written_is_read_back(sentences):
    def written(text: str) -> str:
        for sign in "\\'\"@?":
            text = text.replace(sign, f"\\{sign}")
        return escaped(text)

    rows = "\n".join(f'<string name="s{number}">{written(row)}</string>' for number, row in enumerate(sentences))
    messages = resources(f"<resources>\n{rows}\n</resources>").messages
    assert [block.prose for message in messages for block in message.blocks] == sentences
    for message in messages:
        assert_positions_hold(message)


@pytest.mark.parametrize("words", ['we\'ll "help" & <listen>', "a\\b"])
def test_new_words_are_escaped_for_the_phone_and_for_xml(words):
    message = resources(STRINGS.replace("<b>more</b>.", "more.")).messages[0]
    at = message.source.text.index("more.")
    written = escape(words, message, at)
    assert written is not None
    after = rewritten(message, [Edit(at, at + 4, written)])
    assert after is not None and words in after.blocks[0].prose


def test_a_file_that_breaks_off_gives_what_stands_before():
    reading = resources(STRINGS[: STRINGS.index("<plurals")])
    assert [row.key for row in reading.messages] == ["late", "steps.0", "steps.1"]
    (problem,) = reading.problems
    assert "no well-formed XML" in problem.message
    assert (problem.line, problem.column) == (8, 5)


def test_a_file_of_another_name_is_known_by_its_root():
    (message, *_) = read("mails.xml", STRINGS.encode()).messages
    assert (message.format, message.key) == ("android", "late")


def test_in_folders_only_the_strings_of_values_are_read(tmp_path: Path):
    assert is_read("app/res/values/strings.xml")
    assert is_read("app/res/values-en-rGB/strings.xml")
    assert not is_read("app/res/layout/strings.xml")
    assert not is_read("pom.xml")
