"""Markdown and plain text: paragraphs, lists, headings, subject lines, wrapped lines, front matter."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of, reading_of, source_of

from empathy_lint.reading.masking import CODE, Masked
from empathy_lint.reading.template_syntax import Token, TokenKind

MARKDOWN = """---
channel: email
situation: hardship
subject: "It's {{ name }}'s \\"last\\" bill"
preheader: 'It''s short'
title: never-shown
---
# Your *bill*

Dear {{ first_name }},

You ché **owe** us {{ amount }} — call\\* [our team](tel:{{ phone }}).
It is easy.

1. One thing
2. Another thing

| When | What |
|------|------|
| Now  | Call us and we will find a way that suits you. |

<div><p>Read <i>this</i> &amp; that.</p></div>

![A smiling person](a.png)

```
never = "shown"
```
"""


def test_markdown_falls_into_its_parts() -> None:
    assert blocks_of(MARKDOWN, "a.md") == [
        ("subject", "It's Alex's \"last\" bill"),
        ("preheader", "It's short"),
        ("heading", "Your bill"),
        ("paragraph", "Dear Alex,"),
        ("paragraph", "You ché owe us $50 — call* our team. It is easy."),
        ("list-item", "One thing"),
        ("list-item", "Another thing"),
        ("table-cell", "When"),
        ("table-cell", "What"),
        ("table-cell", "Now"),
        ("paragraph", "Call us and we will find a way that suits you."),
        ("paragraph", "Read this & that."),
        ("alt-text", "A smiling person"),
    ]
    assert_positions_hold(message_of(MARKDOWN, "a.md"))


def test_front_matter_declares_channel_and_situation() -> None:
    assert message_of(MARKDOWN, "a.md").declared == {"channel": "email", "situation": "hardship"}


def test_an_unknown_situation_in_front_matter_is_a_problem_with_its_place() -> None:
    (problem,) = reading_of("---\nsituation: hardshp\n---\nHello there.", "a.md").problems
    assert (problem.line, problem.column) == (2, 12)
    assert "hardship" in problem.remedy


def test_front_matter_may_begin_with_template_code() -> None:
    text = "---\nsubject: {{ first_name }}, please call us\n---\nHello there."
    assert prose_of(text, "a.md") == ["Alex, please call us", "Hello there."]


def test_words_after_letters_of_many_bytes_are_found_where_they_are_written() -> None:
    message = message_of(MARKDOWN, "a.md")
    assert source_of(message, "owe us $50") == "owe** us {{ amount }}"
    assert source_of(message, "our team. It") == "our team](tel:{{ phone }}).\nIt"


def test_a_markdown_link_keeps_its_address_as_written() -> None:
    links = [link.target for block in message_of(MARKDOWN, "a.md").blocks for link in block.links]
    assert links == ["tel:{{ phone }}"]


TEXT = """Subject: Your bill
Preheader: A short word first

Dear {{ first_name }},
This line was wrapped by the program that wrote it and
goes on here.

WHAT YOU CAN DO

- Call us
  at any time.
* Write to us

How to pay
----------
Pay online.

