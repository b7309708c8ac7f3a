"""Excel workbooks: of each sheet with a column of messages, one message a row.

The text of a workbook has a line for every row of such a sheet, sheet after sheet, with the cells that are read, parted
by tabs.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.columns import (
    DECLARED,
    KEYS,
    TEXTS,
    entries_of_row,
    missing_columns,
    roles_of,
    unknown_words,
)
from empathy_lint.reading.csv_cells import Cell
from empathy_lint.reading.entries import Entries, Entry, Piece
from empathy_lint.reading.excel.sheets import SheetCell, SheetRow, read_rows
from empathy_lint.reading.excel.strings import Item, read_items
from empathy_lint.reading.excel.writing import CellPlace, Workbook
from empathy_lint.reading.message import Part, Source
from empathy_lint.reading.office.package import Package, damaged, too_large
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, Spot, SpotKind, Spots
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.reading.xml_events import START
from empathy_lint.settings.reading import NamedColumn

_HEADER_ROWS: Final = 10  # a title or a note may stand above the names of the columns
_MOST_LINES: Final = 2_000_000


class NoMessagesError(ProblemError):
    """The workbook is whole, and no sheet of it has a column of messages."""


@dataclass(frozen=True)
class _Sheet:
    """A sheet, its part, the number of that part among those with texts, and the texts of its own, by their cells."""

    name: str
    rows: tuple[SheetRow, ...]
    number: int
    items: tuple[Item, ...]


def open_workbook(package: Package, main: XmlPart) -> tuple[Source, Entries]:
    """The text of a workbook and its messages; raises ProblemError when it is broken or holds none."""
    strings = main.related("sharedStrings")[:1]
    shared = read_items(strings[0], 0) if strings else []
    sheets, parts = [], list(strings)
    uses: Counter[int] = Counter()
    for name, part, is_visible in _sheets(main):
        rows = tuple(read_rows(part))
        uses.update(_index(cell) for row in rows for cell in row.cells if cell.kind == "s")
        if is_visible:
            sheets.append(_Sheet(name, rows, len(parts), tuple(read_items(part, len(parts)))))
            parts.append(part)
    table = _Table(package.path, shared, package.options.columns)
    for sheet in sheets:
        table.add(sheet)
    missing = [Problem(package.path, *row) for row in missing_columns(table.names, package.options.columns)]
    if not table.has_columns:
        remedy = f"Name a column in the first row of a sheet: {', '.join(sorted(TEXTS))}."
        none = Problem(package.path, "This workbook has no column of messages.", remedy)
        raise NoMessagesError(*(missing or [none]))
    text = table.text
    workbook = Workbook(package, tuple(parts), Spots(text, table.spots), tuple(table.places), tuple(shared), uses)
    source = Source(package.path, text, parts=tuple(table.parts), packed=workbook, options=package.options)
    return source, Entries(tuple(table.entries), (*missing, *table.problems))


def _sheets(main: XmlPart) -> Iterator[tuple[str, XmlPart, bool]]:
    """Name and part of each worksheet, in the order of the tabs, and whether it is shown."""
    for event in main.events:
        if event.kind != START or event.name != "x:sheet":
            continue
        row = main.relationships.get(event.attributes.get("r:id", ""))
        if row is not None and row.type == "worksheet" and row.target in main.package.names:
            is_visible = event.attributes.get("state", "visible") == "visible"
            yield event.attributes.get("name", ""), XmlPart(main.package, row.target), is_visible


def _index(cell: SheetCell) -> int:
    return int(cell.written) if cell.written.strip().isdecimal() and len(cell.written) < 10 else -1


class _Table:
    """The text of the sheets with messages, which grows sheet by sheet."""

    def __init__(self, path: str, shared: Sequence[Item], named: Sequence[NamedColumn]) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.names: list[str] = []  # of the columns, in all sheets
        self.spots: list[Spot] = []
        self.parts: list[Part] = []
        self.places: list[CellPlace] = []
        self.has_columns = False
        self._path, self._shared, self._named = path, shared, named
        self._keys = UniqueKeys()
        self._texts: list[str] = []
        self._length = 0
        self._lines = 0  # that are complete

    @property
    def text(self) -> str:
        """What was added so far."""
        return "".join(self._texts)

    def add(self, sheet: _Sheet) -> None:
        """Add the messages of a sheet, if it has a column of them."""
        header = self._header(sheet)
        named = header or next((row for row in sheet.rows if row.cells), None)
        self.names += [self._said(sheet, cell) for cell in named.cells] if named else []
        if header is None:
            return
        self.has_columns = True
        first = self._lines
        columns = self._roles(sheet, header)
        for row in sheet.rows:
            if row.number > header.number:
                self._start_line(first + row.number - 1)
                self._row(sheet, row, columns)
        self._start_line(self._lines + 1)

    def _header(self, sheet: _Sheet) -> SheetRow | None:
        """The row that names the columns."""
        rows = islice((row for row in sheet.rows if row.cells), _HEADER_ROWS)
        return next((row for row in rows if set(self._roles(sheet, row).values()) & TEXTS), None)

    def _roles(self, sheet: _Sheet, row: SheetRow) -> dict[int, str]:
        names = [self._said(sheet, cell) for cell in row.cells]
        roles = roles_of(names, self._named)
        return {cell.column: role for cell, role in zip(row.cells, roles, strict=True)}

    def _said(self, sheet: _Sheet, cell: SheetCell) -> str:
        item = self._item(sheet, cell)
        return item.text if item else cell.written

    def _item(self, sheet: _Sheet, cell: SheetCell) -> Item | None:
        """The text of a cell; None where it holds a number, a date or a formula."""
        if cell.has_formula:
            return None
        if cell.kind == "s":
            number = _index(cell)
            if not 0 <= number < len(self._shared):
                raise damaged(self._path, f"the text of {sheet.name}!{cell.reference} is missing")
            return self._shared[number]
        if cell.kind == "inlineStr":
            number = bisect.bisect_left(sheet.items, cell.start, key=lambda item: item.start)
            inside = sheet.items[number : number + 1]
            return inside[0] if inside and inside[0].end <= cell.end else None
        return None

    def _row(self, sheet: _Sheet, row: SheetRow, columns: dict[int, str]) -> None:
        cells: list[tuple[str, Cell]] = []
        fallback = ""
        for cell in row.cells:
            role = columns.get(cell.column, "")
            item = self._item(sheet, cell)
            if role in KEYS or role in DECLARED:
                told = Cell((Piece(self._said(sheet, cell), 0, 0),), 0)
                cells.append((role, told))
                self.problems += [
                    Problem(self._path, f"{sheet.name}!{cell.reference}: {message}", remedy)
                    for _, message, remedy in unknown_words([role], [told])
                ]
            elif role in TEXTS and item is not None and item.text.strip():
                fallback = fallback or f"{sheet.name}!{cell.reference}"
                cells.append((role, self._cell(sheet, cell, item)))
        if fallback:
            roles, said_cells = [role for role, _ in cells], [cell for _, cell in cells]
            self.entries += entries_of_row(roles, said_cells, self._keys, fallback)

    def _cell(self, sheet: _Sheet, cell: SheetCell, item: Item) -> Cell:
        """Add a cell to the line of its row."""
        if self._texts and not self._texts[-1].endswith("\n"):
            self._show("\t")
        start = self._length
        self.parts.append(Part(start, f"{sheet.name}!{cell.reference}"))
        pieces = []
        for stretch in item.stretches:
            at = self._length
            self._show(stretch.text)
            pieces.append(Piece(stretch.text.replace(LINE_BREAK, "\n"), at, self._length))
            self.spots.append(
                Spot(SpotKind.WORDS, at, self._length, stretch.element.part, stretch.xml_start, stretch.xml_end,
                     stretch.element)
            )  # fmt: skip
        if cell.kind == "s":
            self.places.append(CellPlace(start, self._length, sheet.number, cell.value, _index(cell)))
        return Cell(tuple(pieces), start)

    def _start_line(self, number: int) -> None:
        """Begin the line before which there are `number` others."""
        if number > _MOST_LINES:
            raise too_large(self._path)
        if number > self._lines:
            self._show("\n" * (number - self._lines))
            self._lines = number

    def _show(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)
