"""Plain text becomes blocks: paragraphs, list items, headings, and the subject line it may begin with."""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.masking import CODE, Masked
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.reading.template_syntax import TokenKind

_HEAD_LINE: Final = re.compile(r"[ \t]*(subject|preheader|preview(?: text)?)[ \t]*:[ \t]*", re.I)
_HEAD_KINDS: Final = {"subject": BlockKind.SUBJECT}
BULLET: Final = re.compile(r"[ \t]*(?:[-*•·‣▪–]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_UNDERLINE: Final = re.compile(r"[ \t]*(?:={3,}|-{3,}|\*{3,}|_{3,}|#{3,})[ \t]*$")
GREETING: Final = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|attention)\b.{0,60}[,:!]?$", re.I
)
_CLOSING: Final = re.compile(
    r"(?:yours|kind|best|warm|many|with|regards|sincerely|thanks|thank you|cheers|all the best)\b.{0,30},$"
    r"|(?:kind |best )?regards$",
    re.I,
)
INSET: Final = re.compile(r"[ \t]*\^[ \t]*")  # GOV.UK Notify's mark for a paragraph that is set apart
_LABEL: Final = re.compile(r"[ \t*_]*[A-Z][^\W_]*(?:[ /&-][^\W\d_]+){0,3}:(?=[\s*_])")  # Transaction ID: …
SHORT_LINE: Final = 45  # characters; a line that ends earlier, though the next word would fit, ends a line of its own


def read_blocks(masked: Masked, start: int, end: int) -> list[Block]:
    """The blocks of source[start:end] in order."""
    masked.blank_logic_lines(start, end)
    blocks, at = read_head(masked, start, end)
    return blocks + _TextReader(masked, at, end).read()


def read_head(masked: Masked, start: int, end: int) -> tuple[list[Block], int]:
    """Subject and preheader lines at the top, and where the body begins."""
    blocks: list[Block] = []
    at = start
    while True:
        first = _first_text(masked, at, end)
        match = _HEAD_LINE.match(masked.text, first, end)
        if match is None:
            return blocks, at
        line_end = _line_end(masked.text, match.end(), end)
        builder = ProseBuilder(masked)
        builder.add(match.end(), line_end)
        blocks += builder.finish(_HEAD_KINDS.get(match[1].lower(), BlockKind.PREHEADER))
        at = min(line_end + 1, end)


def _first_text(masked: Masked, start: int, end: int) -> int:
    """Where anything but white space and logic begins."""
    while start < end:
        token = masked.token_at(start) if masked.text[start] == CODE else None
        if token is not None and token.kind in (TokenKind.STATEMENT, TokenKind.COMMENT):
            start = token.end
        elif masked.text[start].isspace():
            start += 1
        else:
            break
    return min(start, end)


def _line_end(text: str, start: int, end: int) -> int:
    places = [place for mark in "\r\n" if (place := text.find(mark, start, end)) >= 0]
    return min(places, default=end)


class _TextReader:
    def __init__(self, masked: Masked, start: int, end: int) -> None:
        self._masked = masked
        self._lines = list(_lines(masked.text, start, end))
        self._builder = ProseBuilder(masked)
        self._kind = BlockKind.PARAGRAPH
        self._blocks: list[Block] = []

    def read(self) -> list[Block]:
        for number, (start, end) in enumerate(self._lines):
            line = self._masked.text[start:end].strip()
            following = self._line(number + 1)
            if not line or _UNDERLINE.match(line):
                self._flush()
            elif bullet := BULLET.match(self._masked.text, start, end):
                self._flush()
                self._kind = BlockKind.LIST_ITEM
                self._builder.add(bullet.end(), end)
            elif _stands_alone(line) or _UNDERLINE.match(following or " "):
                self._flush()
                self._kind = _kind_of_line(line, following)
                self._builder.add(start, end)
                self._flush()
            else:
                self._add_line(number, start, end)
        self._flush()
        return self._blocks

    def _line(self, number: int) -> str:
        if number >= len(self._lines):
            return ""
        start, end = self._lines[number]
        return self._masked.text[start:end].strip()

    def _add_line(self, number: int, start: int, end: int) -> None:
        """A line that goes on where the last one was only wrapped, or that the recipient sees as a new line."""
        if not self._builder.is_empty:
            before_start, before_end = self._lines[number - 1]
            wrapped = visible_length(self._masked, before_start, before_end) >= SHORT_LINE
            labelled = are_labelled(self._masked.text, before_start, start)
            if (wrapped and not labelled) or self._kind is BlockKind.LIST_ITEM:
                self._builder.add(before_end, start)
            else:
                self._builder.add_break(before_end, start)
        inset = INSET.match(self._masked.text, start, end)
        self._builder.add(inset.end() if inset else start, end)

    def _flush(self) -> None:
        self._blocks += self._builder.finish(self._kind)
        self._kind = BlockKind.PARAGRAPH


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    rows, at = [], start
    for match in re.compile(r"\r\n|\r|\n").finditer(text, start, end):
        rows.append((at, match.start()))
        at = match.end()
    rows.append((at, end))
    return rows


def are_labelled(text: str, first: int, second: int) -> bool:
    """Whether two lines each begin with what they tell (“Date: …”), and so are no sentence that was wrapped."""
    return _LABEL.match(text, first) is not None and _LABEL.match(text, second) is not None


def visible_length(masked: Masked, start: int, end: int) -> int:
    """How long a line is without its logic."""
    logic = (row for row in masked.tokens_within(start, end) if row.kind in (TokenKind.STATEMENT, TokenKind.COMMENT))
    return end - start - sum(row.end - row.start for row in logic)


def _stands_alone(line: str) -> bool:
    bare = line.replace(CODE, "x")
    return bool(GREETING.match(bare) or _CLOSING.match(bare)) or is_capitals(line)


def is_capitals(line: str) -> bool:
    """A short line all in capitals, as plain-text letters set their headings."""
    letters = [character for character in line if character.isalpha()]
    return (
        len(letters) > 3
        and len(line) <= 70
        and all(character.isupper() for character in letters)
        and line[-1] not in ".,;"
    )


def _kind_of_line(line: str, following: str) -> BlockKind:
    if (is_capitals(line) and line[-1] not in "!?") or (_UNDERLINE.match(following or " ") and len(line) <= 70):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
