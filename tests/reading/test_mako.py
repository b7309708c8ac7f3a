"""Mako: its lines, tags and comments show nothing, its values are placeholders."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of, reading_of

LETTER = """\
## -*- coding: utf-8 -*-
<%inherit file="base.mako"/>
<%namespace name="base" file="base.mako"/>
<%! import re %>
<%def name="subject()" filter="n,trim">
Your bill of ${amount}
</%def>
<%doc>
Never threaten.
</%doc>
Hello ${user.first_name},

% if late > 3 and \\
   not plan:
Your payment is late, and 20 % of it \\
was added on ${formats.of(due_date, {'a': '}'})}.
%else:
Thank you.
% endif
% for row in rows:
* ${row.amount}
% endfor
"""


def test_the_words_of_a_letter_are_read() -> None:
    assert blocks_of(LETTER, "late.txt.mako") == [
        ("subject", "Your bill of $50"),
        ("paragraph", "Hello Alex,"),
        ("paragraph", "Your payment is late, and 20 % of it was added on Friday."),
        ("paragraph", "Thank you."),
        ("list-item", "$50"),
    ]
    assert not reading_of(LETTER, "late.txt.mako").problems
    message = message_of(LETTER, "late.txt.mako")
    assert_positions_hold(message)
    assert any("late > 3" in asked for row in message.variants for asked in row.when)


@pytest.mark.parametrize("code", ['<%include file="a.html" args="x=1"/>', "<%self:part a='>'>", "</%self:part>"])
def test_tags_show_nothing(code: str) -> None:
    text = f"<%page args='x'/><p>Please call us.</p>{code}<p>Thank you.</p>"
    assert prose_of(text, "late.html") == ["Please call us.", "Thank you."]
    assert not reading_of(text, "late.html").problems


def test_lines_alone_tell_the_language() -> None:
    text = "Hello.\n\n% if late:\nPayment is late.\n% endif\n"
    assert prose_of(text, "late.txt") == ["Hello.", "Payment is late."]
    assert prose_of("We take\n% if late: 20", "late.txt") == ["We take\n% if late: 20"]
