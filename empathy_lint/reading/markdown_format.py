"""Markdown becomes blocks, by the events and byte ranges of pulldown-cmark; HTML inside goes the way of HTML."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

import pyromark

from empathy_lint.reading import html_format, text_format
from empathy_lint.reading.html_tokens import Tag, tokens
from empathy_lint.reading.masking import CODE, Masked
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.reading.template_languages.blade import opens_button
from empathy_lint.reading.template_syntax import TokenKind

_OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_TASKLISTS
)
_CONTAINERS: Final = {
    "Paragraph": None,
    "BlockQuote": None,
    "Heading": BlockKind.HEADING,
    "Item": BlockKind.LIST_ITEM,
    "TableCell": BlockKind.TABLE_CELL,
}
_INDENT: Final = re.compile(r"^(?:[ ]{4,}|[ ]{0,3}\t\s*?)(?=\S)", re.MULTILINE)
_HIDDEN: Final = frozenset({"CodeBlock", "MetadataBlock", "FootnoteDefinition"})


def read_blocks(masked: Masked, start: int, end: int) -> list[Block]:
    """The blocks of source[start:end] in the order of the page."""
    masked.blank_logic_lines(start, end)
    head, body = text_format.read_head(masked, start, end)
    return head + _MarkdownReader(masked, body, end).read()


def _code_points(text: str, places: Iterable[int]) -> Callable[[int], int]:
    """A function from byte offsets in the UTF-8 of `text` to the places of its characters and of its end."""
    sizes = (len(character.encode("utf-8", "surrogatepass")) for character in text)
    found: dict[int, int] = {}
    at = 0
    for place, size in zip(places, itertools.chain(sizes, [0]), strict=True):
        found[at] = place
        at += size
    return found.__getitem__


def _unindented(masked: Masked, start: int, end: int) -> tuple[str, Callable[[int], int]]:
    """source[start:end] for the parser, and a function from its byte offsets to places in the source.

    In a template lines stand in by the logic around them. To Markdown four spaces are code, which nobody means in a
    letter; so they are left out where there is any logic.
    """
    text = masked.text[start:end]
    if not any(token.kind is TokenKind.STATEMENT for token in masked.tokens_within(start, end)):
        plain = text.isascii()
        return text, (lambda offset: start + offset) if plain else _code_points(text, range(start, end + 1))
    kept: list[int] = []
    at = 0
    for indent in _INDENT.finditer(text):
        kept += range(at, indent.start())
        at = indent.end()
    kept += range(at, len(text))
    places = itertools.chain((start + place for place in kept), [end])
    shown = "".join(text[place] for place in kept)
    return shown, _code_points(shown, places)


class _MarkdownReader:
    def __init__(self, masked: Masked, start: int, end: int) -> None:
        self._masked = masked
        self._text, self._at = _unindented(masked, start, end)
        self._builder = ProseBuilder(masked)
        self._around: list[ProseBuilder] = []  # takes prose again after the image that stands in it
        self._kinds: list[BlockKind] = []
        self._links: list[tuple[int, str]] = []
        self._anchor: tuple[int, str] | None = None  # a link that is written in HTML, where it begins
        self._unseen: list[str] = []  # the element of HTML in a line that nobody sees, and what is open inside it
        self._hidden = 0
        self._html: list[tuple[int, int]] = []
        self._blocks: list[Block] = []
        self._alternatives: list[Block] = []  # of the images in the block that is being read

    def read(self) -> list[Block]:
        for event, span in pyromark.events_with_range(self._text, options=_OPTIONS):
            start, end = self._at(span["start"]), self._at(span["end"])
            if isinstance(event, str):
                self._take_plain(event, start, end)
            else:
                ((name, value),) = event.items()
                self._take(name, value, start, end)
        self._flush()
        return self._blocks

    def _take_plain(self, name: str, start: int, end: int) -> None:
        if name in ("SoftBreak", "HardBreak") and self._unseen:
            return
        if name == "SoftBreak" and self._ends_short_line(start, end):
            self._builder.add_break(start, end)
        elif name == "SoftBreak":
            self._builder.add(start, end)
        elif name == "HardBreak":
            self._builder.add_break(start, end)
        elif name == "Rule":
            self._flush()

    def _ends_short_line(self, start: int, end: int) -> bool:
        """Whether a line was ended on purpose, as in an address: Markdown joins it, its sentences stay two."""
        text = self._masked.text
        line_start = text.rfind("\n", 0, start) + 1
        if text_format.are_labelled(text, line_start, end):
            return True
        following = text[end : end + 80].lstrip(" *_")[:1]
        short = text_format.visible_length(self._masked, line_start, start) < text_format.SHORT_LINE
        return short and (following == CODE or following.isupper() or following.isdigit())

    def _take(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Start":
            self._open(value, start)
        elif name == "End":
            self._close(value)
        elif name in ("Text", "Code") and not self._hidden and not self._unseen:
            self._add_text(name, str(value), start, end)
        elif name == "Html":
            self._html.append((start, end))
        elif name == "InlineHtml" and not self._around:
            for token in tokens(self._masked.text, start, end):
                if isinstance(token, Tag):
                    self._take_tag(token)

    def _take_tag(self, tag: Tag) -> None:
        """A tag within a line: it breaks the line, links words or hides them, or says nothing of interest."""
        if self._unseen:
            if not tag.closing and tag.name == self._unseen[0]:
                self._unseen.append(tag.name)
            elif tag.closing and tag.name == self._unseen[0]:
                self._unseen.pop()
        elif tag.name == "br":
            self._builder.add_break(tag.start, tag.end)
        elif tag.closing:
            if tag.name == "a":
                self._end_anchor()
        elif html_format.is_unseen(tag, self._masked.source):
            self._unseen = [tag.name]
        elif tag.name == "a" and "href" in tag.attributes:
            self._end_anchor()
            target = self._masked.source[slice(*tag.attributes["href"])].strip()
            self._anchor = self._builder.length, target

    def _end_anchor(self) -> None:
        if self._anchor is not None:
            self._builder.add_link(*self._anchor)
            self._anchor = None

    def _open(self, value: Any, start: int) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in _HIDDEN:
            self._hidden += 1
        if name in _CONTAINERS:
            self._flush()
            kind = _CONTAINERS[name]
            self._kinds.append(kind or (self._kinds[-1] if self._kinds else BlockKind.PARAGRAPH))
        elif name == "Image":
            self._around.append(self._builder)
            self._builder = ProseBuilder(self._masked)
        elif name == "Link":
            self._links.append((self._builder.length, self._target(value[name]["dest_url"], start)))

    def _close(self, value: Any) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in _HIDDEN:
            self._hidden -= 1
        if name in _CONTAINERS:
            self._flush()
            self._kinds.pop()
        elif name == "HtmlBlock":
            self._read_html()
        elif name == "Image":
            alternative = self._builder.finish(BlockKind.ALT_TEXT)
            self._alternatives += [row for row in alternative if not html_format.is_decoration(row.prose)]
            self._builder = self._around.pop()
        elif name == "Link" and self._links:
            place, target = self._links.pop()
            self._builder.add_link(place, target)

    def _add_text(self, name: str, value: str, start: int, end: int) -> None:
        if name == "Code":
            inner = self._masked.text[start:end].strip("`")
            place = self._masked.text.index(inner, start) if inner else start
            self._builder.add(place, place + len(inner))
        elif self._masked.text[start:end] == value:
            inset = text_format.INSET.match(value) if self._builder.is_empty else None
            self._builder.add(start + inset.end() if inset else start, end)
        else:
            self._builder.add_decoded(value, start, end)

    def _target(self, url: str, start: int) -> str:
        """The address with template code as it is written."""
        place = self._masked.text.find(url, start) if url else -1
        return url if place < 0 else self._masked.source[place : place + len(url)]

    def _read_html(self) -> None:
        """The lines of one HTML block, read together as HTML."""
        if self._html:
            self._flush()
            self._blocks += html_format.read_blocks(self._masked, self._html[0][0], self._html[-1][1])
            self._html = []

    def _flush(self) -> None:
        self._end_anchor()
        self._unseen = []
        kind = self._kinds[-1] if self._kinds else BlockKind.PARAGRAPH
        self._blocks += [self._settled(block) for block in self._builder.finish(kind)]
        self._blocks += self._alternatives
        self._alternatives = []

    def _settled(self, block: Block) -> Block:
        before = self._masked.token_before(block.slices[0].source_start)
        if (
            block.kind is BlockKind.PARAGRAPH
            and before
            and opens_button(self._masked.source[before.start : before.end])
        ):
            return replace(block, kind=BlockKind.BUTTON)
        return html_format.settled(block)
