"""What an XML file holds, event by event, each with its place. The parser is expat, which counts bytes of UTF-8.

Entities that a file declares are refused, which is the end of entity bombs and of what lies outside of the file.
Formats that never declare a document type refuse that, too.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from empathy_lint.errors import Problem
from empathy_lint.reading.entries import Entries, Entry, Piece
from empathy_lint.reading.message import Source, Suppression
from empathy_lint.reading.suppressions import read_suppressions

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

START: Final = "start"
END: Final = "end"
TEXT: Final = "text"
_OTHER: Final = "other"  # a comment, the mark of a CDATA section: it says nothing, but ends what stands before


@dataclass(frozen=True, slots=True)
class Event:
    """A tag or a run of text at source[start:end].

    Names have no prefix and attributes keep theirs, unless the reader was told how to name them.
    """

    kind: str
    name: str
    text: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)

    def piece(self, source: Source) -> Piece:
        """The text with its place: as it is written, or what an entity stands for."""
        raw = source.text[self.start : self.end]
        return Piece(
            raw if raw.replace("\r\n", "\n").replace("\r", "\n") == self.text else self.text, self.start, self.end
        )


@dataclass(frozen=True)
class Events:
    """The events up to the first fault, if there is one."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()


class _DeclaredError(Exception):
    """Something was declared that is refused; the message says what."""


def read_events(source: Source, *, name_of: Callable[[str], str] | None = None, refuse_doctype: bool = False) -> Events:
    """All tags and texts of an XML file.

    `name_of` turns what expat makes of a name with a namespace (“URI name”) into the name of the events.
    """
    from xml.parsers import expat

    # The text is decoded already, whatever the file declares.
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" " if name_of else None)
    recorder = _Recorder(source.text, parser, name_of)
    if refuse_doctype:
        parser.StartDoctypeDeclHandler = recorder.refuse_doctype
    problems: tuple[Problem, ...] = ()
    try:
        parser.Parse(source.text.encode("utf-8", "replace"), True)
        recorder.close()
    except _DeclaredError as declared:
        message = f"This file declares {declared}, so it is not read."
        problems = (_problem(source, recorder.here(), message, "Write out what they stand for."),)
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "") and expat.ErrorString(error.code)
        message = f"This is no well-formed XML: {reason}. What comes after is not read."
        place = recorder.place(parser.ErrorByteIndex)
        problems = (_problem(source, place, message, _remedy(source.text, place)),)
    return Events(tuple(event for event in recorder.events if event.kind != _OTHER), problems)


def _remedy(text: str, at: int) -> str:
    """What to do about XML that is broken at a place."""
    if "empathy-lint:" in text[text.rfind("\n", 0, at) + 1 : at]:
        return "A comment in XML may not hold “--”: write “—” before the reason."
    return "Close every tag, and write “&” as “&amp;”, “<” as “&lt;”."


def as_xml(text: str, source: str, at: int) -> str | None:
    """`text` as it is written at source[at]; in a CDATA section nothing is escaped, and its end cannot be written."""
    if source.rfind("<![CDATA[", 0, at) > source.rfind("]]>", 0, at):
        return None if "]]>" in text else text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class EntryReader(Protocol):
    """Follows the events of a file, and keeps the entries that it finds and the stretch of each."""

    entries: list[Entry]
    spans: list[tuple[int, int]]

    def take(self, event: Event) -> None:
        """Take the next event, in the order of the file."""


def collect(source: Source, reader: EntryReader) -> Entries:
    """The entries that a reader finds in a file, its problems, and what its comments silence."""
    found = read_events(source)
    for event in found.events:
        reader.take(event)
    silences, problems = read_silences(source, reader.spans)
    return Entries(tuple(reader.entries), (*found.problems, *problems), suppressions=silences)


def read_silences(source: Source, entries: Sequence[tuple[int, int]]) -> tuple[tuple[Suppression, ...], list[Problem]]:
    """The suppressions in comments; one before an entry reaches to the end of it, however many lines it has."""
    rows, problems = read_suppressions(source, [])
    return tuple(_up_to_entry(row, entries) for row in rows), problems


def _up_to_entry(row: Suppression, entries: Sequence[tuple[int, int]]) -> Suppression:
    number = bisect.bisect_left(entries, (row.directive_start, 0))
    return replace(row, end=max(row.end, entries[number][1])) if number < len(entries) else row


class _Recorder:
    """Takes down what expat tells, and turns its bytes into code points as it goes."""

    def __init__(self, text: str, parser: XMLParserType, name_of: Callable[[str], str] | None) -> None:
        self.events: list[Event] = []
        self._name_of = name_of
        self._data = text.encode("utf-8", "replace")
        self._length = len(text)
        self._parser = parser
        self._byte = self._character = 0
        parser.StartElementHandler = lambda name, attributes: self._add(START, name, "", attributes)
        parser.EndElementHandler = lambda name: self._add(END, name, "")
        parser.CharacterDataHandler = lambda text: self._add(TEXT, "", text)
        parser.CommentHandler = lambda _: self._add(_OTHER, "", "")
        parser.ProcessingInstructionHandler = lambda *_: self._add(_OTHER, "", "")
        parser.StartCdataSectionHandler = lambda: self._add(_OTHER, "", "")
        parser.EndCdataSectionHandler = lambda: self._add(_OTHER, "", "")
        parser.EntityDeclHandler = self._refuse

    def place(self, byte: int) -> int:
        """The code point at which a byte stands that is not before the last one asked for."""
        if byte > self._byte:
            self._character += len(self._data[self._byte : byte].decode("utf-8", "replace"))
            self._byte = byte
        return self._character

    def here(self) -> int:
        """Where the parser is."""
        return self.place(self._parser.CurrentByteIndex)

    def close(self) -> None:
        """The last event ends with the file."""
        self._end_last(self._length)

    def _add(self, kind: str, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
        at = self.here()
        self._end_last(at)
        if self._name_of:
            name = self._name_of(name)
            attributes = {self._name_of(key): value for key, value in (attributes or {}).items()}
        else:
            name = name.rpartition(":")[2]
        self.events.append(Event(kind, name, text, at, at, attributes or {}))

    def _end_last(self, at: int) -> None:
        if self.events:
            self.events[-1] = replace(self.events[-1], end=at)

    def refuse_doctype(self, *_: object) -> None:
        raise _DeclaredError("a document type")

    def _refuse(self, *_: object) -> None:
        raise _DeclaredError("entities")


def _problem(source: Source, at: int, message: str, remedy: str) -> Problem:
    place = source.position(at)
    return Problem(source.path, message, remedy, place.line, place.column)
