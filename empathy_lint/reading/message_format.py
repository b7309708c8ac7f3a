"""ICU MessageFormat inside of a text: `{count, plural, one {# day} other {# days}}` is one choice of two wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

CHOICE: Final = re.compile(r"\{\s*([\w.]+)\s*,\s*(?:plural|selectordinal|select)\s*,")
SELECTOR: Final = re.compile(r"(=?\w+)\s*\{$")
_VALUE: Final = re.compile(
    r"\{\s*[\w.]{1,40}\s*,\s*(?:number|date|time|spellout|ordinal|duration)\s*(?:,[^{}]{0,80})?\}"
)
_PART: Final = re.compile(rf"(?P<choice>{CHOICE.pattern})|(?P<value>{_VALUE.pattern})|(?P<brace>[{{}}])|(?P<number>#)")


def with_choices(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text in order, with those of its choices in place of whatever was found in their syntax."""
    found = _choices(text)
    if not found:
        return list(tokens)
    kept, number = [], 0
    for token in tokens:
        while number < len(found) and found[number].end <= token.start:
            number += 1
        if number == len(found) or found[number].start >= token.end:
            kept.append(token)
    return sorted([*found, *kept], key=lambda token: token.start)


def _choices(text: str) -> list[Token]:
    """Statements for the syntax of all choices that are whole, and outputs for the numbers in them."""
    if CHOICE.search(text) is None and _VALUE.search(text) is None:
        return []
    whole: list[Token] = []
    open_tokens: list[Token] = []  # of the outermost choice, until it is closed
    frames: list[list[int]] = []  # of a choice: where its syntax begins, and how many arms it has; empty for a brace
    for match in _PART.finditer(text):
        top = frames[-1] if frames else []
        if top and (match["choice"] or match["value"] or match["brace"] == "{"):
            # Where an arm begins there is no value and no other choice: whatever follows the brace is the arm's text.
            role = "" if top[1] == 0 else "else"
            open_tokens.append(Token(TokenKind.STATEMENT, top[0], match.start() + 1, role, opening=top[1] == 0))
            top[1] += 1
            if match["value"]:
                top[0] = match.end() - 1  # its own brace ends the arm
            else:
                frames.append([])
        elif match["choice"]:
            frames.append([match.start(), 0])
        elif match["value"] or (match["number"] and _is_arm(frames)):
            target = open_tokens if any(frames) else whole
            target.append(Token(TokenKind.OUTPUT, *match.span()))
        elif match["brace"] == "{":
            frames.append([])
        elif match["brace"] and frames:
            frames.pop()
            if top and top[1]:
                open_tokens.append(Token(TokenKind.STATEMENT, top[0], match.end(), "end", closing=True))
            elif frames and frames[-1]:
                frames[-1][0] = match.start()
            if not any(frames):
                whole += open_tokens
                open_tokens = []
    return whole


def _is_arm(frames: Iterable[list[int]]) -> bool:
    rows = list(frames)[-2:]
    return len(rows) == 2 and bool(rows[0]) and not rows[1]
