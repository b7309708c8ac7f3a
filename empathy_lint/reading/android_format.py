"""Android's `strings.xml`: one message a string, an item of an array, or a form of a plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.entries import Entries, Entry, Piece, of_utf16
from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.reading.xml_events import END, START, TEXT, Event, as_xml, collect

_HOLDERS: Final = ("string", "item")
_GROUPS: Final = ("string-array", "plurals")
_NAME: Final = re.compile(r"\W+")
# An escape, a quote that keeps white space, white space, or plain text.
_PART: Final = re.compile(r'((?:\\u[0-9A-Fa-f]{4})+)|\\(.)|(")|(\s+)|[^\\"\s]+|\\', re.DOTALL)
_ESCAPED: Final = {"n": "\n", "t": "\t"}
_TO_ESCAPE: Final = re.compile(r"[\\'\"]|\A[@?]")


def find_entries(source: Source) -> Entries:
    """The strings of a resource file, but for those that are not to be translated."""
    return collect(source, _Reader(source))


def as_android(text: str, message: Message, at: int) -> str | None:
    """`text` with Android's escapes, as character data or in a CDATA section."""
    escaped = _TO_ESCAPE.sub(lambda sign: f"\\{sign.group()}", text)
    return as_xml(re.sub(r"\r\n|\r|\n", r"\\n", escaped), message.source.text, at)


class _Reader:
    """Follows the events of a resource file, and keeps what the string that is open says."""

    def __init__(self, source: Source) -> None:
        self.entries: list[Entry] = []
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._keys = UniqueKeys()
        self._group: Event | None = None
        self._count = 0  # of the items in the group
        self._holder: Event | None = None
        self._said: list[Piece] = []
        self._named: list[tuple[Event, int]] = []  # open elements that name a placeholder, and what was said before

    def take(self, event: Event) -> None:
        """The next event of the file."""
        if event.kind == TEXT:
            if self._holder is not None:
                self._said.append(event.piece(self._source))
        elif event.name in _GROUPS:
            self._group, self._count = (event, 0) if event.kind == START else (None, 0)
        elif event.name in _HOLDERS and event.kind == START:
            self._holder, self._said, self._named = event, [], []
        elif event.name in _HOLDERS and self._holder is not None:
            self._finish(self._holder, event.end)
            self._holder = None
        elif self._holder is not None:
            self._inside(event)

    def _inside(self, event: Event) -> None:
        """A tag within a string: markup, a line break, or a placeholder with a name."""
        if event.name == "br" and event.kind == START:
            self._said.append(Piece("\\n", event.start, event.end))
        elif event.name == "g" and event.kind == START:
            self._named.append((event, len(self._said)))
        elif event.name == "g" and event.kind == END and self._named:
            opened, before = self._named.pop()
            name = _NAME.sub("_", opened.attributes.get("id", "")).strip("_")
            if name and any("%" in piece.text for piece in self._said[before:]):
                self._said[before:] = [Piece(f"{{{{ {name} }}}}", opened.start, event.end)]

    def _finish(self, holder: Event, end: int) -> None:
        self.spans.append((holder.start, end))
        names = holder.attributes
        key = names.get("name", "")
        if self._group is not None:
            key = f"{self._group.attributes.get('name', '')}.{names.get('quantity', self._count)}"
            self._count += 1
        pieces = tuple(_unescaped(self._said))
        outer = self._group.attributes if self._group else {}
        if pieces and "false" not in (names.get("translatable"), outer.get("translatable")):
            self.entries.append(Entry(self._keys.take(key or "string"), pieces))


def _unescaped(said: list[Piece]) -> Iterator[Piece]:
    """What Android makes of a string: escapes decoded, white space as one space, unless in quotes."""
    quoted = False
    for piece in said:
        literal = piece.end - piece.start == len(piece.text)
        if not literal and piece.text != "\\n":
            yield piece
            continue
        for part in _PART.finditer(piece.text):
            start, end = (piece.start + part.start(), piece.start + part.end()) if literal else (piece.start, piece.end)
            if part[3]:
                quoted = not quoted
            elif part[1]:
                yield Piece(of_utf16(part[1]), start, end)
            elif part[2]:
                yield Piece(_ESCAPED.get(part[2], part[2]), start, end)
            elif part[4] and not quoted:
                yield Piece(" ", start, end)
            elif part.group() != "\\":
                yield Piece(part.group(), start, end)
