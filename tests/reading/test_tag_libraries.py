"""Code in tags: JSTL, GSP and XSLT print values and ask, and show nothing of their own."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, prose_of

from empathy_lint.reading.message import PlaceholderKind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ('<c:out value="${user.firstName}"/>', PlaceholderKind.NAME),
        ("<c:out value='${user.firstName}' default='you'/>", PlaceholderKind.NAME),
        ('<fmt:formatNumber type="currency" value="${amount}" />', PlaceholderKind.AMOUNT),
        ('<fmt:formatDate value="${dueDate}" pattern="d M"></fmt:formatDate>', PlaceholderKind.DATE),
        ('<g:formatDate date="${dueDate}"/>', PlaceholderKind.DATE),
        ('<xsl:value-of select="order/dueDate"/>', PlaceholderKind.DATE),
    ],
)
def test_what_prints_a_value_is_a_placeholder(code: str, kind: PlaceholderKind) -> None:
    message = message_of(f"<p>We wrote of {code}, you see.</p>", "late.html")
    (block,) = message.blocks
    assert [row.kind for row in block.placeholders] == [kind]
    assert block.prose.startswith("We wrote of ") and block.prose.endswith(", you see.")
    assert_positions_hold(message)


@pytest.mark.parametrize(
    "code",
    [
        '<c:choose><c:when test="${late}">\n<p>It is late.</p></c:when>'
        "<c:otherwise><p>All is well.</p></c:otherwise></c:choose>",
        '<xsl:choose><xsl:when test="late"><p><xsl:text>It is late.</xsl:text></p></xsl:when>\n'
        "<xsl:otherwise><p>All is well.</p></xsl:otherwise></xsl:choose>",
        '<g:if test="${late}"><p>It is late.</p></g:if>\n<g:else><p>All is well.</p></g:else>',
    ],
)
def test_both_ways_of_a_choice_are_read_apart(code: str) -> None:
    message = message_of(f"<p>Hello.</p>{code}<p>Bye.</p>", "late.html")
    found = {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}
    assert found == {
        ("late",): ["Hello.", "It is late.", "Bye."],
        ("not late",): ["Hello.", "All is well.", "Bye."],
    }


def test_what_is_sent_on_a_condition_and_in_a_loop_is_read() -> None:
    page = (
        '<%@ taglib prefix="c" uri="jstl" %><c:set var="a" value="Utilise"/>'
        '<c:if test="${late}"><p>It is late.</p></c:if>'
        '<c:forEach items="${rows}" var="row"><p>Pay <c:out value="${row.amount}"/>.</p></c:forEach>'
    )
    assert prose_of(page, "late.jsp") == ["It is late.", "Pay $50."]
    assert {row.when for row in message_of(page, "late.jsp").variants} == {("late",), ("not late",)}


def test_attributes_that_a_stylesheet_writes_are_no_words() -> None:
    link = '<a><xsl:attribute name="href">pay?<xsl:value-of select="id"/></xsl:attribute>Pay now</a>'
    assert prose_of(f'<xsl:template match="/"><p>{link}</p></xsl:template>', "late.xsl") == ["Pay now"]


def test_a_stylesheet_that_makes_text_is_read_as_text() -> None:
    text = (
        '<?xml version="1.0"?>\n<!-- Utilise -->\n<xsl:stylesheet version="1.0" xmlns:xsl="x">\n'
        "<xsl:output method='text'/>\n"
        "<xsl:template match='/data'>\nDear <xsl:value-of select='firstName'/>,\n\nTerms &amp; conditions apply.\n"
        "<xsl:call-template name='foot'/>\n</xsl:template>\n</xsl:stylesheet>\n"
    )
    assert prose_of(text, "late.xsl") == ["Dear Alex,", "Terms & conditions apply."]
    assert_positions_hold(message_of(text, "late.xsl"))
