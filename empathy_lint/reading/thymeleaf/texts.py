"""What elements say that Thymeleaf fills: `th:text` and `th:utext` take the place of whatever an element holds.

The words between the tags of such an element are a prototype, there for the designer, and so is an element with
`th:remove="all"`. No recipient sees them, so they are covered; the value of the attribute is read in their place.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import Final

from empathy_lint.reading.html_tokens import Tag
from empathy_lint.reading.message import Source
from empathy_lint.reading.template_syntax import Token, TokenKind
from empathy_lint.reading.thymeleaf.elements import Element, elements_of, span_of, value_span
from empathy_lint.reading.thymeleaf.expressions import quote_at, tokens_of_value

_MARK: Final = re.compile(
    r"\b(?:(?:data-)?th[:-](?:u?text|remove|replace|insert)|t-(?:out|esc|raw|field)|v-(?:text|html))\s*=", re.IGNORECASE
)
_OWN_WORDS: Final = re.compile(r"~?\{\s*::|\(\s*::|,\s*::")  # a fragment that is handed what the element holds
_VALUE_BEFORE: Final = re.compile(r"\bth[:-]u?text\s*=\s*([\"'])", re.IGNORECASE)
_LOOKED_BACK: Final = 2_000


def printed_span(tag: Tag) -> tuple[int, int] | None:
    """Where the value stands that takes the place of what an element holds."""
    return span_of(tag, "text", "utext") or value_span(tag)


def with_texts(source: Source, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a page, with those of printed values, and with one over each stretch that nobody is sent."""
    if _MARK.search(source.text) is None:
        return list(tokens)
    found: list[Token] = []
    taken: list[tuple[int, int]] = []  # in order, apart
    elements = elements_of(source.text)
    for number, element in enumerate(elements):
        at = bisect_right(taken, (element.tag.start, len(source.text)))
        if at and element.tag.start < taken[at - 1][1]:
            continue
        printed = printed_span(element.tag)
        if printed is not None and printed[0] < printed[1]:
            found += _printed(source.text, element.tag, printed)
            insort(taken, printed)
        start, end = _unseen(source.text, elements, number)
        if start < end:
            found.append(Token(TokenKind.COMMENT, start, end))
            insort(taken, (start, end))
    return sorted([*found, *_outside(tokens, taken)], key=lambda token: token.start)


def _printed(text: str, tag: Tag, span: tuple[int, int]) -> list[Token]:
    """The tokens of what takes the place of an element's words; QWeb's 0 is the page that a layout is put around."""
    if span == value_span(tag):
        return [Token(TokenKind.STATEMENT if text[slice(*span)].strip() == "0" else TokenKind.OUTPUT, *span)]
    return tokens_of_value(text, *span, is_html=span_of(tag, "text") is None)


def quote_around(text: str, at: int) -> str | None:
    """The sign around the words of a printed value in which text[at] stands; None where it stands in no such value."""
    start = max(at - _LOOKED_BACK, 0)
    *_, last = (None, *_VALUE_BEFORE.finditer(text, start, at))
    if last is None or text.find(last[1], last.end(), at) >= 0:
        return None
    end = text.find(last[1], at, at + _LOOKED_BACK)
    return quote_at(text, last.end(), end, at) if end >= 0 else None


def _unseen(text: str, elements: Sequence[Element], number: int) -> tuple[int, int]:
    """The stretch of an element that no recipient sees; an empty one where all of it is seen."""
    element = elements[number]
    inside = (element.tag.end, element.inner_end)
    removed = span_of(element.tag, "remove")
    wish = text[slice(*removed)].strip().lower() if removed else ""
    if wish == "all":
        return element.tag.start, element.end
    if wish == "all-but-first":
        first = elements[number + 1] if number + 1 < len(elements) else element
        return (first.end, element.inner_end) if first.end <= element.inner_end else inside
    if wish == "body" or printed_span(element.tag):
        return inside
    other = span_of(element.tag, "replace", "insert")
    return inside if other and _OWN_WORDS.search(text, *other) is None else (0, 0)


def _outside(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """The tokens that touch none of the stretches; both are in order."""
    number = 0
    for token in tokens:
        while number < len(taken) and taken[number][1] <= token.start:
            number += 1
        if number == len(taken) or token.end <= taken[number][0]:
            yield token
