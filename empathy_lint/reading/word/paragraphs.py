"""What a story of a Word document holds: paragraphs, and the bits that they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from empathy_lint.reading.office.spots import Element, SpotKind


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a paragraph: words, a mark such as a tab, or a placeholder, at xml[xml_start:xml_end].

    `twins` are the same words as other programs find them in the file.
    """

    kind: SpotKind
    text: str
    xml_start: int
    xml_end: int
    element: Element | None = None
    link: str | None = None
    bold: bool = False
    twins: tuple[Bit, ...] = ()
    code: str = ""  # of a choice between texts, as a template would write it; such a bit shows nothing


@dataclass
class Paragraph:
    """What a paragraph says, and what its own properties make of it; `cell` is the number of its table cell, or 0."""

    cell: int
    bits: list[Bit] = field(default_factory=list)
    style: str = ""
    numbered: bool | None = None
    level: int | None = None
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that the paragraph shows."""
        return "".join(bit.text for bit in self.bits)


@dataclass(frozen=True)
class Story:
    """The paragraphs in order; those of a text box follow the one that it is anchored in.

    `references` are the ids by which the story names its headers and footers, each with the element that does.
    """

    paragraphs: tuple[Paragraph, ...]
    references: tuple[tuple[str, str], ...] = ()


def pair(new: Sequence[Paragraph], old: Sequence[Paragraph]) -> None:
    """Tie the words of a text box to those that old programs see; where they differ, nobody may mend them."""
    ours = [bit for paragraph in new for bit in paragraph.bits]
    theirs = [bit for paragraph in old for bit in paragraph.bits]
    same = [_size(bit) for bit in ours] == [_size(bit) for bit in theirs]
    others = iter(theirs)
    for paragraph in new:
        paragraph.bits = [
            replace(bit, twins=(next(others),)) if same else replace(bit, kind=SpotKind.FIXED) for bit in paragraph.bits
        ]


def _size(bit: Bit) -> tuple[str, int]:
    return bit.text, bit.xml_end - bit.xml_start
