"""Build one block of prose, character by character, each tied to the source."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from empathy_lint.reading.masking import CODE, Masked
from empathy_lint.reading.message import Block, BlockKind, Link, Placeholder, PlaceholderKind, Slice, SliceKind
from empathy_lint.reading.placeholders import is_content, is_greeted, kind_between, kind_of, stand_in
from empathy_lint.reading.template_syntax import Token, TokenKind

_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f\u200e\u200f")
_SPACES: Final = frozenset(" \t\n\r\f\v\u00a0\u2002\u2003\u2009\u202f\u2007")
# A line that was broken by hand within a sentence: long, without a stop, and the next one goes on in small letters.
_BROKEN_LINE: Final = re.compile(r"(?<=[^\n]{44}[\w,])\n(?=[a-z]+[ ,])")
_LOOKED_AHEAD: Final = 20  # characters behind a placeholder that may tell what it is
_LOOKED_BACK: Final = 4  # pieces before it, words and spaces, that may
# Tags between the parts of a page; what stands before and after is never one sentence.
_PARTS: Final = frozenset({"block", "section", "extends", "include", "import", "from", "layout", "set", "assign"})


class ProseBuilder:
    """Collects runs of source until `blocks` is asked for; then begins anew."""

    def __init__(self, masked: Masked) -> None:
        self._masked = masked
        self._reset()

    def _reset(self) -> None:
        self._text: list[str] = []
        self._slices: list[Slice] = []
        self._placeholders: list[Placeholder] = []
        self._links: list[Link] = []
        self._length = 0
        self._side: ProseBuilder | None = None  # takes the prose of a second branch inside the block
        self._opened: list[ProseBuilder | None] = []  # for each open block of template code, what took prose before
        self._sides: list[ProseBuilder] = []

    @property
    def length(self) -> int:
        """How many characters the block has so far; where a link begins or ends."""
        return self._sink._length

    @property
    def _sink(self) -> ProseBuilder:
        return self._side or self

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a recipient sees was added yet."""
        return not any(part.strip() for part in self._text)

    def add(self, start: int, end: int) -> None:
        """Add masked.text[start:end]: literal text, white space collapsed, template code as its stand-in."""
        text, at = self._masked.text, start
        while at < end:
            character = text[at]
            if character == CODE:
                token = self._masked.token_at(at)
                at = self._add_token(token, at) if token else at + 1
            elif character in _SPACES:
                stop = at + 1
                while stop < end and text[stop] in _SPACES:
                    stop += 1
                self._sink._add_space(at, stop)
                at = stop
            elif character in _INVISIBLE:
                at += 1
            else:
                stop = at + 1
                while stop < end and text[stop] not in _SPACES and text[stop] not in _INVISIBLE and text[stop] != CODE:
                    stop += 1
                self._sink._add_run(SliceKind.LITERAL, self._masked.source[at:stop], at, stop)
                at = stop

    def add_decoded(self, text: str, start: int, end: int) -> None:
        """Add what source[start:end] (an entity, an escape) stands for."""
        visible = "".join(character for character in text if character not in _INVISIBLE)
        if visible and visible in _SPACES:
            self._sink._add_space(start, end)
        elif visible:
            self._sink._add_run(SliceKind.ENTITY, visible, start, end)

    def add_break(self, start: int, end: int) -> None:
        """A line break that the recipient sees."""
        sink = self._sink
        sink._strip_trailing_space()
        if sink._text:
            sink._add_run(SliceKind.COLLAPSED, "\n", start, end)

    @property
    def ends_with_break(self) -> bool:
        """Whether nothing was shown since the last line break."""
        text = self._sink._text
        return bool(text) and text[-1] == "\n"

    def add_link(self, start: int, target: str) -> None:
        """The prose from `start` to here is linked to `target`."""
        sink = self._sink
        if start < sink._length:
            sink._links.append(Link(start, sink._length, target))

    def finish(self, kind: BlockKind) -> list[Block]:
        """The block built so far, if it says anything, and one for each further branch inside it; begin a new one."""
        self._strip_trailing_space()
        first = self._block(kind)
        blocks = [first] if first else []
        for side in self._sides:
            blocks += [block for block in side.finish(kind) if not _is_fragment(block.prose)]
        self._reset()
        return blocks

    def _block(self, kind: BlockKind) -> Block | None:
        prose = _BROKEN_LINE.sub(" ", "".join(self._text))
        if not prose.strip() or not self._says_something(prose):
            return None
        links = tuple(Link(link.prose_start, min(link.prose_end, len(prose)), link.target) for link in self._links)
        return Block(
            kind,
            prose,
            tuple(self._slices),
            tuple(self._placeholders),
            tuple(x for x in links if x.prose_start < x.prose_end),
        )

    def _says_something(self, prose: str) -> bool:
        """Whether there is a word, or a placeholder that tells of a person, a sum, a date or a way to get in touch."""
        if any(row.kind is not PlaceholderKind.TEXT for row in self._placeholders):
            return True
        at = 0
        for row in self._placeholders:
            if any(map(str.isalnum, prose[at : row.prose_start])):
                return True
            at = row.prose_end
        return any(map(str.isalnum, prose[at:])) or (not self._placeholders and any(c in "!?" for c in prose))

    def _add_token(self, token: Token, at: int) -> int:
        if token.kind is TokenKind.STATEMENT:
            self._follow_branch(token)
        elif token.kind is TokenKind.OUTPUT and at == token.start:
            self._sink._add_placeholder(token)
        elif token.kind is TokenKind.ESCAPE and at == token.start:
            if token.text == "\n":
                self.add_break(token.start, token.end)
            else:
                self.add_decoded(token.text, token.start, token.end)
        return token.end

    def _add_placeholder(self, token: Token) -> None:
        """The stand-in for a value, or for the parts of one, such as `{{ host }}{{ path }}`."""
        source = self._masked.source
        code = source[token.start : token.end]
        kind, before = kind_of(code), "".join(self._text[-_LOOKED_BACK:])
        if kind is PlaceholderKind.TEXT and is_content(code):
            return
        last = self._placeholders[-1] if self._placeholders else None
        if last and last.source_end == token.start and _are_parts_of_one(last.kind, kind):
            self._placeholders[-1] = replace(last, code=last.code + code, source_end=token.end)
            self._slices[-1] = replace(self._slices[-1], source_end=token.end)
            return
        kind = kind_between(kind, before, source[token.end : token.end + _LOOKED_AHEAD])
        if kind is PlaceholderKind.TEXT and is_greeted(code, before):
            kind = PlaceholderKind.NAME
        begin = self._length
        self._add_run(SliceKind.PLACEHOLDER, stand_in(code, kind, before), token.start, token.end)
        self._placeholders.append(Placeholder(kind, code, begin, self._length, token.start, token.end))

    def _follow_branch(self, token: Token) -> None:
        """Keep a sentence of one branch from being glued to that of another: the second one gets its own block."""
        if token.word in _PARTS:
            self._opened = []
            self._turn_aside()
        elif token.opening:
            self._opened.append(self._side)
        elif token.closing and self._opened:
            self._side = self._opened.pop()
        elif token.is_branch and self._opened:
            self._turn_aside()
        elif token.is_branch or (token.closing and self._side is not None):
            self._turn_aside()  # the block of template code began in an earlier block of prose

    def _turn_aside(self) -> None:
        if not self._sink.is_empty:
            self._side = ProseBuilder(self._masked)
            self._sides.append(self._side)

    def _add_space(self, start: int, end: int) -> None:
        if not self._text or self._text[-1][-1] in " \n":
            return  # white space at the start of a line, or after white space, is not seen
        kind = SliceKind.LITERAL if self._masked.source[start:end] == " " else SliceKind.COLLAPSED
        self._add_run(kind, " ", start, end)

    def _strip_trailing_space(self) -> None:
        gone = 0
        while self._text and not self._text[-1].strip():
            gone += len(self._text.pop())
        if self._text:
            kept = self._text[-1].rstrip()
            gone += len(self._text[-1]) - len(kept)
            self._text[-1] = kept
        self._length -= gone
        while gone:
            last = self._slices.pop()
            length = last.prose_end - last.prose_start
            if length > gone:
                end, source_end = last.prose_end - gone, last.source_end - gone
                self._slices.append(Slice(last.kind, last.prose_start, end, last.source_start, source_end))
            gone -= min(gone, length)

    def _add_run(self, kind: SliceKind, text: str, start: int, end: int) -> None:
        begin = self._length
        self._length += len(text)
        self._text.append(text)
        last = self._slices[-1] if self._slices else None
        if kind is SliceKind.LITERAL and last and last.kind is kind and last.source_end == start:
            self._slices[-1] = Slice(kind, last.prose_start, self._length, last.source_start, end)
        else:
            self._slices.append(Slice(kind, begin, self._length, start, end))


def _are_parts_of_one(first: PlaceholderKind, second: PlaceholderKind) -> bool:
    """Whether two values side by side fill one place: a sum and its currency, a host and a path."""
    is_address = first is PlaceholderKind.TEXT and second is PlaceholderKind.LINK
    return second in (first, PlaceholderKind.TEXT) or is_address


def _is_fragment(prose: str) -> bool:
    """Whether a branch inside a sentence is but a piece of it ("s", "late"), which says nothing on its own."""
    return " " not in prose and prose[:1].islower()
