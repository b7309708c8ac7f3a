"""HTML, or tag soup, becomes blocks: headings, paragraphs, list items, buttons, cells, alternative texts, footers."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import Final, NamedTuple

from empathy_lint.reading.masking import LITERAL_LESS_THAN, Masked
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.reading.prose import ProseBuilder

_BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td tfoot th"
    " thead title tr ul mj-text mj-button mj-section mj-column mj-body mj-head mj-title mj-preview mj-raw mjml option".split()
)
_VOID_TAGS: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr mj-image mj-divider mj-spacer".split()
)
_HIDDEN_TAGS: Final = frozenset(
    "script style template svg math noscript object iframe audio video canvas select textarea mj-style mj-attributes"
    " mj-raw".split()
)
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
_ALT: Final = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_FILE_NAME: Final = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|webp)$|^(?:logo|image|img|icon|spacer)$", re.I)
_DECLARATION: Final = re.compile(r"<!--|<!\[|<![a-zA-Z]|<\?")
_CELL_WORDS: Final = 6  # a cell of more words is text that a layout table holds


class _Open(NamedTuple):
    tag: str
    kind: BlockKind | None  # what the element's own text is; None: what its parent's is
    hidden: bool


def read_blocks(masked: Masked, start: int, end: int) -> list[Block]:
    """The blocks of source[start:end] in the order of the page."""
    reader = _HtmlReader(masked, start, _prepared(masked.text[start:end]))
    reader.read()
    return reader.blocks


def _prepared(text: str) -> str:
    """The same text, as long, without what makes html.parser fail or search the rest of the page again and again.

    Comments, declarations and processing instructions are blanked, and a "<" behind the last ">" is text.
    """
    pieces, at = [], 0
    while (match := _DECLARATION.search(text, at)) is not None:
        closer = "-->" if match.group() == "<!--" else ">"
        close = text.find(closer, match.end() - (2 if match.group() == "<!--" else 0))
        if close < 0:
            pieces += [text[at : match.start()], LITERAL_LESS_THAN]
            pieces.append(text[match.start() + 1 :].replace("<!", LITERAL_LESS_THAN + "!").replace("<?", LITERAL_LESS_THAN + "?"))
            at = len(text)
            break
        stop = close + len(closer)
        pieces += [text[at : match.start()], re.sub(r"[^\n]", " ", text[match.start() : stop])]
        at = stop
    pieces.append(text[at:])
    safe = "".join(pieces)
    last = safe.rfind(">") + 1
    return safe[:last] + safe[last:].replace("<", LITERAL_LESS_THAN)


class _HtmlReader(HTMLParser):
    def __init__(self, masked: Masked, base: int, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text, self._base = text, base
        self._builder = ProseBuilder(masked)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._stack: list[_Open] = []
        self._open: Counter[str] = Counter()
        self._link: tuple[int, str] | None = None
        self._hidden = 0
        self.blocks: list[Block] = []

    def read(self) -> None:
        self.feed(self._text)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break()
        if tag == "img" and not self._hidden:
            self._add_alt()
        if tag in _VOID_TAGS:
            return
        if tag == "li" and self._open["li"] and self._stack and self._stack[-1].tag == "li":
            self.handle_endtag("li")
        if tag == "p" and self._stack and self._stack[-1].tag == "p":
            self.handle_endtag("p")
        opened = self._opened(tag, attributes)
        if tag in _BLOCK_TAGS or opened.kind is not None or opened.hidden:
            self._flush()
        self._stack.append(opened)
        self._open[tag] += 1
        self._hidden += opened.hidden
        if tag == "a":
            self._link = (self._builder.length, self._target(attributes.get("href", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID_TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._break()
        if not self._open[tag]:
            if tag == "p":
                self._flush()
            return
        if tag == "a" and self._link and not self._hidden:
            self._builder.add_link(*self._link)
            self._link = None
        # An inline element never closes the blocks around it, however the tags are crossed.
        if tag not in _BLOCK_TAGS and any(row.tag in _BLOCK_TAGS for row in self._since(tag)):
            return
        while self._open[tag]:
            closed = self._stack[-1]
            if closed.tag in _BLOCK_TAGS or closed.kind is not None or closed.hidden:
                self._flush()
            self._stack.pop()
            self._open[closed.tag] -= 1
            self._hidden -= closed.hidden
            if closed.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            at = self._offset()
            self._builder.add(at, at + len(data))

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name}")

    def _add_reference(self, reference: str) -> None:
        if self._hidden:
            return
        at = self._offset()
        end = at + len(reference)
        local = end - self._base
        if self._text[local : local + 1] == ";":
            reference, end = reference + ";", end + 1
        decoded = unescape(reference)
        if decoded == reference:
            self._builder.add(at, end)
        else:
            self._builder.add_decoded(decoded, at, end)

    def _since(self, tag: str) -> list[_Open]:
        rows = []
        for row in reversed(self._stack[-8:]):
            if row.tag == tag:
                break
            rows.append(row)
        return rows

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Open:
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        kind = _KINDS.get(tag)
        hidden = tag in _HIDDEN_TAGS or (tag == "head")
        if tag == "title" and not self._open["svg"]:
            hidden = False
        if _PREHEADER.search(names):
            return _Open(tag, BlockKind.PREHEADER, False)
        if "hidden" in attributes or _INVISIBLE.search(attributes.get("style", "")):
            first = all(block.kind is BlockKind.SUBJECT for block in self.blocks) and self._builder.is_empty
            return _Open(tag, BlockKind.PREHEADER, False) if first and tag not in _HIDDEN_TAGS else _Open(tag, kind, True)
        if tag in ("a", "button") and (_BUTTON.search(names) or attributes.get("role") == "button"):
            kind = BlockKind.BUTTON
        elif _FOOTER.search(names):
            kind = BlockKind.FOOTER
        return _Open(tag, kind, hidden)

    def _kind(self) -> BlockKind:
        """What the text here is: the nearest element that says so; footers hold for all that they hold."""
        kinds = [row.kind for row in self._stack[-40:] if row.kind is not None]
        if BlockKind.FOOTER in kinds:
            return BlockKind.FOOTER
        return kinds[-1] if kinds else BlockKind.PARAGRAPH

    def _flush(self) -> None:
        if self._link is not None and not self._hidden:
            self._builder.add_link(*self._link)
            self._link = (0, self._link[1])
        for block in self._builder.finish(self._kind()):
            self.blocks.append(settled(block))

    def _break(self) -> None:
        if not self._hidden:
            at = self._offset()
            self._builder.add_break(at, at + len(self.get_starttag_text() or "<br>"))

    def _add_alt(self) -> None:
        tag = self.get_starttag_text() or ""
        match = _ALT.search(tag)
        text = (match[1] or match[2] or "").strip() if match else ""
        if not match or not text or _FILE_NAME.match(text):
            return
        inner = ProseBuilder(self._builder._masked)  # an alternative text is a block of its own
        group = 1 if match[1] is not None else 2
        at = self._offset()
        _add_attribute(inner, self._text, at + match.start(group), at + match.end(group), self._base)
        self.blocks += inner.finish(BlockKind.ALT_TEXT)

    def _target(self, href: str) -> str:
        """The address with template code as it is written."""
        tag = self.get_starttag_text() or ""
        place = tag.find(href) if href else -1
        if place < 0:
            return href
        at = self._offset() + place
        return self._builder._masked.source[at : at + len(href)]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._base + self._line_starts[line - 1] + column


def _add_attribute(builder: ProseBuilder, text: str, start: int, end: int, base: int) -> None:
    at = start
    for match in re.finditer(r"&(?:#\w{1,8}|\w{2,31});?", text[start - base : end - base]):
        builder.add(at, start + match.start())
        builder.add_decoded(unescape(match.group()), start + match.start(), start + match.end())
        at = start + match.end()
    builder.add(at, end)


def settled(block: Block) -> Block:
    """A cell with a sentence in it is a paragraph; a paragraph that is one link is a link."""
    kind = block.kind
    if kind is BlockKind.TABLE_CELL and (len(block.prose.split()) > _CELL_WORDS or block.prose.rstrip().endswith((".", "!", "?"))):
        kind = BlockKind.PARAGRAPH
    whole = len(block.links) == 1 and block.links[0].prose_end - block.links[0].prose_start >= len(block.prose) - 2
    if kind is BlockKind.PARAGRAPH and whole:
        kind = BlockKind.LINK
    return block if kind is block.kind else Block(kind, block.prose, block.slices, block.placeholders, block.links)
