"""The message that a recipient gets, put together from the files it is written in.

What other files say is put where it is read, but is written nowhere in this file: findings in it are told where that
file is linted. So it decides what the message offers and asks, and how long it is, and nothing is told twice.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from empathy_lint.reading.message import Block, BlockKind, Message, Slice, SliceKind
from empathy_lint.reading.template_syntax import Token, TokenKind
from empathy_lint.reading.together.lookup import find_file
from empathy_lint.reading.together.references import HOLE, NAMED_BLOCK, Reference, find_references
from empathy_lint.reading.together.siblings import SUBJECT, Beside

_HEADS: Final = (BlockKind.SUBJECT, BlockKind.PREHEADER)
_END_OF_BLOCK: Final = ("endblock", "@endsection", "@show", "@stop")
_DEEPEST: Final = 10  # files that include each other
_MOST_FILES: Final = 100  # that one message is put together from
_SHOWN: Final = 5

# A file's message, and the template code in it; None for a file that cannot be read, which is told elsewhere.
ReadOther = Callable[[str, "Walk"], "tuple[Message, Sequence[Token]] | None"]


@dataclass
class Walk:
    """A walk from file to file within `root`: the files that lead to this one, and how many may still be read."""

    root: str
    chain: tuple[str, ...] = ()
    left: list[int] = field(default_factory=lambda: [_MOST_FILES])  # shared by all of one walk

    def into(self, path: str) -> Walk | None:
        """The walk one file further; None where that leads in a circle, too deep, or to too many files."""
        real = os.path.realpath(path)
        if real in self.chain or len(self.chain) >= _DEEPEST or not self.left[0]:
            return None
        self.left[0] -= 1
        return Walk(self.root, (*self.chain, real), self.left)


@dataclass(frozen=True)
class _Part:
    """Blocks of another file: those in the place of a reference, or those before and after the template."""

    reference: Reference
    before: tuple[Block, ...]
    after: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Together:
    """What other files add to a message, their paths, and the names for which there is none."""

    parts: tuple[_Part, ...] = ()
    paths: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the report may want to know of it."""
        rows = []
        if self.paths:
            rows.append(f"Read together with {_listed(self.paths)}.")
        if self.missing:
            rows.append(f"Not found, so not read: {_listed(self.missing)}.")
        return tuple(rows)

    def put(self, blocks: list[Block], tokens: Sequence[Token]) -> list[Block]:
        """The blocks of a file, with those of other files among them; `tokens` are those that this way leads by."""
        if not self.parts:
            return blocks
        body = [block for block in blocks if block.kind not in _HEADS] or blocks
        first = min((block.slices[0].source_start for block in body), default=0)
        last = max((block.slices[-1].source_end for block in blocks), default=0)
        before: list[Block] = []
        inside: list[Block] = []
        after: list[Block] = []
        for part in self.parts:
            if part.reference.is_layout:
                before = [*_moved(part.before, first), *before]
                after += _moved(part.after, last)
            elif _is_reached(part.reference, tokens):
                inside += _moved(part.before, part.reference.start)
        return sorted([*before, *blocks, *inside, *after], key=lambda block: block.slices[0].source_start)


def together(message: Message, tokens: Sequence[Token], around: Beside, walk: Walk, read_other: ReadOther) -> Together:
    """What is read together with a message that has not been put together yet."""
    path, text = message.path, message.source.text
    parts: list[_Part] = []
    paths: list[str] = []
    missing: list[str] = []
    for reference in find_references(path, text, tokens):
        found = find_file(reference.name, path, walk.root)
        if found is None and reference.end:
            missing.append(reference.name)
        other = _read(found, walk, read_other)
        if found is None or other is None:
            continue
        paths.append(found)
        if reference.is_layout:
            parts.append(_Part(reference, *_around(other[0], other[1], _names_of_blocks(text, tokens))))
        else:
            parts.append(_Part(reference, _said(other[0])))
    if around.role != SUBJECT and around.subject and (subject := _read(around.subject, walk, read_other)):
        head = [replace(block, kind=BlockKind.SUBJECT) for block in _said(subject[0])[:1]]
        parts.append(_Part(Reference("", 0, 0, is_layout=True), tuple(head)))
        paths.append(around.subject)
    return Together(tuple(parts), tuple(dict.fromkeys(paths)), tuple(dict.fromkeys(missing)))


