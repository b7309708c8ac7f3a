"""The XML in a package: parts as text and events, and the relationships by which one part names another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.decoding import encoding_of
from empathy_lint.reading.message import Source
from empathy_lint.reading.office.names import short_name
from empathy_lint.reading.office.package import Package, damaged, target_of
from empathy_lint.reading.xml_events import START, Event, read_events

_DOCUMENT: Final = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points at: another part by its name, or, if external, an address."""

    type: str  # the last word of the type's address: "header", "hyperlink"
    target: str
    external: bool


@dataclass(frozen=True)
class XmlPart:
    """One part of a package as text, with the encoding it is written in; raises ProblemError when it is no XML."""

    package: Package
    name: str

    @cached_property
    def text(self) -> str:
        """The text of the part, as XML."""
        data = self.package.read(self.name)
        encoding = encoding_of(data)
        try:
            return data[len(encoding.mark) :].decode(encoding.codec)
        except (UnicodeDecodeError, LookupError) as error:
            raise damaged(self.package.path, f"its part “{self.name}” is in no known encoding") from error

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Tags and texts; their names carry our short prefixes."""
        found = read_events(Source(self.package.path, self.text), name_of=short_name, refuse_doctype=True)
        for problem in found.problems:
            reason = problem.message.removesuffix(" What comes after is not read.")
            message = f"A part of this file is damaged ({self.name}, line {problem.line}): {reason}"
            remedy = "Open it in the program that it was made with, and save it again."
            raise ProblemError(Problem(self.package.path, message, remedy))
        return found.events

    def encoded(self, text: str) -> bytes:
        """Another text for the part, in the part's own encoding; raises UnicodeEncodeError for what it cannot write."""
        data = self.package.read(self.name)
        encoding = encoding_of(data)
        return encoding.mark + text.encode(encoding.codec, "xmlcharrefreplace")

    @cached_property
    def relationships(self) -> dict[str, Relationship]:
        """What the part points at, by the ids it uses."""
        folder, _, name = self.name.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self.package.names:
            return {}
        return {
            event.attributes.get("Id", ""): _relationship(self.name, event)
            for event in XmlPart(self.package, rels).events
            if event.kind == START and event.name == "rel:Relationship"
        }

    def related(self, kind: str) -> list[XmlPart]:
        """The parts of a kind that this one points at and that are there."""
        names = [row.target for row in self.relationships.values() if row.type == kind and not row.external]
        return [XmlPart(self.package, name) for name in dict.fromkeys(names) if name in self.package.names]


def main_part(package: Package) -> XmlPart | None:
    """The document or workbook itself; None where the package is another kind of zip file."""
    found = XmlPart(package, "").related(_DOCUMENT)
    return found[0] if found else None


def root_of(part: XmlPart) -> str:
    """The name of a part's first element."""
    return next((event.name for event in part.events if event.kind == START), "")


def _relationship(part: str, event: Event) -> Relationship:
    names = event.attributes
    external = names.get("TargetMode") == "External"
    target = names.get("Target", "")
    kind = names.get("Type", "").rpartition("/")[2]
    return Relationship(kind, target if external else target_of(part, target), external)
