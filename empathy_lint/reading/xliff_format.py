"""XLIFF catalogues, 1.2 and 2.0: one message a unit, from its target, or from its source where it has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from empathy_lint.reading.entries import Entries, Entry, Piece
from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.reading.xml_events import END, START, TEXT, Event, as_xml, collect

_UNITS: Final = ("trans-unit", "unit")
_SEGMENTS: Final = ("trans-unit", "segment", "ignorable")  # what holds a source and its target
_ASIDE: Final = frozenset({"alt-trans", "note", "notes", "seg-source", "matches", "glossary"})
_HOLDERS: Final = frozenset({"x", "ph"})  # stand for a value, or for markup that their code tells
_MARKUP: Final = frozenset({"bpt", "ept", "it", "bx", "ex", "sc", "ec", "cp", "ut"})  # what they hold is code
_CODE_NAMES: Final = ("equiv-text", "disp", "equiv")
_TEMPLATE: Final = re.compile(r"[{%$@\[(]")
_NAME: Final = re.compile(r"\W+")


def find_entries(source: Source) -> Entries:
    """The translatable units of a catalogue."""
    reader = _Reader(source)
    return replace(collect(source, reader), keys=tuple(reader.sources))


def as_xliff(text: str, message: Message, at: int) -> str | None:
    """`text` as character data, or as it stands in a CDATA section."""
    return as_xml(text, message.source.text, at)


class _Reader:
    """Follows the events of a catalogue, and keeps what is inside the unit that is open."""

    def __init__(self, source: Source) -> None:
        self.entries: list[Entry] = []
        self.spans: list[tuple[int, int]] = []  # of all units
        self.sources: list[tuple[int, int]] = []  # texts that have no target
        self._source = source
        self._keys = UniqueKeys()
        self._unit: Event | None = None
        self._data: dict[str, str] = {}  # code by its id, as XLIFF 2 keeps it beside the text
        self._data_id: str | None = None
        self._aside = 0
        self._said: dict[str, list[Piece]] = {}  # what source and target of the open segment say
        self._pieces: list[Piece] = []
        self._taking: str | None = None
        self._inline: list[tuple[Event, list[str]]] = []  # open elements whose content is code

    def take(self, event: Event) -> None:
        """The next event of the file."""
        if event.name in _ASIDE:
            self._aside += {START: 1, END: -1}[event.kind]
        elif self._aside:
            return
        elif event.kind == TEXT:
            self._text(event)
        elif self._taking is not None:
            self._inside(event)
        elif event.kind == START:
            self._open(event)
        else:
            self._close(event)

    def _open(self, event: Event) -> None:
        if event.name in _UNITS:
            self._unit, self._pieces, self._data = event, [], {}
        if event.name in _SEGMENTS:
            self._said = {}
        elif event.name == "data":
            self._data_id = event.attributes.get("id", "")
        elif event.name in ("source", "target"):
            self._taking = event.name
            self._said[event.name] = []

    def _close(self, event: Event) -> None:
        if event.name == "data":
            self._data_id = None
        if event.name in _SEGMENTS:
            target = self._said.get("target", [])
            said = any(piece.text.strip() for piece in target)
            read = target if said else self._said.get("source", [])
            self._pieces += read
            if read and not said:
                self.sources.append((read[0].start, read[-1].end))
        if event.name in _UNITS and self._unit is not None:
            self._finish(self._unit, event.end)
            self._unit = None

    def _finish(self, unit: Event, end: int) -> None:
        names = unit.attributes
        self.spans.append((unit.start, end))
        key = self._keys.take(names.get("resname") or names.get("name") or names.get("id") or "unit")
        if self._pieces and names.get("translate") != "no":
            self.entries.append(Entry(key, tuple(self._pieces)))

    def _text(self, event: Event) -> None:
        if self._data_id is not None:
            self._data[self._data_id] = self._data.get(self._data_id, "") + event.text
        elif self._inline:
            self._inline[-1][1].append(event.text)
        elif self._taking is not None:
            self._said[self._taking].append(event.piece(self._source))

    def _inside(self, event: Event) -> None:
        """A tag within a source or a target."""
        if event.kind == END and event.name == self._taking:
            self._taking, self._inline = None, []
        elif event.kind == START and event.name in _HOLDERS | _MARKUP:
            self._inline.append((event, []))
        elif event.kind == END and self._inline and event.name == self._inline[-1][0].name:
            opened, content = self._inline.pop()
            code = _code(opened.attributes, "".join(content), self._data) if opened.name in _HOLDERS else ""
            if code and not self._inline and self._taking:
                self._said[self._taking].append(Piece(code, opened.start, event.end))


def _code(names: Mapping[str, str], content: str, data: Mapping[str, str]) -> str:
    """What an inline element stands for: a placeholder by the best name it has, a line break, or nothing to read."""
    told = [names.get(name, "") for name in _CODE_NAMES]
    code = next(filter(None, [*told, data.get(names.get("dataRef", ""), ""), content]), "")
    if names.get("ctype") == "lb" or names.get("subType") == "xlf:lb" or code.lower().startswith("<br"):
        return "\n"
    if code.startswith("<") or names.get("ctype", "").startswith("x-html"):
        return ""
    if _TEMPLATE.search(code):
        return code
    return f"{{{{ {_NAME.sub('_', code or names.get('id', '')).strip('_') or 'value'} }}}}"
