"""What reading hands to the rest: messages made of blocks of prose that know where they were written."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Protocol

from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

if TYPE_CHECKING:
    from empathy_lint.reading.edits import Edit
    from empathy_lint.reading.office.package import Package

# str.splitlines also splits at form feeds and U+2028, which no editor counts as a line.
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class BlockKind(str, Enum):
    """The part that a run of prose plays in a message."""

    SUBJECT = "subject"
    PREHEADER = "preheader"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BUTTON = "button"
    LINK = "link"
    TABLE_CELL = "table-cell"
    ALT_TEXT = "alt-text"
    FOOTER = "footer"


class PlaceholderKind(str, Enum):
    """What a placeholder will hold when the message is sent, as far as its name tells."""

    NAME = "name"
    AMOUNT = "amount"
    DATE = "date"
    TIME = "time"
    LINK = "link"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    TEXT = "text"


class SliceKind(str, Enum):
    """How a run of prose came out of the source."""

    LITERAL = "literal"  # as many characters in the source as in the prose, one to one
    COLLAPSED = "collapsed"  # a run of white space that the recipient sees as one space
    ENTITY = "entity"  # an entity or an escape: "&amp;", "\\n"
    PLACEHOLDER = "placeholder"  # the neutral word that stands in for template code
    INSERTED = "inserted"  # in no source at all, such as the space between two table cells


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of prose and the run of source it stands for; ends are exclusive, offsets count code points."""

    kind: SliceKind
    prose_start: int
    prose_end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Template output inside a block: `code` is its source text, decoded in a container; the prose holds a stand-in."""

    kind: PlaceholderKind
    code: str
    prose_start: int
    prose_end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Linked words inside a block; `target` is the address as written (`tel:`, `mailto:`, URL, template code)."""

    prose_start: int
    prose_end: int
    target: str