Kind regards,
The team
"""


def test_plain_text_falls_into_its_parts() -> None:
    assert blocks_of(TEXT) == [
        ("subject", "Your bill"),
        ("preheader", "A short word first"),
        ("paragraph", "Dear Alex,"),
        ("paragraph", "This line was wrapped by the program that wrote it and goes on here."),
        ("heading", "WHAT YOU CAN DO"),
        ("list-item", "Call us at any time."),
        ("list-item", "Write to us"),
        ("heading", "How to pay"),
        ("paragraph", "Pay online."),
        ("paragraph", "Kind regards,"),
        ("paragraph", "The team"),
    ]
    assert_positions_hold(message_of(TEXT))


def test_short_lines_keep_their_breaks() -> None:
    assert prose_of("Accounts Team\n1 High Street\nOxford") == ["Accounts Team\n1 High Street\nOxford"]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_lines_with_labels_stay_lines_however_long_their_values_are_written(path: str) -> None:
    text = "Refunded to: {{ params.charge.charged_to_the_card }}\nTransaction ID: {{ id }}\nDate: Monday\n"
    assert prose_of(text, path) == ["Refunded to: $50\nTransaction ID: 12345\nDate: Monday"]
    wrapped = "This is a sentence that was wrapped because of its\nLength: it goes on.\n"
    assert prose_of(wrapped, path) == ["This is a sentence that was wrapped because of its Length: it goes on."]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_lines_of_logic_part_paragraphs_and_lines_of_placeholders_do_not(path: str) -> None:
    text = "Hello there\n{% if late %}\nYou owe\n{{ amount }}\n  {% endif %}{# done #}\nBye {# kindly #}now"
    assert [" ".join(prose.split()) for prose in prose_of(text, path)] == ["Hello there", "You owe $50", "Bye now"]
    assert_positions_hold(message_of(text, path))


def test_only_the_lines_asked_for_are_emptied_of_logic() -> None:
    text = "{% a %}\n{% b %}\r\nWords\n{% c %}"
    masked = Masked(text, [Token(TokenKind.STATEMENT, at, at + 7) for at in (0, 8, 23)])
    masked.blank_logic_lines(8, 17)
    assert masked.text == f"{CODE * 7}\n{' ' * 7}\r\nWords\n{CODE * 7}"


def test_a_letter_like_the_one_that_covers_template_code_is_none() -> None:
    assert Masked(f"a{CODE}b", []).text == "a\ufffdb"


def test_template_code_is_found_by_any_of_its_characters() -> None:
    tokens = [Token(TokenKind.STATEMENT, 2, 5), Token(TokenKind.STATEMENT, 5, 8)]
    masked = Masked("a {b}{c} d", tokens)
    assert [masked.token_at(at) for at in (0, 1, 2, 4, 5, 7, 8, 9)] == [
        None, None, tokens[0], tokens[0], tokens[1], tokens[1], None, None,
    ]  # fmt: skip
    assert masked.text == f"a {CODE * 6} d"
    assert [masked.tokens_within(0, at) for at in (2, 3, 6)] == [[], tokens[:1], tokens]


@pytest.mark.parametrize(
    ("path", "text", "format_name"),
    [
        ("a.txt", "Hello there.", "text"),
        ("a.sms", "Hello there.", "text"),
        ("a.html.erb", "<p>Hello</p>", "html"),
        ("a.erb", "<p>Hello</p>", "html"),
        ("a.text.erb", "Hello there.", "text"),
        ("a.text.erb", "## Hello\n\nRead [this](https://x.example).", "markdown"),
        ("a.html", "# Hello\n\nRead this.", "markdown"),
        ("a.md", "<p>Hello</p>", "markdown"),
        ("-", "Hello there.", "text"),
        ("a.blade.php", "@component('mail::message')\n# Hello\n\nThanks,<br>\nUs\n@endcomponent", "markdown"),
        ("a.blade.php", "<x-mail::message>\nDear all,\n\nThanks,<br>\nUs\n</x-mail::message>", "markdown"),
        ("a.tpl", "Dear {$name},\n\nYour order <b>#{$id}</b> is here.\n", "markdown"),
        ("a.tpl", "Dear {$name},<br>\nYour order <b>#{$id}</b> is here.\n\n<br>Us", "html"),
        ("a.tpl", "<p>Dear {$name},</p>\n\n<p>Your order <b>#{$id}</b> is here.</p>", "html"),
    ],
)
def test_the_format_is_told_by_name_and_content(path: str, text: str, format_name: str) -> None:
    assert message_of(text, path).format == format_name


def test_a_link_that_is_written_in_html_keeps_its_address() -> None:
    text = 'Please <a href="mailto:{{ desk }}@firm.example">write\nto us</a> or **call**.\n\n'
    message = message_of(f'{text}<a href="tel:12">Call\n\nNow.\n', "a.md")
    first, *_, last = message.blocks
    assert first.prose == "Please write to us or call."
    assert [(first.prose[row.prose_start : row.prose_end], row.target) for row in first.links] == [
        ("write to us", "mailto:{{ desk }}@firm.example")
    ]
    assert last.links == ()
    assert_positions_hold(message)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">secret</span>',
        "<span hidden>a <span>b</span><br>**c**\nd `e`</span>",
        '<a href="tel:1" hidden>call</a>',
        "<script>var a;</script>",
        '<img hidden src="a.png">',
        "</span>",
    ],
)
def test_words_that_html_hides_in_a_line_are_not_read(hidden: str) -> None:
    message = message_of(f"You have {hidden}failed to pay.\n\nThanks <span hidden>for\n\nall.\n", "a.md")
    assert [block.prose for block in message.blocks] == ["You have failed to pay.", "Thanks", "all."]
    assert all(not block.links for block in message.blocks)
    assert_positions_hold(message)


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("@component('mail::{}', ['url' => url('/x')])", "@endcomponent"),
        ("<x-mail::{} :url=\"$a > 0 ? $u : '/x'\">", "</x-mail::{}>"),
    ],
)
def test_laravels_mail_in_markdown_is_read_by_its_lines(opened: str, closed: str) -> None:
    lines = [
        opened.format("message"), "# Your claim", "Dear {{ $claim['first_name'] }},", "", "We have paid it.", "",
        opened.format("button"), "See your claim", closed.format("button"), "",
        "Thanks,<br>", "The team", closed.format("message"),
    ]  # fmt: skip
    text = "\n".join(lines)
    assert prose_of(text, "paid.blade.php") == [
        "Your claim", "Dear Alex,", "We have paid it.", "See your claim", "Thanks,\nThe team",
    ]  # fmt: skip


def test_a_page_without_markup_is_a_text() -> None:
    assert prose_of("Hello,\n\nYour account is late.\n", "late-body.html") == ["Hello,", "Your account is late."]
