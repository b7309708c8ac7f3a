"""Edits of a workbook's text. A text that several cells share is copied first, so that only the edited cell changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.excel.strings import Item
from empathy_lint.reading.message import Message
from empathy_lint.reading.office.package import Package
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, Spots
from empathy_lint.reading.office.writing import with_xml_edits
from empathy_lint.reading.xml_events import END, START

_STRINGS: Final = 0  # the number of the part that holds the shared texts, where there is one
_COUNT: Final = re.compile(r"\buniqueCount\s*=\s*[\"'](\d+)")
_LIKE_AN_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NO_WORDS: Final = ("\n", "\r", "\t")


def as_xlsx(text: str, message: Message, at: int) -> str:  # noqa: ARG001 - one signature for every format
    """`text` as the text of a workbook holds it, in which a line is a row."""
    return text.replace("\n", LINE_BREAK)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """text[start:end] is a cell that names a shared text by its number, which is written at xml[value[0]:value[1]]."""

    start: int
    end: int
    part: int
    value: tuple[int, int]
    item: int


@dataclass(frozen=True, eq=False)
class Workbook:
    """A workbook behind the text that was read of it; `uses` counts the cells that share a text."""

    package: Package
    parts: tuple[XmlPart, ...]
    spots: Spots
    places: tuple[CellPlace, ...]
    shared: tuple[Item, ...]
    uses: Mapping[int, int]

    def edited(self, edits: Sequence[Edit]) -> Package:
        """The workbook with the edits made in its cells; raises ProblemError where they cannot be."""
        return with_xml_edits(self.package, self.parts, lambda: self._xml_edits(edits), edits, _NO_WORDS)

    def _xml_edits(self, edits: Sequence[Edit]) -> dict[int, list[Edit]]:
        xml = [part.text for part in self.parts]
        rows = [replace(edit, text=_as_written(edit.text)) for edit in edits]
        of_cell: dict[CellPlace | None, list[Edit]] = {}
        for row in rows:
            of_cell.setdefault(self._shared_cell(row), []).append(row)
        changes = self.spots.xml_edits(of_cell.pop(None, []), xml)
        copies: list[str] = []
        for cell, own in of_cell.items():
            if cell is not None:
                changes.setdefault(cell.part, []).append(Edit(*cell.value, str(len(self.shared) + len(copies))))
                copies.append(self._copy(self.shared[cell.item], self.spots.xml_edits(own, xml)[_STRINGS]))
        if copies:
            changes.setdefault(_STRINGS, []).extend(self._appended(copies))
        return changes

    def _shared_cell(self, edit: Edit) -> CellPlace | None:
        """The cell of an edit, if another cell says the same by the same text."""
        return next(
            (
                place
                for place in self.places
                if place.start <= edit.start and edit.end <= place.end and self.uses[place.item] > 1
            ),
            None,
        )

    def _copy(self, item: Item, edits: Sequence[Edit]) -> str:
        inner = [Edit(row.start - item.start, row.end - item.start, row.text) for row in edits]
        return edited(self.parts[_STRINGS].text[item.start : item.end], inner)

    def _appended(self, copies: Sequence[str]) -> list[Edit]:
        """New texts at the end of the shared ones, whose number the first tag tells."""
        part = self.parts[_STRINGS]
        end = next(event.start for event in reversed(part.events) if event.kind == END)
        first = next(event for event in part.events if event.kind == START)
        rows = [Edit(end, end, "".join(copies))]
        count = _COUNT.search(part.text, first.start, first.end)
        if count:
            rows.append(Edit(*count.span(1), str(len(self.shared) + len(copies))))
        return rows


def _as_written(text: str) -> str:
    """Words as a cell holds them: with line feeds, and with what looks like an escape of Excel written as one."""
    return _LIKE_AN_ESCAPE.sub("_x005F_", text.replace(LINE_BREAK, "\n"))
