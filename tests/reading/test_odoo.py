"""Odoo's templates: values of QWeb with what stands for them, its ways of a choice, and data files that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_helpers import assert_positions_hold, message_of, prose_of, reading_of, source_of

from empathy_lint.reading.formats import is_read
from empathy_lint.reading.message import BlockKind, PlaceholderKind

DATA = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- By Alex <alex@example.com> -->
<odoo><data noupdate="1">
<record id="late" model="mail.template">
  <field name="name">Utilise this</field>
  <field name="email_to">{{ object.email }}</field>
  <field name="subject">Bill &amp; more of {{ object.partner_id.name }}</field>
  <field name="body_html" type="html">
    <p>Dear <t t-out="object.partner_id.name or ''">Brandon Freeman</t>,<br/>
    <t t-if="object.days &gt; 3">Payment of <span t-field="object.amount_total">$ 9</span> is late.</t>
    <t t-elif="object.plan">Your plan is kept.</t>
    <t t-else="">Thank you.</t></p>
    <p>Call <t t-out="object.phone"/> or write.</p>
  </field>
</record>
<record id="old" model="email.template">
  <field name="body_html"><![CDATA[<p>Dear ${object.name},</p>]]></field>
</record>
<record id="text" model="sms.template"><field name="body">Your bill is late.</field></record>
<record id="other" model="res.partner"><field name="subject">Utilise</field></record>
</data></odoo>
"""


def test_each_template_is_one_message_of_its_subject_and_its_body() -> None:
    late, old, text = reading_of(DATA, "data.xml").messages
    assert [row.key for row in (late, old, text)] == ["late", "old", "text"]
    assert (late.blocks[0].kind, late.blocks[0].prose) == (BlockKind.SUBJECT, "Bill & more of Alex")
    assert "Dear Alex,\nPayment of $50 is late." in [block.prose for block in late.blocks]
    assert [block.prose for block in (*old.blocks, *text.blocks)] == ["Dear Alex,", "Your bill is late."]
    assert text.declared["channel"] == "sms"
    for message in (late, old, text):
        assert_positions_hold(message)
    assert source_of(late, "& more") == "&amp; more"


def test_each_way_of_a_choice_is_read_apart() -> None:
    late = reading_of(DATA, "data.xml").messages[0]
    shown = [" ".join(late.blocks[number].prose for number in row.blocks) for row in late.variants]
    for words in ("Payment of $50 is late.", "Your plan is kept.", "Thank you."):
        assert sum(words in each for each in shown) == 1
    assert len(shown) == 3
    assert all("Call 555 0100 or write." in each for each in shown)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("object.partner_id.name or ''", PlaceholderKind.NAME),
        ("format_amount(inv.total * 2, inv.currency_id)", PlaceholderKind.AMOUNT),
        ("format_date(inv.given)", PlaceholderKind.DATE),
    ],
)
@pytest.mark.parametrize("name", ["t-out", "t-esc", "t-raw", "t-field"])
def test_what_is_printed_is_a_value_and_the_rest_a_sample(name: str, code: str, kind: PlaceholderKind) -> None:
    block = message_of(f'<p>We wrote to <span {name}="{code}">Utilise</span> today.</p>', "a.html").blocks[0]
    assert "Utilise" not in block.prose
    assert [(row.code, row.kind) for row in block.placeholders] == [(code, kind)]


def test_a_page_that_a_layout_is_put_around_is_no_value() -> None:
    assert prose_of('<p>Hello.</p><t t-out="0"/><p>Bye.</p>', "a.html") == ["Hello.", "Bye."]


def test_many_values_without_an_end_tag_leave_a_cell_a_cell() -> None:
    cells = "".join(f'<tr><td>Sum {number}</td><td><t t-out="a.amount"/></td></tr>' for number in range(60))
    message = message_of(f"<table>{cells}</table>", "a.html")
    assert {block.kind for block in message.blocks} == {BlockKind.TABLE_CELL}


def test_a_root_of_data_and_spaces_that_stayed_from_cdata_are_known() -> None:
    field = '<field name="body_html"><p>&amp;nbsp;&amp;nbsp;Please call.</p></field>'
    text = f'<data noupdate="1"><record id="late" model="mail.template">{field}</record></data>'
    (message,) = reading_of(text, "data.xml").messages
    assert [block.prose for block in message.blocks] == ["Please call."]


def test_in_folders_a_data_file_with_templates_is_read(tmp_path: Path) -> None:
    for name, text in (("mail.xml", DATA), ("view.xml", DATA.replace(".template", ".view")), ("pom.xml", "<project/>")):
        (tmp_path / name).write_text(text, "utf-8")
    assert [is_read(str(tmp_path / name)) for name in ("mail.xml", "view.xml", "pom.xml")] == [True, False, False]
