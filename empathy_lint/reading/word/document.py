"""Word documents: one message a file, from the body, then the headers, footers and notes around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.edits import Edit
from empathy_lint.reading.entries import Entries, Entry
from empathy_lint.reading.message import Source
from empathy_lint.reading.office.package import Package
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, Spots
from empathy_lint.reading.office.writing import with_xml_edits
from empathy_lint.reading.word.comments import directives_of
from empathy_lint.reading.word.letter import Letter, Section
from empathy_lint.reading.word.paragraphs import Paragraph, Story
from empathy_lint.reading.word.story import read_story
from empathy_lint.reading.word.styles import kinds_of_styles

_AROUND: Final = {"w:headerReference": "header, ", "w:footerReference": "footer, "}
# A new line would be a new element, a guillemet looks like a field and is none.
_NO_WORDS: Final = ("\n", "\r", "\t", LINE_BREAK, "«", "»")
_NOTES: Final = {"footnotes": "footnote, ", "endnotes": "endnote, "}


@dataclass(frozen=True, eq=False)
class Document:
    """A document behind the text that was read of it: the parts that hold it, and where in them it stands."""

    package: Package
    parts: tuple[XmlPart, ...]
    spots: Spots

    def edited(self, edits: Sequence[Edit]) -> Package:
        """The document with the edits made in its runs; raises ProblemError where it cannot hold them."""
        texts = [part.text for part in self.parts]
        return with_xml_edits(self.package, self.parts, lambda: self.spots.xml_edits(edits, texts), edits, _NO_WORDS)


def open_document(package: Package, main: XmlPart) -> tuple[Source, Entries]:
    """The text of a document, and the one message that it is; raises ProblemError when a part of it is broken."""
    parts = [main]
    body = read_story(main, 0)
    sections = [Section(_said(body), "", 0)]
    for part, name in _around(main, body):
        sections.append(Section(_said(read_story(part, len(parts))), name, len(parts), aside=True))
        parts.append(part)
    letter = Letter(kinds_of_styles(_first(main, "styles")), directives_of(_first(main, "comments")))
    for section in sections:
        letter.add(section)
    document = Document(package, tuple(parts), Spots(letter.text, letter.spots))
    source = Source(package.path, letter.text, parts=tuple(letter.parts), packed=document, options=package.options)
    return source, Entries((Entry("", tuple(letter.pieces), format="html"),))


def _around(main: XmlPart, body: Story) -> Iterator[tuple[XmlPart, str]]:
    """The headers and footers that the body asks for, each once, then the notes."""
    asked = {main.relationships[key].target: kind for kind, key in body.references if key in main.relationships}
    for kind in _AROUND:
        for name in (name for name, own in asked.items() if own == kind):
            if name in main.package.names:
                yield XmlPart(main.package, name), _AROUND[kind]
    for kind, prefix in _NOTES.items():
        for part in main.related(kind):
            yield part, prefix


def _said(story: Story) -> tuple[Paragraph, ...]:
    """The paragraphs that show something."""
    return tuple(_with_comments(story.paragraphs))


def _with_comments(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with text; what is asked in an empty one is asked of the next."""
    waiting: list[str] = []
    for paragraph in paragraphs:
        if paragraph.text.strip():
            paragraph.comments = [*waiting, *paragraph.comments]
            waiting = []
            yield paragraph
        else:
            waiting += paragraph.comments


def _first(main: XmlPart, kind: str) -> XmlPart | None:
    found = main.related(kind)
    return found[0] if found else None
