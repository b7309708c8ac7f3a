"""Words go back into a file as its format and its encoding write them, and nothing else in it changes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import message_of, prose_of

from empathy_lint.errors import ProblemError
from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import apply_edits, escape, rewritten

WORDS = st.text(alphabet="abc éß–’ &<>\"'*_`\\[](){}%#", min_size=1, max_size=20)
ENCODINGS = {
    "UTF-8": (b"", "utf-8"),
    "UTF-8 with a mark": (codecs.BOM_UTF8, "utf-8"),
    "UTF-16, little end first": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "Latin 1": (b"", "cp1252"),
}
PAGE = '<meta charset="iso-8859-1">\r\n<p>Your café bill is late.</p>\r\n<p>Pay {{ amount }}.</p>\r\n'


@pytest.mark.parametrize("name", ENCODINGS)
def test_mark_encoding_and_line_ends_stay(name: str) -> None:
    mark, codec = ENCODINGS[name]
    data = mark + PAGE.encode(codec)
    at = PAGE.index("late")
    after = apply_edits("a.html", data, [Edit(at, at + 4, "open")])
    assert after == mark + PAGE.replace("late", "open").encode(codec)


def test_what_the_encoding_lacks_is_spelled_out_in_a_page_and_refused_in_plain_text() -> None:
    (page,) = read("a.html", PAGE.encode("cp1252")).messages
    assert escape("5 → 6", page, PAGE.index("late")) == "5 &#8594; 6"
    with pytest.raises(ProblemError, match=r"a\.html: The new words cannot be written in CP1252"):
        apply_edits("a.html", PAGE.encode("cp1252"), [Edit(30, 30, "→")])


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.txt", "Fish & <chips>", "Fish & <chips>"),
        ("a.html", 'Fish & "chips"', 'Fish &amp; "chips"'),
        ("a.md", "2 * 3 and snake_case", "2 \\* 3 and snake_case"),
    ],
)
def test_words_are_escaped_as_the_format_needs(path: str, text: str, expected: str) -> None:
    message = message_of("<p>Hello there.</p>" if path.endswith("html") else "Hello there.", path)
    assert escape(text, message, 3) == expected


def test_an_alternative_text_keeps_its_quotes_closed() -> None:
    text = '<p>Hello there.</p><img alt="Our new office" src="a.png">'
    message = message_of(text, "a.html")
    assert escape('the "old" office', message, text.index("new")) == "the &quot;old&quot; office"


def test_a_line_end_becomes_that_of_the_file() -> None:
    message = message_of("One.\r\nTwo.\r\n")
    assert escape("a\nb", message, 0) == "a\r\nb"


@given(WORDS, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_escaped_words_read_as_they_were_meant_or_are_seen_not_to(words: str, path: str) -> None:
    text = "<p>You owe it now.</p>" if path == "a.html" else "You owe it now."
    message = message_of(text, path)
    place = text.index("it")
    written = escape(words, message, place)
    assert written is not None
    after = rewritten(message, [Edit(place, place + 2, written)])
    if after is not None and path == "a.html" and not set("{}%[]()#") & set(words):
        assert [block.prose for block in after.blocks] == [" ".join(f"You owe {words} now.".split())]


@given(st.text(min_size=1, max_size=60), st.data())
def test_only_what_is_edited_changes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changed = edited(text, [Edit(start, end, "new")])
    assert changed == f"{text[:start]}new{text[end:]}"


def test_edits_may_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        edited("one two", [Edit(0, 4, "a"), Edit(3, 7, "b")])


def test_a_rewritten_message_is_read_again() -> None:
    message = message_of("<p>Your bill is late.</p>", "a.html")
    after = rewritten(message, [Edit(3, 7, "Our")])
    assert after is not None
    assert [block.prose for block in after.blocks] == prose_of("<p>Our bill is late.</p>", "a.html")
