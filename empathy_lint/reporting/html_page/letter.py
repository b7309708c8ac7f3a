"""A message as its recipient sees it: blocks in groups, placeholders as chips, the words of findings marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from empathy_lint.reading.message import Block, BlockKind, Message
from empathy_lint.reporting.excerpt import short_code
from empathy_lint.words import Severity

# Blocks that are drawn together when they follow one another.
_TOGETHER: Final = {BlockKind.LIST_ITEM: "list", BlockKind.TABLE_CELL: "cells"}


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of one finding, prose[start:end] of a block; `number` is that of the finding in its message."""

    number: int
    block: int
    start: int
    end: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or a placeholder (`code` is what the source has there, `text` the same cut short)."""

    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces with the same findings (none: plain text).

    `severity` is that of the gravest. `is_stop` says whether a finding begins here: the keyboard stops there, and only
    there.
    """

    pieces: tuple[Piece, ...]
    findings: tuple[int, ...] = ()
    severity: str = ""
    is_stop: bool = False


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """A block, ready to be drawn; `kind` is the name of its BlockKind."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that are drawn together: a "list", the "cells" of a table, or a "block" by itself."""

    kind: str
    blocks: tuple[DrawnBlock, ...]


def draw_letter(message: Message, marks: Iterable[Marked]) -> tuple[Group, ...]:
    """The blocks of the message that hold any text, in order."""
    by_block: dict[int, list[Marked]] = {}
    for mark in marks:
        by_block.setdefault(mark.block, []).append(mark)
    seen: set[int] = set()
    drawn = [
        (block.kind, DrawnBlock(block.kind.value, tuple(_runs(block, by_block.get(index, []), seen))))
        for index, block in enumerate(message.blocks)
        if block.prose.strip()
    ]
    groups: list[Group] = []
    for kind, rows in groupby(drawn, key=lambda row: row[0]):
        blocks = [block for _, block in rows]
        if kind in _TOGETHER:
            groups.append(Group(_TOGETHER[kind], tuple(blocks)))
        else:
            groups += [Group("block", (block,)) for block in blocks]
    return tuple(groups)


def _runs(block: Block, marks: Sequence[Marked], seen: set[int]) -> Iterable[Run]:
    """The block cut wherever a finding or a placeholder begins or ends; neighbours with the same findings together."""
    pieces = _pieces(block, marks)
    for findings, rows in groupby(pieces, key=lambda row: row[1]):
        run = tuple(piece for piece, _ in rows)
        if not findings:
            yield Run(run)
            continue
        numbers = [mark.number for mark in findings]
        severity = max(mark.severity for mark in findings)
        yield Run(run, tuple(numbers), severity.label, is_stop=not seen.issuperset(numbers))
        seen.update(numbers)


def _pieces(block: Block, marks: Sequence[Marked]) -> Iterable[tuple[Piece, tuple[Marked, ...]]]:
    chips = {row.prose_start: row for row in block.placeholders}
    ends = {row.prose_start: row.prose_end for row in block.placeholders}
    inside = {at for start, end in ends.items() for at in range(start + 1, end)}
    cuts = {0, len(block.prose), *ends, *ends.values()}
    for mark in marks:
        cuts |= {mark.start, mark.end} - inside
    places = sorted(cuts)
    for start, end in pairwise(places):
        findings = tuple(mark for mark in marks if mark.start < end and start < mark.end)
        chip = chips.get(start)
        yield Piece(short_code(chip.code), chip.code) if chip else Piece(block.prose[start:end]), findings
