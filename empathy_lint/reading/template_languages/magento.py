"""Magento and Adobe Commerce: directives in double braces, and the subject in a comment at the top.

What they mean: https://developer.adobe.com/commerce/frontend-core/guide/templates/email/
"""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.template_strings import tokens_of_string
from empathy_lint.reading.template_syntax import STRING, Token, TokenKind

_SPOKEN: Final = re.compile(r"\{\{(?:trans [\"']|var |depend |template config_path=)|<!--@subject")
_DIRECTIVE: Final = re.compile(r"\s*(?P<end>/?)(?P<word>[a-z]+)\b\s*")
_SUBJECT: Final = re.compile(r"<!--@subject\s*(.*?)\s*@-->", re.DOTALL)
_NAMES: Final = r"(?<![\w%])%[A-Za-z_]\w{0,60}"  # "Your order #%increment_id", its value follows the string
_BLOCKS: Final = {"depend": "if", "if": "if", "for": "for"}
# What puts whole parts of a page, or nothing that is read, where it stands.
_PARTS: Final = frozenset("template layout block css inlinecss include widget skin".split())


def is_magento(text: str) -> bool:
    """Whether a file speaks this language; its braces mean other things elsewhere."""
    return _SPOKEN.search(text) is not None


def subject_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the subject of text[start:end] is written."""
    match = _SUBJECT.search(text, start, end)
    return match.span(1) if match else None


def translated_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words of `{{trans "…"}}`, whose code is text[start:end]."""
    match = _DIRECTIVE.match(text, start, end)
    string = STRING.match(text, match.end(), end) if match and match["word"] == "trans" else None
    return string.span(2) if string else None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The directive text[start:end], braces included; words to be translated stay outside the tokens."""
    spoken = translated_span(text, start + 2, end - 2)
    if spoken is not None:
        return [
            Token(TokenKind.STATEMENT, start, spoken[0]),
            *tokens_of_string(text, *spoken, names=_NAMES),
            Token(TokenKind.STATEMENT, spoken[1], end),
        ]
    match = _DIRECTIVE.match(text, start + 2, end - 2)
    word = match["word"] if match else ""
    closing = bool(match and match["end"])
    if word in _BLOCKS or word == "else":
        opening = word != "else" and not closing
        return [
            Token(TokenKind.STATEMENT, start, end, _BLOCKS.get(word, word), closing=closing, opening=opening),
        ]
    kind = TokenKind.STATEMENT if word in _PARTS or closing else TokenKind.OUTPUT
    return [Token(kind, start, end)]
