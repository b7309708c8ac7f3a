"""The texts of a workbook's cells, with their places: shared by cells or inside of one, plain or of many runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.entries import pieces_with_escapes
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, Element
from empathy_lint.reading.office.trimming import name_end, trimmed
from empathy_lint.reading.xml_events import START, TEXT, Event

_HOLDERS: Final = ("x:si", "x:is")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_|\n")  # `_x000D_` is how Excel writes a sign that XML would lose


@dataclass(frozen=True, slots=True)
class Stretch:
    """What xml[xml_start:xml_end] of an element says; a line end is U+2028."""

    text: str
    xml_start: int
    xml_end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Item:
    """A text at xml[start:end] of its part, tag and all."""

    start: int
    end: int
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """What the item says."""
        return "".join(stretch.text for stretch in self.stretches)


def read_items(part: XmlPart, number: int) -> list[Item]:
    """All texts in a part, which is the `number`th of those that hold texts, in order."""
    items: list[Item] = []
    stretches: list[Stretch] = []
    path: list[Event] = []
    texts: list[Event] = []
    for event in part.events:
        if event.kind == TEXT:
            if path and path[-1].name == "x:t":
                texts.append(event)
        elif event.kind == START:
            path.append(event)
            if event.name in _HOLDERS:
                stretches = []
            elif event.name == "x:t":
                texts = []
        else:
            opened = path.pop()
            if event.name == "x:t" and not any(row.name == "x:rPh" for row in path):  # that is how to pronounce it
                stretches += _stretches(part, number, opened, texts, event)
            elif event.name in _HOLDERS:
                items.append(Item(opened.start, event.end, tuple(stretches)))
    return items


def _stretches(part: XmlPart, number: int, opened: Event, texts: list[Event], closed: Event) -> Iterable[Stretch]:
    preserves = opened.attributes.get("xml:space") == "preserve"
    shown = texts if preserves else trimmed(texts)
    if not shown:
        return
    span = (shown[0].start, shown[-1].end)
    element = Element(number, name_end(part.text, opened.start), opened.end, closed.start, preserves, span)
    for event in shown:
        yield from _parts(event, element)


def _parts(event: Event, element: Element) -> Iterator[Stretch]:
    """An event in pieces, each escape and each line end by itself."""
    if event.end - event.start != len(event.text):  # an entity, or a line end of two characters
        yield Stretch(event.text.replace("\n", LINE_BREAK), event.start, event.end, element)
        return
    for piece in pieces_with_escapes(event.text, 0, len(event.text), _ESCAPE, _decoded):
        if piece.text:
            yield Stretch(piece.text, event.start + piece.start, event.start + piece.end, element)


def _decoded(rest: str) -> str:
    """What an escape stands for, given without its first sign; what cannot be seen is left out, but for tabs."""
    sign = chr(int(rest[1:5], 16)) if rest else "\n"
    return LINE_BREAK if sign == "\n" else sign if sign.isprintable() or sign == "\t" else ""
