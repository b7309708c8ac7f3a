"""The text of a Word document: its paragraphs, one a line, and what it is read as.

It is read as the HTML that would show the same letter. The tags of that HTML stand nowhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.entries import Piece
from empathy_lint.reading.message import BlockKind, Part
from empathy_lint.reading.office.spots import LINE_BREAK, Spot
from empathy_lint.reading.text_format import BULLET, GREETING, is_capitals
from empathy_lint.reading.word.fields import GREETING as GREETING_FIELD
from empathy_lint.reading.word.paragraphs import Bit, Paragraph

# What HTML would take for markup; a lone sign is left as it is, since it may be one of template code.
_MARKUP: Final = re.compile(rf"<(?=[A-Za-z/!?])|&(?=#?\w)|{LINE_BREAK}")
_AS_HTML: Final = {"<": "&lt;", "&": "&amp;", LINE_BREAK: "<br>"}
_SUBJECT: Final = re.compile(r"[ \t]*(?:subject|re)[ \t]*:[ \t]*(?=\S)", re.I)
_HEAD: Final = 20  # so many paragraphs may stand before a subject: addresses, a date, references
_LONGEST_SUBJECT: Final = 120
_TAGS: Final = {
    BlockKind.SUBJECT: "title",
    BlockKind.HEADING: "h2",
    BlockKind.LIST_ITEM: "li",
    BlockKind.TABLE_CELL: "td",
    BlockKind.FOOTER: "footer",
}


@dataclass(frozen=True)
class Section:
    """A story of the letter: the paragraphs with words in them, what a place in it is called before “paragraph 4”,
    the number of its part, and whether it stands around the letter rather than in it.
    """

    paragraphs: tuple[Paragraph, ...]
    name: str
    part: int
    aside: bool = False


class Letter:
    """The text of a letter, which grows section by section.

    `parts` name its paragraphs, `spots` say where its characters are written, `pieces` are the HTML it is read as.
    `styles` tells what kind of block a style makes; `directives` what comments ask of empathy-lint.
    """

    def __init__(self, styles: Mapping[str, BlockKind], directives: Mapping[str, str]) -> None:
        self.pieces: list[Piece] = []
        self.spots: list[Spot] = []
        self.parts: list[Part] = []
        self._styles, self._directives = styles, directives
        self._texts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """What was added so far."""
        return "".join(self._texts)

    def add(self, section: Section) -> None:
        """Add the paragraphs of a section."""
        subject = None if section.aside else self._subject_of(section.paragraphs)
        for number, paragraph in enumerate(section.paragraphs):
            if self._length:
                self._show("\n")
                self.pieces.append(Piece("\n", self._length - 1, self._length))
            self.parts.append(Part(self._length, f"{section.name}paragraph {number + 1}"))
            kind, skipped = self._kind(paragraph)
            if section.aside:
                kind = BlockKind.FOOTER
            elif number == subject:
                prefix = _SUBJECT.match(paragraph.text)
                kind, skipped = BlockKind.SUBJECT, prefix.end() if prefix else 0
            self._paragraph(paragraph, _TAGS.get(kind, "p"), skipped, section.part)

    def _kind(self, paragraph: Paragraph) -> tuple[BlockKind, int]:
        """What a paragraph is, and how many characters at its beginning only mark it as that."""
        style = self._styles.get(paragraph.style)
        if style in (BlockKind.HEADING, BlockKind.SUBJECT) or (paragraph.level is not None and paragraph.level < 9):
            return style or BlockKind.HEADING, 0
        if paragraph.numbered or (style is BlockKind.LIST_ITEM and paragraph.numbered is None):
            return BlockKind.LIST_ITEM, 0
        bullet = BULLET.match(paragraph.text)
        if bullet:
            return BlockKind.LIST_ITEM, bullet.end()
        if paragraph.cell:
            return BlockKind.TABLE_CELL, 0
        line = paragraph.text.strip()
        return BlockKind.HEADING if is_capitals(line) and line[-1] not in "!?" else BlockKind.PARAGRAPH, 0

    def _subject_of(self, paragraphs: Sequence[Paragraph]) -> int | None:
        """The number of the paragraph that says what the letter is about: by its style, its “Re:”, or its look."""
        for number, paragraph in enumerate(paragraphs[:_HEAD]):
            line = paragraph.text.strip()
            if self._styles.get(paragraph.style) is BlockKind.SUBJECT or _SUBJECT.match(line):
                return number
            before = paragraphs[number - 1].text.strip() if number else ""
            if GREETING.match(before) and self._stands_out(paragraph) and len(line) <= _LONGEST_SUBJECT:
                return number
        return None

    def _stands_out(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is set as a headline."""
        is_bold = all(bit.bold for bit in paragraph.bits if bit.text.strip())
        return is_bold or self._kind(paragraph)[0] is BlockKind.HEADING

    def _paragraph(self, paragraph: Paragraph, tag: str, skipped: int, part: int) -> None:
        for key in paragraph.comments:
            if key in self._directives:
                self._tag(f"<!-- {self._directives[key]} -->")
        self._tag(f"<{tag}>")
        text, at = paragraph.text, 0
        signs = _signs(text)
        link: str | None = None
        for bit in paragraph.bits:
            if bit.code:
                self._tag(bit.code)
                continue
            if bit.link != link:
                self._tag("</a>" if link is not None else "")
                self._tag("" if bit.link is None else f'<a href="{bit.link.replace(chr(34), "%22")}">')
                link = bit.link
            start = self._length
            self._show(bit.text)
            self.spots.append(_spot(bit, start, part))
            end = at + len(bit.text)
            self.pieces += _pieces(text, min(max(at, skipped), end), end, start - at, signs)
            at = end
        self._tag("</a>" if link is not None else "")
        self._tag(f"</{tag}>")

    def _tag(self, tag: str) -> None:
        if tag:
            self.pieces.append(Piece(tag, self._length, self._length))

    def _show(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)


def _spot(bit: Bit, start: int, part: int) -> Spot:
    end = start + len(bit.text)
    return Spot(
        bit.kind, start, end, part, bit.xml_start, bit.xml_end, bit.element, bit.link is not None,
        tuple(_spot(twin, start, part) for twin in bit.twins),
    )  # fmt: skip


def _signs(text: str) -> dict[int, str]:
    """Where in a paragraph stands what HTML has to be told in another way, and which."""
    return {match.start(): _AS_HTML[match.group()] for match in _MARKUP.finditer(text)}


def _pieces(text: str, start: int, end: int, shift: int, signs: Mapping[int, str]) -> Iterator[Piece]:
    """text[start:end] of a paragraph as HTML; `shift` leads from the paragraph to the letter."""
    if text[start:end] == f"«{GREETING_FIELD}»":
        yield Piece("Dear «Name»,", start + shift, end + shift)
        return
    at = start
    for sign, html in signs.items():
        if start <= sign < end:
            if at < sign:
                yield Piece(text[at:sign], at + shift, sign + shift)
            yield Piece(html, sign + shift, sign + shift + 1)
            at = sign + 1
    if at < end:
        yield Piece(text[at:end], at + shift, end + shift)
