"""Latte: its blocks, values, translations and the ways that tags and attributes choose."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of

LETTER = """\
{layout 'email.latte'}
{varType App\\Utilise $x}
{block subject}Your bill of {$amount}{/block}
{block content}
{* Never threaten. *}
<p>Hello {$user->firstName}, {_'Please pay %s.', $x} {_}Call us.{/_} {='x'|upper} {l}x{r}</p>
{foreach $rows as $row}<p>Pay {$row->amount} on <a href="{link Bill:pay $row}">our site</a>.</p>{/foreach}
{include 'footer.latte', utilise: 1}
{/block}
"""


def test_the_words_of_a_letter_are_read() -> None:
    assert blocks_of(LETTER, "late.latte") == [
        ("subject", "Your bill of $50"),
        ("paragraph", "Hello Alex, Please pay item. Call us. item {x}"),
        ("paragraph", "Pay $50 on our site."),
    ]
    assert_positions_hold(message_of(LETTER, "late.latte"))


def test_words_that_translations_are_found_by_are_keys() -> None:
    keys = [LETTER[slice(*key)] for key in message_of(LETTER, "late.latte").keys]
    assert keys == ["Please pay %s.", "Call us."]


@pytest.mark.parametrize(
    "code",
    [
        "{if $late}<p>It is late.</p>{else}<p>All is well.</p>{/if}",
        "{ifset $late}<p>It is late.</p>{else}<p>All is well.</p>{/ifset}",
        '<p n:if="$late">It is late.</p>\n<p n:else>All is well.</p>',
    ],
)
def test_both_ways_of_a_choice_are_read_apart(code: str) -> None:
    message = message_of(f"<p>Hello.</p>{code}", "late.latte")
    found = {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}
    assert found == {("late",): ["Hello.", "It is late."], ("not late",): ["Hello.", "All is well."]}


@pytest.mark.parametrize("prose", ["Braces {stay here} as they are.", "A set {1, 2} is one."])
def test_other_braces_stay_prose(prose: str) -> None:
    assert prose_of(f"<p>{prose}</p>", "late.latte") == [prose]
