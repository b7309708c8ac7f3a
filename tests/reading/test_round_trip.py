"""Whatever is written in a message, in any format, is what is read, and every character knows its place."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, message_of, prose_of

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéßñ你", min_size=2, max_size=9)
SENTENCES = st.lists(WORDS, min_size=2, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")
MESSAGES = st.lists(SENTENCES, min_size=1, max_size=5)
PLACEHOLDERS = st.sampled_from(
    ["{{ amount }}", "<%= @amount %>", "${amount}", "%{amount}", "((amount))", "%(amount)s", "*|AMOUNT|*", "[[amount]]"]
)
TAGS = "{{ }} {% %} {%_else_%} {%_endif_%} <% %> < > <!-- --> <p </p> \" ' & &# &amp; &nbsp; <b> <br> [ ]( ) (( ))"
CODE = "{%_if_a_%} {{_x_}} {$x} {if_a} {%_set_x_=_'Go_on_now.'_%} ${ %s @if( # *** - | ![a](b) 😀 é Pay_now."
SPACES_AND_CALLS = ("\n", "\r\n", "\n\n", "---\n", " ", "\x0b", "\u00ad", "\ue000", "_(", "__('Go on')")
SNIPPETS = st.sampled_from([*f"{TAGS} {CODE}".replace(" ", "\0").replace("_", " ").split("\0"), *SPACES_AND_CALLS])
FILE_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.html.erb", "a.blade.php", "a.tpl", "a.ftl", "a.spt"])


@given(MESSAGES)
def test_plain_text_is_read_as_written(sentences: list[str]) -> None:
    message = message_of("\n\n".join(sentences))
    assert [block.prose for block in message.blocks] == sentences
    assert_positions_hold(message)


@given(MESSAGES)
def test_markdown_is_read_as_written(sentences: list[str]) -> None:
    text = "\n\n".join(f"Here is **{sentence[:-1]}** and *more*." for sentence in sentences)
    message = message_of(text, "letter.md")
    assert [block.prose for block in message.blocks] == [f"Here is {row[:-1]} and more." for row in sentences]
    assert_positions_hold(message)


@given(MESSAGES, st.booleans())
def test_html_is_read_as_written(sentences: list[str], spelled_out: bool) -> None:
    def written(sentence: str) -> str:
        escaped = html.escape(f"{sentence} & <more>")
        return "".join(f"&#{ord(row)};" for row in escaped) if spelled_out and "&" not in escaped else escaped

    text = "<html><body>" + "".join(f"<p class='a'>{written(row)}</p>\n" for row in sentences) + "</body></html>"
    message = message_of(text, "letter.html")
    assert [block.prose for block in message.blocks] == [f"{row} & <more>" for row in sentences]
    assert_positions_hold(message)


@given(MESSAGES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_never_reach_the_prose(sentences: list[str], line_end: str) -> None:
    text = line_end.join(f"<p>{sentence.replace(' ', line_end)}</p>" for sentence in sentences)
    message = message_of(text, "letter.html")
    assert [block.prose for block in message.blocks] == sentences
    assert message.source.text == text
    assert_positions_hold(message)


@given(SENTENCES, PLACEHOLDERS, SENTENCES, st.sampled_from(["letter.txt", "letter.md", "letter.html"]))
def test_a_placeholder_is_one_untouchable_span(before: str, code: str, after: str, path: str) -> None:
    text = f"{before} You owe {code} today. {after}"
    message = message_of(text, path)
    (block,) = message.blocks
    assert block.prose == f"{before} You owe $50 today. {after}"
    (placeholder,) = block.placeholders
    assert placeholder.code == code
    assert block.source_span(placeholder.prose_start + 1, placeholder.prose_start + 2) == (
        placeholder.source_start,
        placeholder.source_end,
    )
    assert_positions_hold(message)


@given(st.lists(SNIPPETS, min_size=1, max_size=40), FILE_NAMES)
def test_any_jumble_is_read_and_every_character_has_a_place(snippets: list[str], path: str) -> None:
    message = message_of("Hello. " + "".join(snippets), path)
    assert_positions_hold(message)


@given(MESSAGES)
def test_a_translated_string_is_read_as_written(sentences: list[str]) -> None:
    text = "".join(f'<p>{{{{ _("{sentence}") }}}}</p>\n' for sentence in sentences)
    assert prose_of(text, "letter.html") == sentences
    assert_positions_hold(message_of(text, "letter.html"))
