"""A message as it is kept: which parts of the file it is made of. Its blocks are put together only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final

from empathy_lint.kept.words import Hider, show
from empathy_lint.reading.message import (
    Block,
    BlockKind,
    InnerText,
    Link,
    Message,
    Placeholder,
    PlaceholderKind,
    Slice,
    SliceKind,
    Source,
    Suppression,
    Variant,
)

Row = list[Any]

_SLICES: Final = tuple(SliceKind)
_NUMBERS: Final = {kind: number for number, kind in enumerate(_SLICES)}
_MOST_SIGNS: Final = 16  # that stand in a row in the file as escapes, and have to be kept as letters
# How far from a message its name and what its comments say may stand.
_AROUND: Final = 4000


class UnkeepableError(Exception):
    """Raised for a message that cannot be kept without its words."""


def write_message(message: Message, hider: Hider) -> Row:
    """The message without its words; raises UnkeepableError where the file has them only packed or as escapes,
    or where other files have a part in it.
    """
    if message.source.packed is not None or message.source.parts or message.read_with:
        raise UnkeepableError
    return [
        None if message.key is None else hider.hide(message.key),
        message.format,
        [hider.hide(note) for note in message.notes],
        dict(message.declared),
        [write_suppression(row, hider) for row in message.suppressions],
        [[[hider.hide(each) for each in row.when], list(row.blocks)] for row in message.variants],
        [[row.start, row.end, row.format, row.quoting] for row in message.inner],
        [_write_block(block, message.source.text, hider) for block in message.blocks],
        message.is_fragment,
        message.root is not None,
        message.is_on_screen,
        [list(row) for row in message.keys],
    ]


def read_message(row: Row, source: Source, root: str | None = None) -> Message:
    """The message again."""
    # Not by way of __init__, which wants all parts at once.
    message = object.__new__(_KeptMessage)
    message.__dict__.update(
        _row=row,
        source=source,
        key=None if row[0] is None else show(row[0], source.text),
        format=row[1],
        notes=tuple(show(each, source.text) for each in row[2]),
        is_fragment=row[8],
        read_with=(),
        root=root if row[9] else None,
        is_on_screen=row[10],
        keys=tuple((start, end) for start, end in row[11]),
    )
    return message


def hider_of(message: Message) -> Hider:
    """What hides the words of a message: those of its part of the file, and around."""
    text = message.source.text
    places = [place for block in message.blocks for row in block.slices for place in (row.source_start, row.source_end)]
    if message.key is None or not places:
        return Hider(text)
    return Hider(text, max(min(places) - _AROUND, 0), max(places) + _AROUND)


def write_suppression(row: Suppression, hider: Hider) -> Row:
    """A suppression without its words."""
    return [sorted(row.rules), hider.hide(row.reason), row.start, row.end, row.directive_start, row.said_by]


def read_suppression(row: Row, source: str) -> Suppression:
    """The suppression again."""
    return Suppression(frozenset(row[0]), show(row[1], source), *row[2:])


class _KeptMessage(Message):
    """A message whose larger parts are put together when somebody looks at them; most reports never do."""

    _row: Row

    @cached_property
    def declared(self) -> dict[str, str]:
        return dict(self._row[3])

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        return tuple(read_suppression(row, self.source.text) for row in self._row[4])

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        text = self.source.text
        return tuple(Variant(tuple(show(each, text) for each in when), tuple(blocks)) for when, blocks in self._row[5])

    @cached_property
    def inner(self) -> tuple[InnerText, ...]:
        return tuple(InnerText(*row) for row in self._row[6])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(_read_block(row, self.source.text) for row in self._row[7])


def _write_block(block: Block, source: str, hider: Hider) -> Row:
    numbers: list[int] = []
    texts: Row = []
    signs = 0
    for row in block.slices:
        words = block.prose[row.prose_start : row.prose_end]
        stands = words == source[row.source_start : row.source_end]
        numbers += [_NUMBERS[row.kind], len(words), row.source_start, row.source_end, int(stands)]
        if not stands:
            texts.append(hider.hide(words))
        if row.kind is SliceKind.LITERAL:
            signs = 0
        elif row.kind is SliceKind.ENTITY and not stands:
            signs += len(words)
        if signs > _MOST_SIGNS:
            raise UnkeepableError
    return [
        block.kind.value,
        numbers,
        texts,
        [
            [row.kind.value, hider.hide(row.code), row.prose_start, row.prose_end, row.source_start, row.source_end]
            for row in block.placeholders
        ],
        [[row.prose_start, row.prose_end, hider.hide(row.target)] for row in block.links],
    ]


def _read_block(row: Row, source: str) -> Block:
    kind, numbers, texts, placeholders, links = row
    words: list[str] = []
    slices = tuple(_read_slices(numbers, iter(texts), source, words))
    return Block(
        BlockKind(kind),
        "".join(words),
        slices,
        tuple(Placeholder(PlaceholderKind(each[0]), show(each[1], source), *each[2:]) for each in placeholders),
        tuple(Link(start, end, show(target, source)) for start, end, target in links),
    )


def _read_slices(numbers: Sequence[int], texts: Iterator[Any], source: str, words: list[str]) -> Iterator[Slice]:
    at = 0
    for place in range(0, len(numbers), 5):
        kind, length, start, end, stands = numbers[place : place + 5]
        words.append(source[start:end] if stands else show(next(texts), source))
        yield Slice(_SLICES[kind], at, at + length, start, end)
        at += length
