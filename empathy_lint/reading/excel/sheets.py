"""The rows of a worksheet: its cells by column, those with words and those whose value may name a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from empathy_lint.reading.office.package import damaged
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.xml_events import START, TEXT, Event

LAST_ROW: Final = 1_048_576  # of any sheet
_LAST_COLUMN: Final = 16_384
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass
class SheetCell:
    """A cell at xml[start:end]: its column from 0, and what its value is.

    `kind` is `s` for the number of a shared text, `inlineStr` for a text of its own, else a number, a date or a result;
    xml[value[0]:value[1]] is the value as written. A cell with a formula holds nothing that can be mended.
    """

    column: int
    row: int
    kind: str
    start: int
    end: int = 0
    written: str = ""
    value: tuple[int, int] = (0, 0)
    has_formula: bool = False

    @property
    def reference(self) -> str:
        """The name of the cell in its sheet: `B4`."""
        return f"{letters(self.column)}{self.row}"


@dataclass
class SheetRow:
    """A row by its number from 1."""

    number: int
    cells: list[SheetCell] = field(default_factory=list)


def read_rows(part: XmlPart) -> Iterator[SheetRow]:
    """The rows of a worksheet that are written in it; raises ProblemError for places that no sheet has."""
    row = SheetRow(0)
    cell: SheetCell | None = None
    in_value = False
    for event in part.events:
        if event.kind == TEXT:
            if in_value and cell is not None:
                start = cell.value[0] if cell.written else event.start
                cell.written, cell.value = cell.written + event.text, (start, event.end)
        elif event.name == "x:v":
            in_value = event.kind == START
        elif event.name == "x:f" and cell is not None:
            cell.has_formula = True
        elif event.name == "x:c":
            if event.kind == START:
                cell = _cell(part, row, event)
                row.cells.append(cell)
            elif cell is not None:
                cell.end, cell = event.end, None
        elif event.name == "x:row":
            if event.kind == START:
                row = SheetRow(_number(part, event.attributes.get("r"), row.number + 1, LAST_ROW))
            else:
                yield row


def letters(column: int) -> str:
    """The letters of a column that is counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _cell(part: XmlPart, row: SheetRow, event: Event) -> SheetCell:
    reference = _REFERENCE.fullmatch(event.attributes.get("r", ""))
    column = row.cells[-1].column + 1 if row.cells else 0
    if reference:
        column = sum((ord(sign) - 64) * 26**place for place, sign in enumerate(reversed(reference[1]))) - 1
    if column >= _LAST_COLUMN:
        raise damaged(part.package.path, f"there is a cell beyond the last column in “{part.name}”")
    return SheetCell(column, row.number, event.attributes.get("t", ""), event.start)


def _number(part: XmlPart, written: str | None, following: int, last: int) -> int:
    number = int(written) if written and written.isdecimal() and len(written) < 9 else following
    if not 1 <= number <= last:
        raise damaged(part.package.path, f"there is a row beyond the last one in “{part.name}”")
    return number
