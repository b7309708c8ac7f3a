"""Apache Velocity: references are values, directives and comments show nothing, money stays money."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of

from empathy_lint.reading.formats import format_of

LETTER = """\
## Never threaten.
#set($total = 5)
#set($subject = "Your bill of ${amount}")
Hello $user.firstName,

#if($overdue && !$plan)
Your payment of $!{amount} is late by ${days} days. Pay $50 or $5.00.
#{else}
Thanks, $!user.getName("a)").
#end
#foreach($row in $rows)
- $row.amount
#end
#* Nobody
is sent this. *#
#parse("footer.vm")
"""


def test_the_words_of_a_letter_are_read() -> None:
    assert blocks_of(LETTER, "late.vm") == [
        ("subject", "Your bill of $50"),
        ("paragraph", "Hello Alex,"),
        ("paragraph", "Your payment of $50 is late by 12345 days. Pay $50 or $5.00."),
        ("paragraph", "Thanks, Alex."),
        ("list-item", "$50"),
    ]
    assert_positions_hold(message_of(LETTER, "late.vm"))


def test_both_ways_of_a_question_are_read_apart() -> None:
    message = message_of("Hello.\n\n#if($late)\nPayment is late.\n#elseif($due)\nIt is due.\n#end\n", "late.vm")
    found = {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}
    assert found[("late",)] == ["Hello.", "Payment is late."]
    assert sorted(found.values()) == [["Hello."], ["Hello.", "It is due."], ["Hello.", "Payment is late."]]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("$first_name", "Alex"),
        ("$!user.firstName", "Alex"),
        ("${user.firstName}", "Alex"),
        ('$esc.html($user.get("x").firstName)', "Alex"),
        ("$rows[0].firstName", "Alex"),
        ("#show($x)", "item"),
    ],
)
def test_a_reference_is_a_value(code: str, word: str) -> None:
    assert prose_of(f"We wrote to {code} last week.", "late.vm") == [f"We wrote to {word} last week."]


def test_a_stop_behind_a_reference_ends_the_sentence() -> None:
    assert prose_of("It is due on $dueDate. Please call.", "late.vm") == ["It is due on Friday. Please call."]


def test_a_sentence_that_is_kept_for_later_is_prose() -> None:
    assert prose_of('#set($end = "Please call us, $name.")\n', "late.vm") == ["Please call us, Alex."]


def test_a_text_of_another_name_speaks_it_plainly_or_not_at_all() -> None:
    plain = "Dear $name,\n\n#if($late)\nPlease call.\n#end\n"
    assert prose_of(plain, "late.txt") == ["Dear Alex,", "Please call."]
    for prose in ("Use #if to ask, and $name stays.", "Win #1 in the #end game with $name."):
        assert prose_of(prose, "late.txt") == [prose]


def test_a_comment_makes_no_markdown() -> None:
    assert format_of("late.vm", "## A note\nHello $name,") == "text"
    assert format_of("late.md.txt", "## A heading\nHello,") == "markdown"
