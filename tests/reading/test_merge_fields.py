"""Fields of one sign each: Salesforce's, Drupal's, StringTemplate's, and names between number signs."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, only_block, prose_of


@pytest.mark.parametrize(
    "code",
    [
        "{!Contact.FirstName}",
        "{!$User.FirstName}",
        "{{{Recipient.FirstName}}}",
        "[user:display-name]",
        "[node:author:name]",
        "$first_name$",
        "$user.name$",
        "#FIRST_NAME#",
        "##NAME##",
    ],
)
def test_a_field_is_a_placeholder(code: str) -> None:
    block = only_block(f"We wrote to {code} last week.")
    assert block.prose == "We wrote to Alex last week."
    assert [row.code for row in block.placeholders] == [code]


@pytest.mark.parametrize("code", ["[node:title]", "[site:slogan]", "[commerce_order:mail_text]"])
def test_what_drupal_has_tokens_of_is_known(code: str) -> None:
    assert prose_of(f"We wrote of {code} last week.") in (
        ["We wrote of item last week."],
        ["We wrote of Acme last week."],
    )


@pytest.mark.parametrize(
    "prose",
    [
        "It costs $5$ or US$20, and $100.",
        "We won #1 and #2, says #FRIDAY#.",
        "He said [note:see below] and [sic].",
        "They said {!} and it stays [a:b].",
        "Pay $20 to us, and $30 to them.",
        "See [site:name](https://example.com) now.",
    ],
)
def test_signs_of_prose_stay_prose(prose: str) -> None:
    shown = prose.replace("[site:name](https://example.com)", "site:name")
    assert prose_of(prose) in ([prose], [shown])


def test_what_a_string_marks_up_is_no_placeholder() -> None:
    assert prose_of("<p>{{ _('Please <b>call</b> [note:see] us.') }}</p>", "a.html") == ["Please call [note:see] us."]


@pytest.mark.parametrize("path", ["late.st", "late.txt"])
def test_string_templates_ask_and_show(path: str) -> None:
    asked = "$if(late)$\nPayment is late: $sums:row(); separator=', '$.\n$else$\nThanks.\n$endif$\n"
    text = f"Hello $user.name$,\n\n{asked}"
    assert prose_of(text + "$! Never threaten. !$\n", path) == ["Hello Alex,", "Payment is late: item.", "Thanks."]
    message = message_of(text, path)
    assert_positions_hold(message)
    assert {row.when for row in message.variants} == {("late",), ("not late",)}
