"""HTML as mail programs show it: which words a reader sees, what part they play, where they stand."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, only_block, prose_of, source_of

from empathy_lint.reading.message import SliceKind

LETTER = """<!DOCTYPE html>
<html><head><title>Your bill</title><style>p { color: red }</style><script>var urgent = "Act now";</script></head>
<body>
<!-- Never threaten. --><!--[if mso]><p>Outlook only.</p><![endif]-->
<div style="display:none">A short word first.</div>
<h1>Hello</h1>
<p title="Final warning">We &amp; you <b>both</b>
   know.<br>Thank you.</p>
<ul><li>One thing<li>Another thing</ul>
<table><tr><td>Total</td><td>$20</td></tr><tr><td><p>Thanks.</p></td></tr></table>
<p><a class="btn" href="https://pay.example/{{ id }}">Pay now</a></p>
<p><a href="https://help.example">Get help</a></p>
<img src="a.png" alt="A smiling person"><img src="b.png" alt="logo.png"><img src="c.png" alt="">
<div style="display:none">Hidden for tracking.</div>
<footer>You get this because you asked.</footer>
</body></html>
"""


def test_a_letter_falls_into_the_parts_that_its_reader_sees() -> None:
    assert blocks_of(LETTER, "a.html") == [
        ("subject", "Your bill"),
        ("preheader", "A short word first."),
        ("heading", "Hello"),
        ("paragraph", "We & you both know.\nThank you."),
        ("list-item", "One thing"),
        ("list-item", "Another thing"),
        ("table-cell", "Total"),
        ("table-cell", "$20"),
        ("paragraph", "Thanks."),
        ("button", "Pay now"),
        ("link", "Get help"),
        ("alt-text", "A smiling person"),
        ("footer", "You get this because you asked."),
    ]
    assert_positions_hold(message_of(LETTER, "a.html"))


def test_words_are_found_where_they_are_written() -> None:
    message = message_of(LETTER, "a.html")
    assert source_of(message, "We & you both") == "We &amp; you <b>both"
    assert source_of(message, "both know") == "both</b>\n   know"
    assert source_of(message, "smiling") == "smiling"


def test_an_inline_link_stays_in_its_sentence_with_its_address_as_written() -> None:
    block = only_block('<p>Please <a href="{{ url }}?a=1">call us</a> today.</p>', "a.html")
    (link,) = block.links
    assert block.prose == "Please call us today."
    assert (block.prose[link.prose_start : link.prose_end], link.target) == ("call us", "{{ url }}?a=1")


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none"><a href="tel:123">x</a></div>',
        '<div hidden><a href="tel:123">x</div>',
        '<p>Bye.<a href="tel:123" style="display:none">x</a></p>',
    ],
)
def test_a_link_that_nobody_sees_does_not_reach_what_follows(hidden: str) -> None:
    message = message_of(f"<p>Hello there.</p>{hidden}<p>Your account is fine.</p>", "a.html")
    last = message.blocks[-1]
    assert (last.kind.value, last.prose, last.links) == ("paragraph", "Your account is fine.", ())


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">.</span>',
        "<span hidden>.</span>",
        "<span hidden><p>A.</p>B.<hr>C.</span>",
        '<svg viewBox="0 0 1 1"><title>Icon.</title><path d="M0 0"/></svg>',
        "<script>var a = 1;</script>",
        '<a href="#top" hidden>.</a>',
    ],
)
def test_what_nobody_sees_cuts_no_sentence_in_two(hidden: str) -> None:
    page = f"<p>You have {hidden}failed to pay.</p><p>Thanks.</p>"
    assert [prose for _, prose in blocks_of(page, "a.html")] == ["You have failed to pay.", "Thanks."]
    assert_positions_hold(message_of(page, "a.html"))


def test_a_field_or_a_film_parts_the_words_around_it() -> None:
    for name in ("select", "textarea", "iframe", "video"):
        page = f"<div>Your state<{name}><p>x</p></{name}>Your town</div>"
        assert [prose for _, prose in blocks_of(page, "a.html")] == ["Your state", "Your town"]


def test_a_link_ends_where_its_end_is_hidden() -> None:
    page = '<p>Please <a href="tel:123">call us<span hidden>x</a></span></p><p>Your account is fine.</p>'
    called, fine = message_of(page, "a.html").blocks
    assert [called.prose[row.prose_start : row.prose_end] for row in called.links] == ["call us"]
    assert fine.links == ()


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("Two&nbsp;words", "Two words"),
        ("Two\u00a0words", "Two words"),
        ("com&shy;plain", "complain"),
        ("com\u00ad\u200bplain", "complain"),
        ("&#8220;Hi&#x201d;", "“Hi”"),
        ("Tom &amp Jerry", "Tom & Jerry"),
        ("AT&T and R&D &co", "AT&T and R&D &co"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("a &# stray <b>mark</b>", "a &# stray mark"),
        ("a << b", "a << b"),
    ],
)
def test_entities_and_signs_are_shown_as_mail_programs_show_them(written: str, prose: str) -> None:
    block = only_block(f"<p>{written}</p>", "a.html")
    assert block.prose == prose
    assert_positions_hold(message_of(f"<p>{written}</p>", "a.html"))


def test_an_entity_is_one_slice() -> None:
    block = only_block("<p>It&#8217;s here</p>", "a.html")
    (entity,) = [row for row in block.slices if row.kind is SliceKind.ENTITY]
    assert block.source_span(2, 3) == (entity.source_start, entity.source_end) == (5, 12)


@pytest.mark.parametrize(
    ("soup", "prose"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<p>One <b>two <i>three</b> four</i></p><p>Five", ["One two three four", "Five"]),
        ("<p>Before <!-- never closed > after</p>", ["Before after"]),
        ("<p>Before <![CDATA[ never > after</p>", ["Before after"]),
        ("<p title='a > b'>Words</p>", ["Words"]),
        ("<p class=\"a>Words</p><p>More words</p>", ["Words", "More words"]),
        ("<a<a<a>Words", ["Words"]),
        ("Words <", ["Words <"]),
        ("</div></p>Words", ["Words"]),
        ("<div hidden>No</div><p>Yes, words", ["No", "Yes, words"]),
        ("<table><tr><td>One word<td>Two words</table>", ["One word", "Two words"]),
    ],
)  # fmt: skip
def test_tag_soup_loses_no_words(soup: str, prose: list[str]) -> None:
    assert prose_of(soup, "a.html") == prose


def test_two_line_breaks_part_paragraphs() -> None:
    assert prose_of("<td>One thing.<br><br/>Another thing.<br>Same block.</td>", "a.html") == [
        "One thing.",
        "Another thing.\nSame block.",
    ]


def test_a_line_that_was_broken_within_a_sentence_goes_on() -> None:
    page = (
        "<p>You have had this book for as long as we lend. Please<br/>\nbring it back, or<br>call us.<br>thank you</p>"
    )
    message = message_of(page, "a.html")
    assert [block.prose for block in message.blocks] == [
        "You have had this book for as long as we lend. Please bring it back, or\ncall us.\nthank you"
    ]
    assert_positions_hold(message)


def test_template_code_may_hold_tags_and_quotes() -> None:
    text = """<p><a href="{{ url('x', a > "b") }}">Call us</a> {{ "<b>" if x > 1 }} soon.</p>"""
    assert prose_of(text, "a.html") == ["Call us item soon."]


def test_a_cell_that_holds_a_sentence_is_a_paragraph() -> None:
    assert blocks_of("<td>You can pay in parts, whatever the sum may be.</td>", "a.html")[0][0] == "paragraph"
