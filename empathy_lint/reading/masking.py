"""Hide template code from the parsers of HTML and Markdown without moving a single character.

Every token is covered by as many private-use characters as it has code points, so a position in the masked text is
the same position in the source, and no parser ever sees a brace, a percent sign or a quotation mark of template code.
"""

from __future__ import annotations

import bisect
import re
from typing import Final

from empathy_lint.reading.template_scanner import Token
from empathy_lint.reading.template_syntax import TokenKind

CODE: Final = "\ue000"  # covers a token; which one, its place tells
LITERAL_LESS_THAN: Final = "\ue001"  # a "<" that begins no tag
_RESERVED: Final = re.compile(f"[{CODE}{LITERAL_LESS_THAN}]")
_BLANK_KINDS: Final = (TokenKind.STATEMENT, TokenKind.COMMENT)


class Masked:
    """A source's text with template code covered, and the tokens by place."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.source = text
        self.tokens = tokens
        self._starts = [token.start for token in tokens]
        pieces, at = [], 0
        plain = _RESERVED.sub("\ufffd", text)
        for token in tokens:
            pieces += [plain[at : token.start], CODE * (token.end - token.start)]
            at = token.end
        pieces.append(plain[at:])
        self.text = _blank_lines("".join(pieces), text, tokens)

    def blank(self, spans: list[tuple[int, int]]) -> None:
        """Cover spans with white space, so that nothing reads them; they are in order."""
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.text[at:start], " " * (end - start)]
            at = end
        pieces.append(self.text[at:])
        self.text = "".join(pieces)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers `offset`."""
        place = bisect.bisect_right(self._starts, offset) - 1
        if place < 0 or self.tokens[place].end <= offset:
            return None
        return self.tokens[place]

    def tokens_within(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in source[start:end]."""
        return self.tokens[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]


def _blank_lines(masked: str, text: str, tokens: list[Token]) -> str:
    """Lines that hold nothing but logic become empty lines: they part paragraphs and show nothing."""
    spans = []
    for token in tokens:
        if token.kind not in _BLANK_KINDS:
            continue
        if spans and not masked[spans[-1][1] : token.start].strip(" \t\r\n" + CODE) and "\n" not in masked[spans[-1][1] : token.start]:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    covers = {token.start: token for token in tokens if token.kind not in _BLANK_KINDS}
    pieces, at = [], 0
    for start, end in spans:
        line_start = masked.rfind("\n", at, start) + 1 or (at if at == 0 else -1)
        line_end = masked.find("\n", end)
        line_end = len(masked) if line_end < 0 else line_end
        if line_start < 0 or masked[line_start:start].strip() or masked[end:line_end].strip():
            continue
        if any(place in covers for place in range(start, end) if masked[place] == CODE and place in covers):
            continue
        blank = "".join("\n" if character == "\n" else " " for character in text[start:end])
        pieces += [masked[at:start], blank]
        at = end
    pieces.append(masked[at:])
    return "".join(pieces)
