"""Hide template code from the parsers of HTML and Markdown without moving a single character.

Every token is covered by as many private-use characters as it has code points, so a position in the masked text is
the same position in the source, and no parser ever sees a brace, a percent sign or a quotation mark of template code.
"""

from __future__ import annotations

import bisect
import re
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

CODE: Final = "\ue000"  # covers a token; which one, its place tells
_CODE_LINE: Final = re.compile(f"^[ \\t]*{CODE}[ \\t{CODE}]*\r?$", re.MULTILINE)
_NOT_A_LINE_END: Final = re.compile(r"[^\r\n]")
_BLANK_KINDS: Final = (TokenKind.STATEMENT, TokenKind.COMMENT)


class Masked:
    """A source's text with template code covered, and the tokens by place."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.source = text
        self.tokens = tokens
        self._starts = [token.start for token in tokens]
        pieces, at = [], 0
        plain = text.replace(CODE, "\ufffd")
        for token in tokens:
            pieces += [plain[at : token.start], CODE * (token.end - token.start)]
            at = token.end
        pieces.append(plain[at:])
        self.text = "".join(pieces)

    def blank_logic_lines(self, start: int, end: int) -> None:
        """Empty the lines of source[start:end] that hold nothing but logic: in text they part paragraphs."""
        lines = [line.span() for line in _CODE_LINE.finditer(self.text, start, end)]
        self.blank([line for line in lines if all(row.kind in _BLANK_KINDS for row in self.tokens_within(*line))])

    def blank(self, spans: list[tuple[int, int]]) -> None:
        """Cover spans with white space, so that nothing reads them; they are in order."""
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.text[at:start], _NOT_A_LINE_END.sub(" ", self.source[start:end])]
            at = end
        pieces.append(self.text[at:])
        self.text = "".join(pieces)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers `offset`."""
        place = bisect.bisect_right(self._starts, offset) - 1
        if place < 0 or self.tokens[place].end <= offset:
            return None
        return self.tokens[place]

    def token_before(self, offset: int) -> Token | None:
        """The token behind which nothing but white space stands before `offset`."""
        place = bisect.bisect_left(self._starts, offset) - 1
        if place < 0 or self.source[self.tokens[place].end : offset].strip():
            return None
        return self.tokens[place]

    def tokens_within(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in source[start:end]."""
        return self.tokens[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]
