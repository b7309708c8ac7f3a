"""Entries of a container: texts inside a file, each with a map of where its characters are written.

A container (a catalogue, a mailbox file, a table) finds its entries; what they say is read like any other message, and
the blocks are then moved to where they stand in the file.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.message import Block, BlockKind, Placeholder, Position, Slice, SliceKind, Source, Suppression

_UTF16_UNIT: Final = re.compile(r"[0-9a-fA-F]{4}")


@dataclass(frozen=True, slots=True)
class Piece:
    """source[start:end] of a container stands for `text`: for itself, or decoded, as `\\n` and `&amp;` are."""

    text: str
    start: int
    end: int

    def is_literal(self, source: str) -> bool:
        """Whether the text is written in the source as it is."""
        return self.end - self.start == len(self.text) and source[self.start : self.end] == self.text


@dataclass(frozen=True)
class Entry:
    """One text of a container.

    Entries of one `key` are parts of one message, in order; it is empty where the file is one message. `role` makes all
    of a part one kind of block (a subject); `format` is what the text is read as, None where its content tells.
    `declared` holds a channel or a situation. `quoting` is the container's own name for the way the text is quoted,
    where it has more than one.
    """

    key: str
    pieces: tuple[Piece, ...]
    role: BlockKind | None = None
    format: str | None = None
    declared: dict[str, str] = field(default_factory=dict)
    quoting: str = ""

    @cached_property
    def text(self) -> str:
        """What the entry says, decoded."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where in `text` each piece begins."""
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        return starts


@dataclass(frozen=True)
class Entries:
    """What a container holds, and what is wrong with it though some of it could be read.

    `comments` are the stretches of the container's own comments, in which an author may silence rules; `suppressions`
    are what such comments ask for, where a container finds that out itself. `keys` are the stretches by whose words
    translations of them are found. `fragments` are the keys of entries that are parts of messages.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    keys: tuple[tuple[int, int], ...] = ()
    fragments: frozenset[str] = frozenset()


class Mover:
    """Moves what was read of an entry's text to where it is written in the container."""

    def __init__(self, entry: Entry, source: Source) -> None:
        self._entry = entry
        self._source = source

    def block(self, block: Block) -> Block:
        """The block with all offsets in the container's source."""
        slices = tuple(moved for piece in block.slices for moved in self._slices(piece))
        placeholders = tuple(self._placeholder(each) for each in block.placeholders)
        return replace(block, kind=self._entry.role or block.kind, slices=slices, placeholders=placeholders)

    def suppression(self, suppression: Suppression) -> Suppression:
        """The suppression with its stretch in the container's source."""
        start, end = self.span(suppression.start, suppression.end)
        at, _ = self.span(suppression.directive_start, suppression.directive_start)
        return replace(suppression, start=start, end=end, directive_start=at)

    def problem(self, problem: Problem, inner: Source) -> Problem:
        """The problem with its place in the container's source."""
        if problem.line is None:
            return problem
        place = self._place(inner.offset(problem.line, problem.column or 1))
        return replace(problem, line=place.line, column=place.column)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] is written; an escape that is touched is covered whole."""
        pieces = self._entry.pieces
        if not pieces:
            return 0, 0
        first, last = self._number(start), self._number(max(end - 1, start))
        begin, finish = pieces[first].start, pieces[last].end
        if pieces[first].is_literal(self._source.text):
            begin += min(start - self._entry.starts[first], len(pieces[first].text))
        if pieces[last].is_literal(self._source.text):
            finish = pieces[last].start + min(end - self._entry.starts[last], len(pieces[last].text))
        return begin, max(begin, finish)

    def _place(self, offset: int) -> Position:
        return self._source.position(self.span(offset, offset)[0])

    def _number(self, offset: int) -> int:
        return max(bisect.bisect_right(self._entry.starts, offset) - 1, 0)

    def _placeholder(self, placeholder: Placeholder) -> Placeholder:
        start, end = self.span(placeholder.source_start, placeholder.source_end)
        # The code stays decoded: it is what a report shows, and in the source it may be base64.
        return replace(placeholder, source_start=start, source_end=end)

    def _slices(self, piece: Slice) -> Iterator[Slice]:
        """The slice, broken where an escape parts a run of literal text."""
        if piece.kind is SliceKind.INSERTED:
            yield replace(piece, source_start=0, source_end=0)
        elif piece.kind is not SliceKind.LITERAL:
            start, end = self.span(piece.source_start, piece.source_end)
            yield replace(piece, source_start=start, source_end=end)
        else:
            yield from self._broken(piece)

    def _broken(self, piece: Slice) -> Iterator[Slice]:
        at, shift = piece.source_start, piece.prose_start - piece.source_start
        while at < piece.source_end:
            number = self._number(at)
            written = self._entry.pieces[number]
            stop = min(self._entry.starts[number] + len(written.text), piece.source_end)
            kind = SliceKind.LITERAL if written.is_literal(self._source.text) else SliceKind.ENTITY
            start, end = self.span(at, stop)
            yield Slice(kind, at + shift, stop + shift, start, end)
            at = stop


def pieces_with_escapes(
    text: str, start: int, end: int, escape: re.Pattern[str], decoded: Callable[[str], str]
) -> Iterator[Piece]:
    """text[start:end] in pieces, each escape by itself; `decoded` is given an escape without its first sign."""
    at = start
    for match in escape.finditer(text, start, end):
        if match.start() > at:
            yield Piece(text[at : match.start()], at, match.start())
        yield Piece(decoded(match.group()[1:]), *match.span())
        at = match.end()
    if at < end:
        yield Piece(text[at:end], at, end)


def of_utf16(escapes: str) -> str:
    """What escapes like `\\u00e9` stand for: two may make one character, and half of such a pair is told as unknown."""
    return bytes.fromhex("".join(_UTF16_UNIT.findall(escapes))).decode("utf-16-be", "replace")


def whole(text: str, start: int) -> Sequence[Piece]:
    """The one piece of a text that is written as it is, from `start` on."""
    return (Piece(text, start, start + len(text)),) if text else ()