@dataclass(frozen=True)
class Block:
    """One block of prose. `slices` cover the prose without gap or overlap, in order; placeholders are in order, too."""

    kind: BlockKind
    prose: str
    slices: tuple[Slice, ...]
    placeholders: tuple[Placeholder, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is written in another file, which this message is read together with."""
        return all(piece.kind is SliceKind.INSERTED for piece in self.slices)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of prose[start:end]; a placeholder or entity that is touched is covered whole.

        Raises ValueError for an empty or outlying span, or one that holds nothing written in the source.
        """
        if not 0 <= start < end <= len(self.prose):
            raise ValueError(f"span {start}:{end} does not lie in a prose of {len(self.prose)} characters")
        touched = self.slices[self._slice_at(start) : self._slice_at(end - 1) + 1]
        written = [piece for piece in touched if piece.kind is not SliceKind.INSERTED]
        if not written:
            raise ValueError(f"span {start}:{end} holds nothing that is written in the source")
        first, last = written[0], written[-1]
        begin, finish = first.source_start, last.source_end
        if first.kind is SliceKind.LITERAL:
            begin += max(start - first.prose_start, 0)
        if last.kind is SliceKind.LITERAL:
            finish -= max(last.prose_end - end, 0)
        return begin, finish

    def placeholders_in(self, start: int, end: int) -> tuple[Placeholder, ...]:
        """The placeholders that prose[start:end] touches; looked up, since a block may hold very many."""
        starts, ends = self._placeholder_edges
        return self.placeholders[bisect.bisect_right(ends, start) : bisect.bisect_left(starts, end)]

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that prose[start:end] touches, by where they begin."""
        links, starts, ends = self._link_edges
        near = links[bisect.bisect_right(ends, start) : bisect.bisect_left(starts, end)]
        return tuple(link for link in near if link.prose_end > start)

    def _slice_at(self, offset: int) -> int:
        return bisect.bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.prose_start for piece in self.slices]

    @cached_property
    def _placeholder_edges(self) -> tuple[list[int], list[int]]:
        return [each.prose_start for each in self.placeholders], [each.prose_end for each in self.placeholders]

    @cached_property
    def _link_edges(self) -> tuple[list[Link], list[int], list[int]]:
        """The links in order, where they begin, and how far they reach up to each one; one may lie within another."""
        links = sorted(self.links, key=lambda link: link.prose_start)
        return links, [link.prose_start for link in links], [*accumulate((link.prose_end for link in links), max)]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a source: offset in code points from 0; line and column from 1.

    Where writers see no lines, `part` is what they call the place (“paragraph 4”, “Letters!B4”) and `character` counts
    in it from 1; elsewhere they are empty and 0.
    """

    offset: int
    line: int
    column: int
    part: str = ""
    character: int = 0

    @property
    def name(self) -> str:
        """The place as its writer would look for it: “line 4”, “paragraph 4, character 12”."""
        return f"{self.part}, character {self.character}" if self.part else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a source's text, from `start` to the next one, by the name that its writer knows it by."""

    start: int
    name: str


class Packed(Protocol):
    """The way back of a text that was taken out of a package: a Word document, a workbook."""

    def edited(self, edits: Sequence[Edit]) -> Package:
        """The package with edits of the text made in it; raises ProblemError for those that it cannot hold."""


@dataclass(frozen=True)
class Source:
    """A file's text as decoded, line ends untouched, and the path as the user gave it.

    Of a package it is the text that was found in it: a paragraph, or a row of cells, is a line, and a line break inside
    of one is U+2028. Then `parts` name its stretches, and `packed` leads back to the file.
    """

    path: str
    text: str
    codec: str = "utf-8"  # in which the file is written; what is put into the text has to exist in it
    parts: tuple[Part, ...] = ()
    packed: Packed | None = None
    options: ReadingOptions = DEFAULT_READING

    def position(self, offset: int) -> Position:
        """Line and column of an offset; a line ends at a line feed, a carriage return, or both together."""
        line = bisect.bisect_right(self._line_starts, offset)
        column = offset - self._line_starts[line - 1] + 1
        number = bisect.bisect_right(self._part_starts, offset) - 1
        if number < 0:
            return Position(offset, line, column)
        part = self.parts[number]
        return Position(offset, line, column, part.name, offset - part.start + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column that `position` gave, or of the nearest place that there is."""
        start = self._line_starts[min(max(line, 1), len(self._line_starts)) - 1]
        return min(start + max(column, 1) - 1, len(self.text))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(end.end() for end in _LINE_END.finditer(self.text))
        return starts

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.parts]


@dataclass(frozen=True, slots=True)
class Suppression:
    """The author's wish to silence rules over a stretch of source, with the reason they gave.

    `rules` is empty for all rules; `start` and `end` bound the stretch; `directive_start` is where the comment stands.
    `said_by` names the file and the line that say so, where that is a config and no comment.
    """

    rules: frozenset[str]
    reason: str
    start: int
    end: int
    directive_start: int
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through a template's branches: the conditions that lead to it, and the numbers of its blocks in order."""

    when: tuple[str, ...]
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InnerText:
    """source[start:end] of a container holds a text that is read as `format`, quoted in the way named `quoting`."""

    start: int
    end: int
    format: str
    quoting: str = ""


@dataclass(frozen=True)
class Message:
    """What one recipient gets.

    `declared` holds `channel` and `situation` where front matter or a container names them. `blocks` are those of all
    variants, each once, in the order of the source; two of them may share words that several variants have in common.
    Without branches there are no `variants`. `notes` say what a reader of the report may want to know of the reading.
    Of a message in a container `key` is its name there, and `inner` says where its texts stand and what they are.
    A fragment is a part of messages (a partial, a button's label): what a whole message owes its reader, it owes not.
    What is on a screen is shown by a program, not sent.
    `keys` are stretches of the source by whose words translations of them are found.
    `read_with` are the paths of other files that the message is put together from, all of them inside of the folder
    `root`; without a root nothing but the file itself is read.
    """

    source: Source
    blocks: tuple[Block, ...]
    format: str
    key: str | None = None
    declared: dict[str, str] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    variants: tuple[Variant, ...] = ()
    notes: tuple[str, ...] = ()
    inner: tuple[InnerText, ...] = ()
    is_fragment: bool = False
    is_on_screen: bool = False
    read_with: tuple[str, ...] = ()
    root: str | None = None
    keys: tuple[tuple[int, int], ...] = ()

    @property
    def path(self) -> str:
        """The path as the user gave it."""
        return self.source.path

    def only(self, blocks: Sequence[int]) -> Message:
        """The message with the blocks of these numbers, as one variant has them."""
        return replace(self, blocks=tuple(self.blocks[number] for number in blocks), variants=())

    def is_key(self, start: int, end: int) -> bool:
        """Whether source[start:end] touches words by which translations are found."""
        starts, ends = self._key_edges
        at = bisect.bisect_right(starts, end) - 1
        return at >= 0 and ends[at] >= start

    @cached_property
    def _key_edges(self) -> tuple[list[int], list[int]]:
        """Where keys begin, and how far they reach up to each one; one may lie within another."""
        keys = sorted(self.keys)
        return [start for start, _ in keys], [*accumulate((end for _, end in keys), max)]

    @cached_property
    def unread(self) -> tuple[int, ...]:
        """The numbers of blocks that no variant has: the branches of a template with too many of them."""
        read = {number for variant in self.variants for number in variant.blocks}
        return tuple(number for number in range(len(self.blocks)) if self.variants and number not in read)
