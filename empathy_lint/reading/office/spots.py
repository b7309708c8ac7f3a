"""Where the characters of a text stand in the XML of a package, and edits of the text as edits of the XML.

An edit that reaches over several runs puts its words into the first of them and takes the old ones out of the others,
so every run keeps its formatting, and nothing but characters between tags is ever changed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from empathy_lint.reading.edits import Edit, edited, in_order
from empathy_lint.reading.xml_events import as_xml

LINE_BREAK: Final = "\u2028"  # inside a paragraph or a cell, where a line feed would begin the next one
_SPACES: Final = " \t\r\n"


class SpotKind(Enum):
    """What an edit may do with a spot."""

    WORDS = "words"
    MARK = "mark"  # an element that stands for one character, such as a line break; it may only be taken out
    FIXED = "fixed"  # a field, or words that something else decides on


@dataclass(frozen=True, slots=True)
class Element:
    """A tag that holds characters: where its name and its content end in the XML of a part.

    `preserves` tells whether white space at the ends of the content is shown, `shown` which of the content is.
    """

    part: int
    name_end: int
    start: int
    end: int
    preserves: bool
    shown: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """text[start:end] is written at xml[xml_start:xml_end] of an element's part: one to one, or as an entity.

    `twins` are other places in the file that say the same and have to go on doing so.
    """

    kind: SpotKind
    start: int
    end: int
    part: int
    xml_start: int
    xml_end: int
    element: Element | None = None
    linked: bool = False
    twins: tuple[Spot, ...] = ()


class UnwritableError(ValueError):
    """An edit that the document cannot hold: it touches a field, or reaches beyond its paragraph."""


@dataclass(frozen=True, slots=True)
class _Change:
    """`text` in place of xml[start:end] inside an element, or in place of an element that stands for a character."""

    spot: Spot
    start: int
    end: int
    text: str


class Spots:
    """The spots of a text, in order, without overlap."""

    def __init__(self, text: str, spots: Sequence[Spot]) -> None:
        self._text = text
        self._spots = spots
        self._starts = [spot.start for spot in spots]

    def xml_edits(self, edits: Iterable[Edit], xml: Sequence[str]) -> dict[int, list[Edit]]:
        """Edits of each part's XML, by the number of the part; raises UnwritableError.

        `xml` holds the text of each part.
        """
        changes = [
            change for edit in in_order(edits, len(self._text)) for own in self._changes(edit) for change in _both(own)
        ]
        found: dict[int, list[Edit]] = {}
        elements: dict[Element, list[Edit]] = {}
        for change in changes:
            spot = change.spot
            escaped = as_xml(change.text, xml[spot.part], spot.xml_start) if change.text else ""
            if escaped is None:
                raise UnwritableError("these words cannot be written there")
            edit = Edit(change.start, change.end, escaped)
            if spot.element is None:
                found.setdefault(spot.part, []).append(edit)
            else:
                elements.setdefault(spot.element, []).append(edit)
        for element, own in elements.items():
            found.setdefault(element.part, []).extend([*own, *_kept_spaces(element, own, xml[element.part])])
        return found

    def _changes(self, edit: Edit) -> Iterator[_Change]:
        touched = self._touched(edit.start, edit.end)
        if sum(min(spot.end, edit.end) - max(spot.start, edit.start) for spot in touched) < edit.end - edit.start:
            raise UnwritableError("the edit reaches beyond the words of a paragraph")
        if any(spot.kind is SpotKind.FIXED for spot in touched):
            raise UnwritableError("the edit touches a field")
        home = next((spot for spot in touched if spot.kind is SpotKind.WORDS), None)
        if home is None and edit.text:
            home = self._beside(edit.start)
        if home is not None and edit.text and home not in touched:
            at = home.xml_end if home.end == edit.start else home.xml_start
            yield _Change(home, at, at, edit.text)
        for spot in touched:
            start, end = _in_xml(spot, edit.start, edit.end)
            yield _Change(spot, start, end, edit.text if spot is home else "")

    def _touched(self, start: int, end: int) -> list[Spot]:
        first = max(bisect.bisect_right(self._starts, start) - 1, 0)
        last = bisect.bisect_left(self._starts, end)
        return [spot for spot in self._spots[first:last] if spot.start < end and spot.end > start]

    def _beside(self, at: int) -> Spot:
        """The words that an insertion at text[at] goes on; no link grows while there are other words beside it."""
        number = bisect.bisect_right(self._starts, at)
        near = [spot for spot in self._spots[max(number - 2, 0) : number + 1] if spot.start <= at <= spot.end]
        words = [spot for spot in near if spot.kind is SpotKind.WORDS]
        if not words:
            raise UnwritableError("there are no words beside the place")
        return next((spot for spot in words if not spot.linked), words[0])


def _in_xml(spot: Spot, start: int, end: int) -> tuple[int, int]:
    """The XML of text[start:end] as far as it lies in the spot; an entity is covered whole."""
    if spot.xml_end - spot.xml_start != spot.end - spot.start:
        return spot.xml_start, spot.xml_end
    return spot.xml_start + max(start - spot.start, 0), spot.xml_end - max(spot.end - end, 0)


def _both(change: _Change) -> Iterator[_Change]:
    """The change, and the same in the twins of its spot."""
    yield change
    for twin in change.spot.twins:
        shift = twin.xml_start - change.spot.xml_start
        yield _Change(twin, change.start + shift, change.end + shift, change.text)


def _kept_spaces(element: Element, edits: Sequence[Edit], xml: str) -> Iterator[Edit]:
    """What it takes for white space at the ends of an element to be shown, where the edits put some there."""
    if element.preserves:
        return
    start, end = element.shown
    content = edited(xml[start:end], [Edit(row.start - start, row.end - start, row.text) for row in edits])
    if content == content.strip(_SPACES):
        return
    yield Edit(element.name_end, element.name_end, ' xml:space="preserve"')
    for first, last in ((element.start, start), (end, element.end)):
        if first < last:
            yield Edit(first, last, "")
