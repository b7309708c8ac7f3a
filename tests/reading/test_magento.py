"""Magento's emails: the words to be translated are what the customer reads."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, prose_of, source_of

from empathy_lint.reading.message import BlockKind, PlaceholderKind

ORDER = """\
<!--@subject {{trans "Your %store_name order" store_name=$store.frontend_name}} @-->
<!--@vars {"var formattedBillingAddress|raw":"Utilise this"} @-->
{{template config_path="design/email/header_template"}}
<p class="greeting">{{trans "%customer_name," customer_name=$order_data.customer_name}}</p>
<p>{{trans 'You can <a href="%account_url">see your order</a>.' account_url=$this.getUrl($store,'a',[_nosid:1]) |raw}}
{{trans "Call us at %phone" phone=$store_phone}}{{depend hours}} {{trans "in our \\"open hours\\""}}{{/depend}}.</p>
{{if is_late}}<p>{{trans "It is late."}}</p>{{else}}<p>{{trans "It is on its way."}}</p>{{/if}}
{{layout handle="sales_email_order_items" order_id=$order_id area="frontend"}}
{{template config_path="design/email/footer_template"}}
"""


def test_the_words_of_an_order_are_read() -> None:
    assert prose_of(ORDER, "order_new.html") == [
        "Your Acme order",
        "Alex,",
        'You can see your order. Call us at 555 0100 in our "open hours".',
        "You can see your order. Call us at 555 0100.",
        "It is late.",
        "It is on its way.",
    ]


def test_every_word_of_an_order_knows_its_place() -> None:
    message = message_of(ORDER, "order_new.html")
    assert_positions_hold(message)
    assert message.blocks[0].kind is BlockKind.SUBJECT
    assert source_of(message, "see your order") == "see your order"
    assert [row.kind for row in message.blocks[1].placeholders] == [PlaceholderKind.NAME]
    assert source_of(message, "555 0100") == "%phone"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("{{var customer.name}}", PlaceholderKind.NAME),
        ('{{config path="general/store_information/phone"}}', PlaceholderKind.PHONE),
        ("{{config path='trans_email/ident_support/email'}}", PlaceholderKind.EMAIL),
    ],
)
def test_values_are_placeholders(code: str, kind: PlaceholderKind) -> None:
    message = message_of(f"<p>{{{{trans 'Write to'}}}} {code}</p>", "order_new.html")
    assert [row.kind for row in message.blocks[0].placeholders] == [kind]


@pytest.mark.parametrize(
    "code", ['{{css file="css/email.css"}}', "{{inlinecss file='a.css'}}", "{{block class='Items' area='frontend'}}"]
)
def test_parts_of_the_page_are_no_words(code: str) -> None:
    assert prose_of(f"<p>{{{{var name}}}}, hello.</p>{code}", "order_new.html") == ["Alex, hello."]
