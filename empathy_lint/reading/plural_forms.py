"""Plural forms with intervals, as Symfony and Laravel write them: `{0} No bills|{1} One bill|]1,Inf[ %count% bills`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

_INTERVAL: Final = (
    r"\s*(?:\{\s*-?\d+(?:\s*,\s*-?\d+)*\s*\}|[\[\]]\s*(?:-?\d+|-Inf|\*)\s*,\s*(?:-?\d+|\+?Inf|\*)\s*[\[\]])\s*"
)
_FIRST: Final = re.compile(_INTERVAL)
_NEXT: Final = re.compile(rf"\|{_INTERVAL}")


def with_forms(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text in order; where it is a list of forms, each is what some readers get."""
    first = _FIRST.match(text)
    others = list(_NEXT.finditer(text)) if first is not None else []
    if first is None or not others:
        return list(tokens)
    spans = [first.span(), *(match.span() for match in others)]
    syntax = [
        Token(TokenKind.STATEMENT, start, end, "else" if number else "", opening=number == 0)
        for number, (start, end) in enumerate(spans)
    ]
    kept = [token for token in tokens if not any(start < token.end and token.start < end for start, end in spans)]
    end = Token(TokenKind.STATEMENT, len(text), len(text), "end", closing=True)
    return sorted([*syntax, *kept, end], key=lambda token: token.start)
