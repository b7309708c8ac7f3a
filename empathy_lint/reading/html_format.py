"""HTML, or tag soup, becomes blocks: headings, paragraphs, list items, buttons, cells, footers."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Final, NamedTuple

from empathy_lint.reading import text_format
from empathy_lint.reading.html_tokens import Tag, Text, tokens
from empathy_lint.reading.masking import Masked
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.reading.template_languages import magento
from empathy_lint.reading.thymeleaf.elements import span_of
from empathy_lint.reading.thymeleaf.texts import printed_span

_BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody td"
    " tfoot th thead title tr ul mjml mj-body mj-button mj-column mj-head mj-preview mj-raw mj-section mj-text"
    " mj-title".split()
)
_VOID_TAGS: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr mj-image mj-divider mj-spacer".split()
)
_HIDDEN_TAGS: Final = frozenset(
    "script style template svg math noscript object iframe audio video canvas select textarea mj-style mj-attributes"
    " mj-raw".split()
)
# What parts the words around it, though it stands in a line: unseen words do not, but what fills a place of its own.
_PARTING_TAGS: Final = _BLOCK_TAGS | frozenset("object iframe audio video canvas select textarea".split())
_KINDS: Final = {
    "title": BlockKind.SUBJECT,
    "mj-title": BlockKind.SUBJECT,
    "mj-preview": BlockKind.PREHEADER,
    "mj-button": BlockKind.BUTTON,
    "button": BlockKind.BUTTON,
    "footer": BlockKind.FOOTER,
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "th": BlockKind.TABLE_CELL,
    "td": BlockKind.TABLE_CELL,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
_PREHEADER: Final = re.compile(r"pre-?header|preview-?text", re.I)
_FOOTER: Final = re.compile(r"(?:^|[\s_-])(?:footer|unsubscribe|disclaimer|small-?print)(?:$|[\s_-])", re.I)
_BUTTON: Final = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])", re.I)
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_FILE_NAME: Final = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|webp)$|^(?:logo|image|img|icon|spacer)$", re.I)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_CLOSED_BY_THE_NEXT: Final = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option"})
_CELL_WORDS: Final = 6  # a cell of more words is text that a layout table holds


class _Open(NamedTuple):
    tag: str
    kind: BlockKind | None  # what the element's own text is; None: what its parent's is
    hidden: bool


def read_blocks(masked: Masked, start: int, end: int) -> list[Block]:
    """The blocks of source[start:end] in the order of the page."""
    head, body = text_format.read_head(masked, start, end)
    return _commented_subject(masked, body, end) + head + _HtmlReader(masked).read(body, end)


def _commented_subject(masked: Masked, start: int, end: int) -> list[Block]:
    span = magento.subject_span(masked.text, start, end)
    builder = ProseBuilder(masked)
    if span is not None:
        add_text(builder, masked.text, *span)
    return builder.finish(BlockKind.SUBJECT)


class _HtmlReader:
    def __init__(self, masked: Masked) -> None:
        self._masked = masked
        self._builder = ProseBuilder(masked)
        self._stack: list[_Open] = []
        self._open: Counter[str] = Counter()
        self._link: tuple[int, str] | None = None
        self._hidden = 0
        self._blocks: list[Block] = []

    def read(self, start: int, end: int) -> list[Block]:
        for token in tokens(self._masked.text, start, end):
            if isinstance(token, Text):
                if not self._hidden:
                    add_text(self._builder, self._masked.text, token.start, token.end)
            elif token.closing:
                self._end_tag(token)
            else:
                self._start_tag(token)
        self._flush()
        return self._blocks

    def _start_tag(self, token: Tag) -> None:
        tag = token.name
        if tag == "br":
            self._break(token)
        if tag == "img" and not self._hidden:
            self._add_alt(token)
        if tag in _VOID_TAGS:
            if tag in _BLOCK_TAGS:
                self._part()
            return
        if self._stack and self._stack[-1].tag == tag and tag in _CLOSED_BY_THE_NEXT:
            self._close(tag)
        opened = self._opened(tag, token)
        if tag in _PARTING_TAGS or opened.kind is not None:
            self._part()
        self._stack.append(opened)
        self._open[tag] += 1
        self._hidden += opened.hidden
        if tag == "a" and not self._hidden:
            span = span_of(token, "href") or token.attributes.get("href")
            self._link = (self._builder.length, self._masked.source[slice(*span)].strip() if span else "")
        printed = printed_span(token)
        if printed is not None and not self._hidden and self._masked.token_at(printed[0]):
            add_text(self._builder, self._masked.text, *printed)
        if (tag == "t" or ":" in tag) and self._masked.text.endswith("/>", token.start, token.end):
            self._close(tag)

    def _end_tag(self, token: Tag) -> None:
        tag = token.name
        if tag == "br":
            self._break(token)
        if not self._open[tag]:
            if tag == "p":
                self._part()
            return
        if tag == "a" and self._link:
            self._builder.add_link(*self._link)
            self._link = None
        # An inline element never closes the blocks around it, however the tags are crossed.
        if tag not in _BLOCK_TAGS and any(row.tag in _BLOCK_TAGS for row in self._since(tag)):
            return
        self._close(tag)

    def _close(self, tag: str) -> None:
        while self._open[tag]:
            closed = self._stack[-1]
            if closed.tag in _PARTING_TAGS or closed.kind is not None:
                self._part()
            self._stack.pop()
            self._open[closed.tag] -= 1
            self._hidden -= closed.hidden
            if closed.tag == tag:
                break

    def _since(self, tag: str) -> list[_Open]:
        rows = []
        for row in reversed(self._stack[-8:]):
            if row.tag == tag:
                break
            rows.append(row)
        return rows

    def _opened(self, tag: str, token: Tag) -> _Open:
        source = self._masked.source
        attributes = {name: source[start:end] for name, (start, end) in token.attributes.items()}
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        kind = _KINDS.get(tag)
        hidden = tag in _HIDDEN_TAGS
        if _PREHEADER.search(names):
            return _Open(tag, BlockKind.PREHEADER, False)
        if _is_made_unseen(token, source):
            first = all(block.kind is BlockKind.SUBJECT for block in self._blocks) and self._builder.is_empty
            return (
                _Open(tag, BlockKind.PREHEADER, False) if first and tag not in _HIDDEN_TAGS else _Open(tag, kind, True)
            )
        if tag in ("a", "button") and (_BUTTON.search(names) or attributes.get("role") == "button"):
            kind = BlockKind.BUTTON
        elif _FOOTER.search(names):
            kind = BlockKind.FOOTER
        elif tag == "p" and self._kind() is BlockKind.TABLE_CELL:
            kind = BlockKind.PARAGRAPH
        return _Open(tag, kind, hidden)

    def _kind(self) -> BlockKind:
        """What the text here is: the nearest element that says so; footers hold for all that they hold."""
        kinds = [row.kind for row in self._stack[-40:] if row.kind is not None]
        if BlockKind.FOOTER in kinds:
            return BlockKind.FOOTER
        return kinds[-1] if kinds else BlockKind.PARAGRAPH

    def _part(self) -> None:
        """End the block here, unless nobody sees what ends it: what is hidden cuts no sentence in two."""
        if not self._hidden:
            self._flush()

    def _flush(self) -> None:
        if self._link is not None:
            self._builder.add_link(*self._link)
            self._link = (0, self._link[1])
        for block in self._builder.finish(self._kind()):
            self._blocks.append(settled(block))

    def _break(self, token: Tag) -> None:
        if self._hidden:
            return
        if self._builder.ends_with_break:  # two breaks part paragraphs
            self._flush()
        else:
            self._builder.add_break(token.start, token.end)

    def _add_alt(self, token: Tag) -> None:
        start, end = token.attributes.get("alt", (0, 0))
        if not is_decoration(self._masked.source[start:end]):
            inner = ProseBuilder(self._masked)  # an alternative text is a block of its own
            add_text(inner, self._masked.text, start, end)
            self._blocks += inner.finish(BlockKind.ALT_TEXT)


def is_unseen(tag: Tag, source: str) -> bool:
    """Whether nobody sees what an element holds, and there is something that it can hold."""
    return tag.name not in _VOID_TAGS and (tag.name in _HIDDEN_TAGS or _is_made_unseen(tag, source))


def _is_made_unseen(tag: Tag, source: str) -> bool:
    return (
        "hidden" in tag.attributes or _INVISIBLE.search(source[slice(*tag.attributes.get("style", (0, 0)))]) is not None
    )


def is_decoration(alternative: str) -> bool:
    """Whether an alternative text says nothing: it is empty, a file name, or "logo"."""
    return not alternative.strip() or _FILE_NAME.match(alternative.strip()) is not None


def add_text(builder: ProseBuilder, text: str, start: int, end: int) -> None:
    """Add text[start:end] with its entities decoded, as a page shows it."""
    at = start
    for match in _ENTITY.finditer(text, start, end):
        decoded = unescape(match.group())
        if decoded != match.group():
            builder.add(at, match.start())
            builder.add_decoded(decoded, *match.span())
            at = match.end()
    builder.add(at, end)


def settled(block: Block) -> Block:
    """A cell with a sentence in it is a paragraph; a paragraph that is one link is a link."""
    kind = block.kind
    if kind is BlockKind.TABLE_CELL and (
        len(block.prose.split()) > _CELL_WORDS or block.prose.rstrip().endswith((".", "!", "?"))
    ):
        kind = BlockKind.PARAGRAPH
    whole = len(block.links) == 1 and block.links[0].prose_end - block.links[0].prose_start >= len(block.prose) - 2
    if kind is BlockKind.PARAGRAPH and whole:
        kind = BlockKind.LINK
    return block if kind is block.kind else Block(kind, block.prose, block.slices, block.placeholders, block.links)
