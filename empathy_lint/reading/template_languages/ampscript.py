"""AMPscript of Salesforce Marketing Cloud: what a block `%%[ … ]%%` opens, divides and closes.

One block may hold many statements, in any case: `%%[ SET @n = 1 IF @late == "yes" THEN ]%%`.
"""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

# Comments and strings are passed over, so that their words are no statements.
_PARTS: Final = re.compile(
    r"""/\*.*?(?:\*/|$)|"[^"]*"|'[^']*'|(?<![\w@:.])(?P<word>if|elseif|then|else|endif|for|do|next)(?!\w)""",
    re.DOTALL | re.I,
)
_CLOSERS: Final = {"endif": "if", "next": "for"}
_OPENERS: Final = frozenset(_CLOSERS.values())
_CONDITIONAL: Final = frozenset({"if", "elseif", "for"})
_CONDITION_ENDS: Final = frozenset({"then", "do"})
_FETCHED_CONTENT: Final = re.compile(r"\s*(?:ContentBlock\w*|ContentArea\w*|TreatAsContent\w*|HTTPGet)\s*\(", re.I)


def block_tokens(text: str, start: int, end: int) -> list[Token]:
    """Statements over the block text[start:end], without a gap.

    One for each word that reaches beyond the block, with its condition, and nameless ones for what stands between.
    """
    tokens, at = [], start
    for word, begin, stop in _reaching_out(text, start, end):
        closes = _CLOSERS.get(word)
        tokens.append(Token(TokenKind.STATEMENT, at, begin))
        tokens.append(
            Token(TokenKind.STATEMENT, begin, stop, closes or word, closing=bool(closes), opening=word in _OPENERS)
        )
        at = stop
    return [*tokens, Token(TokenKind.STATEMENT, at, end)]


def is_content(text: str, start: int, end: int) -> bool:
    """Whether an expression fetches whole passages, not words of a sentence."""
    return _FETCHED_CONTENT.match(text, start, end) is not None


def _reaching_out(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words that open, divide or close what is around the block, as (word, start, end with its condition).

    What begins and ends inside the block is left out.
    """
    words: list[tuple[str, int, int]] = []
    opened: dict[str, list[int]] = {word: [] for word in _OPENERS}  # places in `words` of what is not closed yet
    for match in _PARTS.finditer(text, start, end):
        word = (match["word"] or "").lower()
        if word in _CONDITION_ENDS and words and words[-1][0] in _CONDITIONAL:
            words[-1] = (*words[-1][:2], match.start())
        elif word in _CLOSERS and opened[_CLOSERS[word]]:
            del words[opened[_CLOSERS[word]].pop() :]
            for places in opened.values():  # what was open inside goes with it
                while places and places[-1] >= len(words):
                    places.pop()
        elif word and word not in _CONDITION_ENDS:
            if word in _OPENERS:
                opened[word].append(len(words))
            words.append((word, *match.span()))
    return words