def as_part(message: Message, around: Beside) -> Message:
    """The message, told for what it is where its file holds but a part of one."""
    if around.role == SUBJECT and around.body:
        first, rest = message.blocks[:1], message.blocks[1:]
        blocks = (*(replace(block, kind=BlockKind.SUBJECT) for block in first), *rest)
        note = f"The subject of {around.body}."
        return replace(message, blocks=blocks, is_fragment=True, notes=(*message.notes, note))
    if around.page:
        note = f"The same message as {around.page}, for those who read plain text."
        return replace(message, is_fragment=True, notes=(*message.notes, note))
    return message


def _read(path: str | None, walk: Walk, read_other: ReadOther) -> tuple[Message, Sequence[Token]] | None:
    further = walk.into(path) if path is not None else None
    return read_other(path, further) if path is not None and further is not None else None


def _said(message: Message) -> tuple[Block, ...]:
    """What a file says; of its variants the fullest, so that nothing is missed that some readers get."""
    if not message.variants:
        return message.blocks
    return message.only(max((variant.blocks for variant in message.variants), key=len)).blocks


def _around(layout: Message, tokens: Sequence[Token], names: frozenset[str]) -> tuple[tuple[Block, ...], ...]:
    """What a layout says before and after the template that is put into it; what that says itself is left out."""
    holes = list(_holes(layout.source.text, tokens, names))
    if not holes:
        return _said(layout), ()
    rows = [block for block in _said(layout) if not any(start <= _place(block) < end for start, end in holes)]
    middle = holes[0][0]
    return tuple(row for row in rows if _place(row) < middle), tuple(row for row in rows if _place(row) >= middle)


def _holes(text: str, tokens: Sequence[Token], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a layout leaves its words to the template, in order: blocks that both of them name, and its hole."""
    for token in tokens:
        if token.kind is TokenKind.COMMENT or token.closing:
            continue
        named = NAMED_BLOCK.search(text, token.start, token.end)
        if named is not None and named[1] in names:
            ends = [at for word in _END_OF_BLOCK if (at := text.find(word, token.end)) >= 0]
            yield token.start, min(ends, default=token.end)
        elif HOLE.search(text, token.start, token.end):
            yield token.start, token.end


def _names_of_blocks(text: str, tokens: Sequence[Token]) -> frozenset[str]:
    """The blocks that a template fills in its layout."""
    matches = (
        NAMED_BLOCK.search(text, token.start, token.end) for token in tokens if token.kind is TokenKind.STATEMENT
    )
    return frozenset(match[1] for match in matches if match is not None)


def _place(block: Block) -> int:
    return block.slices[0].source_start


def _moved(blocks: Sequence[Block], at: int) -> list[Block]:
    """The blocks as they stand at a place of a source in which they are not written."""
    return [
        replace(
            block,
            slices=(Slice(SliceKind.INSERTED, 0, len(block.prose), at, at),),
            placeholders=tuple(replace(row, source_start=at, source_end=at) for row in block.placeholders),
        )
        for block in blocks
    ]


def _is_reached(reference: Reference, tokens: Sequence[Token]) -> bool:
    """Whether a way through the branches leads by a reference: what it leaves out is covered."""
    covering = [token for token in tokens if token.start <= reference.start < token.end]
    return not any(token.kind is TokenKind.COMMENT for token in covering)


def _listed(names: Sequence[str]) -> str:
    rest = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{rest}"
