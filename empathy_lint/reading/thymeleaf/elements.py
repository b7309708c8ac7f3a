"""The elements of a page and what attributes of Thymeleaf, QWeb (Odoo), Vue and Latte say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, Generic, NamedTuple, TypeVar

from empathy_lint.reading.html_tokens import Tag, tokens

_T = TypeVar("_T")
# What these languages call what Thymeleaf calls by a name of its own; all but th:text print a value and no words.
_PRINTS: Final = ("t-out", "t-esc", "t-raw", "t-field", "v-text", "v-html")
_OTHERS: Final = {
    "if": ("t-if", "v-if", "n:if", ":if"),
    "else if": ("t-elif", "v-else-if", "n:elseif"),
    "else": ("t-else", "v-else", "n:else"),
    "href": ("t-attf-href", "t-att-href", ":href", "v-bind:href", "n:href"),
}
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Element(NamedTuple):
    """An element that is closed: its tag, where what it holds ends, and where it ends itself."""

    tag: Tag
    inner_end: int
    end: int


class Nesting(Generic[_T]):
    """Elements that are open, by the names of their tags, each with something that is known of it."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, _T]] = []
        self._names: Counter[str] = Counter()

    def open(self, name: str, row: _T) -> None:
        """An element begins."""
        self.rows.append((name, row))
        self._names[name] += 1

    def close(self, name: str) -> Iterator[_T]:
        """What was left open inside of the innermost element of that name and is given up, then that element."""
        while self._names[name]:
            opened, row = self.rows.pop()
            self._names[opened] -= 1
            yield row
            if opened == name:
                return


def is_empty(tag: Tag, text: str) -> bool:
    """Whether a tag is all there is of its element."""
    return tag.name in _VOID or text.endswith("/>", tag.start, tag.end)


def elements_of(text: str) -> list[Element]:
    """The elements of a page that are closed or hold nothing, in the order of their tags."""
    nesting: Nesting[Tag] = Nesting()
    found = []
    for tag in tokens(text, 0, len(text)):
        if not isinstance(tag, Tag):
            continue
        if tag.closing:
            *_, opened = (None, *nesting.close(tag.name))
            if opened is not None:
                found.append(Element(opened, tag.start, tag.end))
        elif is_empty(tag, text):
            found.append(Element(tag, tag.end, tag.end))
        else:
            nesting.open(tag.name, tag)
    return sorted(found, key=lambda row: row.tag.start)


def span_of(tag: Tag, *names: str) -> tuple[int, int] | None:
    """Where the value of the first of these attributes stands that the tag has, by Thymeleaf's names for them."""
    named = (f"{prefix}{name}" for name in names for prefix in ("th:", "data-th-"))
    others = (other for name in names for other in _OTHERS.get(name, ()))
    spans = (tag.attributes.get(name) for name in (*named, *others))
    return next((span for span in spans if span is not None), None)


def value_span(tag: Tag) -> tuple[int, int] | None:
    """Where the value stands that takes the place of what an element holds, in languages that print no words so."""
    return next((tag.attributes[name] for name in _PRINTS if name in tag.attributes), None)
