"""What the styles of a document make of its paragraphs: headings, list items, a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.message import BlockKind
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.xml_events import START, Event

_HEADING: Final = re.compile(r"heading \d|title$|subtitle$")
_SUBJECT: Final = re.compile(r"(?:subject|re|reference) ?(?:line)?$")
_BODY_LEVEL: Final = 9  # the outline level of all that is no heading


@dataclass
class _Style:
    name: str = ""
    based_on: str = ""
    numbered: bool | None = None
    level: int = _BODY_LEVEL


def kinds_of_styles(styles: XmlPart | None) -> Mapping[str, BlockKind]:
    """By the id of each style that says so: what its paragraphs are."""
    if styles is None:
        return {}
    rows = _read(styles.events)
    return {key: kind for key in rows if (kind := _kind(list(_chain(rows, key)))) is not None}


def _read(events: tuple[Event, ...]) -> dict[str, _Style]:
    rows: dict[str, _Style] = {}
    style = _Style()
    for event in events:
        if event.kind != START:
            continue
        value = event.attributes.get("w:val", "")
        if event.name == "w:style":
            style = rows.setdefault(event.attributes.get("w:styleId", ""), _Style())
        elif event.name == "w:name":
            style.name = value.lower()
        elif event.name == "w:basedOn":
            style.based_on = value
        elif event.name == "w:numId":
            style.numbered = value != "0"
        elif event.name == "w:outlineLvl" and value.isdecimal():
            style.level = int(value)
    return rows


def _chain(rows: Mapping[str, _Style], key: str) -> Iterator[_Style]:
    """A style and those it is based on, the nearest first; a circle ends where it began."""
    seen = set()
    while key in rows and key not in seen:
        seen.add(key)
        yield rows[key]
        key = rows[key].based_on


def _kind(chain: list[_Style]) -> BlockKind | None:
    for style in chain:
        if _SUBJECT.match(style.name):
            return BlockKind.SUBJECT
        if _HEADING.match(style.name) or style.level < _BODY_LEVEL:
            return BlockKind.HEADING
        if style.numbered is not None or style.name.startswith("list bullet") or style.name.startswith("list number"):
            return BlockKind.LIST_ITEM if style.numbered is not False else None
    return None
