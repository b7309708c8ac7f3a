"""Code that is written as tags of its own: JSTL (`<c:if test="${late}">`), GSP (`<g:if>`), XSLT (`<xsl:value-of>`).

What prints a value is a placeholder, what asks makes ways of a choice; other tags hold what the reader gets.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

_SPOKEN: Final = re.compile(
    r"<(?:c:(?:if|out|choose|forEach)|fmt:\w+|g:(?:if|each|message|format\w+|fieldValue)|xsl:(?:value-of|if|choose|template))\b"
)
_TAG: Final = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8});)"
    r"|(?P<declared><\?xml[^<>]{0,300}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|<!DOCTYPE[^\[\]>]{0,300}(?:\[[^\]]{0,2000}\])?\s*>)"
    r"|<(?P<end>/?)(?P<name>(?:c|fmt|g|xsl):[\w-]{1,40})(?=[\s/>])"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]{0,500}\"|'[^']{0,500}'){0,400})>"
)
_TEXT: Final = re.compile(r"<xsl:output\b[^<>]{0,200}\bmethod\s*=\s*[\"']text\b")
_GOES_ON: Final = re.compile(r"\s*<g:else(?:if)?\b")
_ATTRIBUTE_END: Final = "</xsl:attribute>"
_EXPRESSION: Final = re.compile(r"[$#]\{([^{}]*)\}")
_IFS: Final = frozenset({"c:if", "g:if", "xsl:if"})
_CHOICES: Final = frozenset({"c:choose", "xsl:choose"})
_LOOPS: Final = frozenset({"c:forEach", "c:forTokens", "g:each", "xsl:for-each"})
_WHEN: Final = frozenset({"c:when", "xsl:when"})
_OTHERWISE: Final = frozenset({"c:otherwise", "xsl:otherwise"})
# What prints, and the attribute that tells what.
_PRINTS: Final = {
    "c:out": "value",
    "fmt:formatNumber": "value",
    "fmt:formatDate": "value",
    "fmt:message": "key",
    "g:message": "code",
    "g:formatNumber": "number",
    "g:formatDate": "date",
    "g:fieldValue": "field",
    "xsl:value-of": "select",
    "xsl:copy-of": "select",
}


def is_spoken(path: str, text: str) -> bool:  # noqa: ARG001 - one signature for every language
    """Whether a file has tags of these."""
    return ":" in text and _SPOKEN.search(text) is not None


def writes_text(text: str) -> bool:
    """Whether a stylesheet makes plain text, in which line ends mean what they mean."""
    return _TEXT.search(text) is not None


def tokens(text: str) -> Iterator[Token]:
    """The tags that are code, in order."""
    at, attributes_end, is_text = 0, True, writes_text(text)
    while match := _TAG.search(text, at):
        start, at = match.span()
        name = match["name"]
        if name is None:  # what a page shows, or does not, anyhow
            if is_text and match["entity"]:
                yield Token(TokenKind.ESCAPE, start, at, text=html.unescape(match["entity"]))
            elif is_text:
                yield Token(TokenKind.COMMENT, start, at)
        elif name == "xsl:attribute" and not match["end"]:
            close = text.find(_ATTRIBUTE_END, at) if attributes_end else -1
            attributes_end = close >= 0
            at = close + len(_ATTRIBUTE_END) if attributes_end else at
            yield Token(TokenKind.STATEMENT, start, at)
        elif name in _PRINTS:
            yield from _printed(match)
        else:
            yield from _logic(text, match)


def _printed(match: re.Match[str]) -> Iterator[Token]:
    """Code around the value; the value alone tells what it is."""
    start, end = match.span()
    value = _value(match, _PRINTS[match["name"]])
    if match["end"] or value is None:
        yield Token(TokenKind.STATEMENT, start, end)
        return
    yield Token(TokenKind.STATEMENT, start, value[0])
    yield Token(TokenKind.OUTPUT, *value)
    yield Token(TokenKind.STATEMENT, value[1], end)


def _logic(text: str, match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    name, closing = match["name"], bool(match["end"])
    if match["attributes"].endswith("/"):
        yield Token(TokenKind.STATEMENT, start, end)
    elif closing and name in ("g:if", "g:else", "g:elseif"):
        goes_on = _GOES_ON.match(text, end)
        yield Token(
            TokenKind.STATEMENT, start, end, "" if goes_on else "if", "" if goes_on else "end", closing=not goes_on
        )
    elif name in ("g:else", "g:elseif"):
        yield Token(TokenKind.STATEMENT, start, end, "else", f"else{_asked(text, match, ' if ')}")
    elif name in _IFS | _CHOICES | _LOOPS:
        word = "if" if name in _IFS else "case" if name in _CHOICES else "foreach"
        said = "end" if closing else f"{word}{_asked(text, match, ' ')}"
        yield Token(TokenKind.STATEMENT, start, end, word, said, closing=closing, opening=not closing)
    elif name in _WHEN and not closing:
        yield Token(TokenKind.STATEMENT, start, end, "when", f"when{_asked(text, match, ' ')}")
    elif name in _OTHERWISE and not closing:
        yield Token(TokenKind.STATEMENT, start, end, "else", "else")
    elif name in _WHEN | _OTHERWISE or name.startswith("xsl:"):
        yield Token(TokenKind.STATEMENT, start, end)


def _asked(text: str, match: re.Match[str], before: str) -> str:
    """What a tag asks, or what a loop goes over."""
    span = next((span for name in ("test", "items", "in", "select") if (span := _value(match, name))), None)
    return before + _EXPRESSION.sub(r"\1", text[slice(*span)]).strip() if span else ""


def _value(match: re.Match[str], name: str) -> tuple[int, int] | None:
    """Where the value of an attribute stands; None for an empty one, too."""
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]+)\"|'([^']+)')", match["attributes"])
    if found is None:
        return None
    first, last = found.span(1 if found[1] else 2)
    shift = match.start("attributes")
    return first + shift, last + shift
