"""One story of a Word document (its body, a header, a footnote) as paragraphs, each bit of them with its place.

What a recipient sees is read: not what was deleted in a revision, not hidden text, not the instructions of fields. A
field or a content control that something fills in becomes one bit, a placeholder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from empathy_lint.reading.office.attributes import pieces_of
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, Element, SpotKind
from empathy_lint.reading.office.trimming import name_end, trimmed
from empathy_lint.reading.word.choices import Choice, Instruction, codes_of
from empathy_lint.reading.word.fields import Field, FieldRole, field_of, identifier
from empathy_lint.reading.word.paragraphs import Bit, Paragraph, Story, pair
from empathy_lint.reading.xml_events import END, START, Event

_T = TypeVar("_T")
_UNSEEN: Final = frozenset({"w:del", "w:moveFrom", "w:rt"})  # taken out by a revision; how to pronounce a word
_MARKS: Final = {"w:tab": "\t", "w:ptab": "\t", "w:br": LINE_BREAK, "w:cr": LINE_BREAK, "w:noBreakHyphen": "-"}
_AS_SPACE: Final = str.maketrans("\t\r\n", "   ")
_OFF: Final = frozenset({"0", "false", "off", "none"})
# Kinds of content controls whose content is filled in; one of another kind just holds what it holds.
_FILLED: Final = frozenset({"w:text", "w:date", "w:dropDownList", "w:comboBox", "w:dataBinding", "w:showingPlcHdr"})


@dataclass
class _Run:
    hidden: bool = False
    bold: bool = False


@dataclass
class _Cover:
    """Something that is filled in: whatever it shows now, one placeholder stands for it."""

    name: str
    is_told: bool = False


@dataclass
class _OpenField:
    instruction: Instruction = field(default_factory=Instruction)
    found: Field | None = None  # once the instruction is complete
    cover: _Cover | None = None


@dataclass
class _Control:
    names: dict[str, str] = field(default_factory=dict)
    is_filled: bool = False
    cover: _Cover | None = None


@dataclass
class _Alternative:
    """The same text box written twice, for new programs and for old ones."""

    first: int  # the number of its first paragraph
    outer: tuple[list[Paragraph], list[Paragraph]] | None = None
    old: list[Paragraph] = field(default_factory=list)


def read_story(part: XmlPart, number: int) -> Story:
    """Read a part, which is the `number`th of those that hold the letter; raises ProblemError when it is no XML."""
    reader = _Reader(part, number)
    for event in part.events:
        reader.take(event)
    return Story(tuple(reader.paragraphs), tuple(reader.references))


class _Reader:
    def __init__(self, part: XmlPart, number: int) -> None:
        self.paragraphs: list[Paragraph] = []
        self.references: list[tuple[str, str]] = []
        self._part, self._number = part, number
        self._path: list[Event] = []  # the elements that are open
        self._open: list[Paragraph] = []
        self._comments: list[str] = []  # that begin between two paragraphs
        self._runs: list[_Run] = []
        self._links: list[str | None] = []
        self._fields: list[_OpenField] = []
        self._ended: Field | None = None  # the placeholder that ended last
        self._controls: list[_Control] = []
        self._covers: list[_Cover] = []
        self._alternatives: list[_Alternative] = []
        self._unseen = 0
        self._cells: list[int] = [0]
        self._cell_count = 0
        self._texts: list[Event] | None = None  # of the w:t that is open
        self._starts: Mapping[str, Callable[[Event], None]] = {
            "w:p": self._start_paragraph,
            "w:r": lambda _: self._runs.append(_Run()),
            "w:t": self._start_text,
            "w:tc": self._start_cell,
            "w:hyperlink": self._start_link,
            "w:fldSimple": self._start_simple_field,
            "w:fldChar": self._field_character,
            "w:sdt": lambda _: self._controls.append(_Control()),
            "w:sdtContent": self._start_control,
            "mc:AlternateContent": lambda _: self._alternatives.append(_Alternative(len(self.paragraphs))),
            "mc:Fallback": self._start_old,
            "w:commentRangeStart": self._comment,
            "w:headerReference": self._reference,
            "w:footerReference": self._reference,
            "w:footnote": self._start_note,
            "w:endnote": self._start_note,
        }
        self._ends: Mapping[str, Callable[[Event, Event], None]] = {
            "w:p": lambda *_: _drop(self._open),
            "w:r": lambda *_: _drop(self._runs),
            "w:t": self._end_text,
            "w:tc": lambda *_: _drop(self._cells),
            "w:hyperlink": lambda *_: _drop(self._links),
            "w:fldSimple": lambda _, event: self._end_value(event),
            "w:sdt": lambda *_: _drop(self._controls),
            "w:sdtContent": lambda *_: self._end_control(),
            "mc:AlternateContent": lambda *_: self._end_alternative(),
            "mc:Fallback": lambda *_: self._end_old(),
            "w:footnote": self._end_note,
            "w:endnote": self._end_note,
        }

    def take(self, event: Event) -> None:
        """The next event of the part."""
        if event.kind == START:
            self._unseen += event.name in _UNSEEN
            self._property(event)
            if event.name in self._starts:
                self._starts[event.name](event)
            self._path.append(event)
        elif event.kind == END:
            opened = self._path.pop()
            self._unseen -= event.name in _UNSEEN
            if event.name in _MARKS and self._parent == "w:r":
                self._mark(_MARKS[event.name], opened.start, event.end)
            if event.name in self._ends:
                self._ends[event.name](opened, event)
        elif self._texts is not None:
            self._texts.append(event)
        elif self._fields and self._parent == "w:instrText" and self._fields[-1].found is None:
            self._fields[-1].instruction.add(event)

    @property
    def _parent(self) -> str:
        return self._path[-1].name if self._path else ""

    def _property(self, event: Event) -> None:
        """What an element says about the paragraph, the run or the content control that it is in."""
        value = event.attributes.get("w:val", "")
        parent = self._parent
        if parent == "w:rPr" and self._runs and len(self._path) > 1 and self._path[-2].name == "w:r":
            run, is_on = self._runs[-1], value not in _OFF
            run.hidden = is_on if event.name == "w:vanish" else run.hidden
            run.bold = is_on if event.name == "w:b" else run.bold
        elif parent == "w:pPr" and self._open:
            if event.name == "w:pStyle":
                self._open[-1].style = value
            elif event.name == "w:outlineLvl" and value.isdecimal():
                self._open[-1].level = int(value)
        elif event.name == "w:numId" and parent == "w:numPr" and self._open:
            self._open[-1].numbered = value != "0"
        elif parent == "w:sdtPr" and self._controls:
            control = self._controls[-1]
            control.is_filled |= event.name in _FILLED
            if event.name in ("w:alias", "w:tag"):
                control.names[event.name] = value

    def _start_paragraph(self, _: Event) -> None:
        self._open.append(Paragraph(self._cells[-1], comments=self._comments))
        self._comments = []
        self.paragraphs.append(self._open[-1])

    def _start_cell(self, _: Event) -> None:
        self._cell_count += 1
        self._cells.append(self._cell_count)

    def _start_link(self, event: Event) -> None:
        row = self._part.relationships.get(event.attributes.get("r:id", ""))
        anchor = event.attributes.get("w:anchor", "")
        self._links.append(row.target if row else f"#{anchor}" if anchor else None)

    def _start_note(self, event: Event) -> None:
        """A footnote; the lines that part notes from the text are notes to Word, too."""
        self._unseen += "w:type" in event.attributes

    def _end_note(self, opened: Event, _: Event) -> None:
        self._unseen -= "w:type" in opened.attributes

    def _comment(self, event: Event) -> None:
        """A comment belongs to the paragraph it begins in, or to the next one where it begins between two."""
        found = self._open[-1].comments if self._open else self._comments
        found.append(event.attributes.get("w:id", ""))

    def _reference(self, event: Event) -> None:
        self.references.append((event.name, event.attributes.get("r:id", "")))

    def _start_text(self, _: Event) -> None:
        self._texts = []

    def _end_text(self, opened: Event, event: Event) -> None:
        texts, self._texts = self._texts or [], None
        if not self._is_seen or not texts:
            return
        preserves = opened.attributes.get("xml:space") == "preserve"
        shown = texts if preserves else trimmed(texts)
        if not shown:
            return
        if self._covers:
            self._stand_in(self._covers[0], opened)
            return
        span = (shown[0].start, shown[-1].end)
        named = name_end(self._part.text, opened.start)
        element = Element(self._number, named, opened.end, event.start, preserves, span)
        for row in shown:
            self._add(self._words_kind, row.text.translate(_AS_SPACE), row.start, row.end, element)

    def _mark(self, text: str, start: int, end: int) -> None:
        if self._is_seen and not self._covers:
            kind = SpotKind.MARK if self._words_kind is SpotKind.WORDS else SpotKind.FIXED
            self._add(kind, text, start, end, None)

    @property
    def _is_seen(self) -> bool:
        hidden = bool(self._runs) and self._runs[-1].hidden
        return not self._unseen and not hidden and all(row.found is not None for row in self._fields)

    @property
    def _words_kind(self) -> SpotKind:
        made_anew = any(row.found is not None and row.found.role is FieldRole.RESULT for row in self._fields)
        return SpotKind.FIXED if made_anew else SpotKind.WORDS

    def _add(self, kind: SpotKind, text: str, start: int, end: int, element: Element | None) -> None:
        if self._open:
            bold = bool(self._runs) and self._runs[-1].bold
            link = self._links[-1] if self._links else None
            self._open[-1].bits.append(Bit(kind, text, start, end, element, link, bold))

    def _stand_in(self, cover: _Cover, event: Event) -> None:
        """Tell the placeholder, once."""
        if cover.name and not cover.is_told and self._open and not self._unseen:
            cover.is_told = True
            self._add(SpotKind.FIXED, f"«{cover.name}»", event.start, event.end, None)

    def _start_simple_field(self, event: Event) -> None:
        self._fields.append(_OpenField(Instruction(pieces_of(self._part.text, event, "instr"))))
        self._start_result()

    def _field_character(self, event: Event) -> None:
        kind = event.attributes.get("w:fldCharType", "")
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._start_result()
        elif kind == "end" and self._fields:
            if self._fields[-1].found is None:
                self._start_result()
            self._end_value(event)

    def _start_result(self) -> None:
        row = self._fields[-1]
        choice = row.instruction.choice()
        if choice is not None and self._is_seen_around(row):
            self._choose(choice)
        row.found = field_of(row.instruction.text) if choice is None else Field(FieldRole.NOTHING)
        if row.found.role is FieldRole.LINK:
            self._links.append(row.found.name)
        elif row.found.role in (FieldRole.PLACEHOLDER, FieldRole.NOTHING):
            row.cover = _Cover(row.found.name)
            self._covers.append(row.cover)

    def _is_seen_around(self, row: _OpenField) -> bool:
        """Whether what stands where a field stands is seen."""
        return not self._unseen and not self._covers and all(each is row or each.found for each in self._fields)

    def _choose(self, choice: Choice) -> None:
        """The texts of a choice, each behind the code that leads to it."""
        *before, last = codes_of(choice)
        for code, text in zip(before, choice.texts, strict=True):
            self._add_code(code)
            for each in text:
                self._add(SpotKind.FIXED, each.text.translate(_AS_SPACE), each.start, each.end, None)
        self._add_code(last)

    def _add_code(self, code: str) -> None:
        if self._open:
            self._open[-1].bits.append(Bit(SpotKind.FIXED, "", 0, 0, code=code))

    def _end_value(self, event: Event) -> None:
        """The end of a field; within the instruction of another it may stand for a value."""
        self._end_field()
        if self._fields and self._fields[-1].found is None and self._ended is not None and self._ended.name:
            self._fields[-1].instruction.add_value(self._ended.name, event)

    def _end_field(self) -> None:
        if not self._fields:
            return
        row = self._fields[-1]
        if row.found is not None and row.found.role is FieldRole.LINK:
            _drop(self._links)
        if row.cover is not None:
            self._end_cover(row.cover)
        self._ended = row.found if row.found is not None and row.found.role is FieldRole.PLACEHOLDER else None
        self._fields.pop()

    def _start_control(self, _: Event) -> None:
        control = self._controls[-1] if self._controls else _Control()
        if control.is_filled:
            control.cover = _Cover(identifier(control.names.get("w:alias") or control.names.get("w:tag", "")))
            self._covers.append(control.cover)

    def _end_control(self) -> None:
        if self._controls and self._controls[-1].cover is not None:
            self._end_cover(self._controls[-1].cover)

    def _end_cover(self, cover: _Cover) -> None:
        """A placeholder that shows nothing so far is one, too, unless another stands for it."""
        if self._covers and self._covers[0] is cover and self._is_seen:
            self._stand_in(cover, self._path[-1])
        self._covers = [row for row in self._covers if row is not cover]

    def _start_old(self, _: Event) -> None:
        """What old programs are given is read aside."""
        if self._alternatives:
            self._alternatives[-1].outer = (self.paragraphs, self._open)
            self.paragraphs, self._open = self._alternatives[-1].old, [Paragraph(0)]

    def _end_old(self) -> None:
        if self._alternatives and self._alternatives[-1].outer is not None:
            self.paragraphs, self._open = self._alternatives[-1].outer

    def _end_alternative(self) -> None:
        row = self._alternatives.pop()
        if row.outer is not None:
            pair(self.paragraphs[row.first :], row.old)


def _drop(stack: list[_T]) -> None:
    if stack:
        stack.pop()
