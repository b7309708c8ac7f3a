"""What the value of `th:text` prints: `'Dear ' + ${name}`, `|Dear ${name}|`, `${late} ? 'Pay now.' : 'Thank you.'`.

Texts in it are prose, values are placeholders, and two texts of which one is chosen are branches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

_VALUE: Final = r"[$*#@~]\{(?:[^{}]|\{[^{}]*\})*\}"
_LEXEME: Final = re.compile(
    rf"(?P<text>'(?:\\.|[^'\\])*')|(?P<pattern>\|[^|]*\|)|(?P<value>{_VALUE})|(?P<default>\?:)|(?P<sign>[()?:+])"
    r"|(?P<compared>[=!]=|[<>]=?|&[lg]t;=?|&amp;&amp;|&&|\b(?:and|or|not|[gl][te]|eq|neq?)\b|!)|(?P<word>[^\s'|()?:+=!<>]+)",
    re.DOTALL,
)
_PRINTED: Final = re.compile(
    rf"(?P<value>{_VALUE})|(?P<escape>\\[\\'])|(?P<line>(?:<|&lt;)br\s*/?(?:>|&gt;))"
    r"|(?P<tag>(?:<|&lt;)/?[A-Za-z](?:(?!&[lg]t;)[^<>])*(?:>|&gt;))",
    re.IGNORECASE,
)
_DEEPEST: Final = 20  # choices and parentheses within each other
_LONGEST: Final = 2_000  # characters; a longer value is not looked into


class _Role(Enum):
    TEXT = "text"
    VALUE = "value"
    CHOICE = "choice"  # here begins the condition that chooses one of several texts …
    OTHER = "other"  # … here another of them
    CHOSEN = "chosen"  # … and here the last one has ended


_WORDS: Final = {_Role.CHOICE: "", _Role.OTHER: "else", _Role.CHOSEN: "end"}


@dataclass(frozen=True, slots=True)
class _Step:
    """What a value prints from `start` to `end`, or where a choice begins, goes on or has ended."""

    role: _Role
    start: int
    end: int


def tokens_of_value(text: str, start: int, end: int, *, is_html: bool) -> list[Token]:
    """Tokens over all of the value text[start:end] but the words that it prints; one stands at its beginning.

    `is_html` says that the words are printed as HTML, so tags among them are none.
    """
    steps = _steps_of(text, start, end) if end - start <= _LONGEST else []
    if not any(step.role is _Role.TEXT for step in steps):
        return [Token(TokenKind.OUTPUT, start, end)]
    tokens: list[Token] = []
    turns: list[_Step] = []
    at = start
    for step in steps:
        if step.role in _WORDS:
            turns.append(step)
            continue
        first, last = (step.start + 1, step.end - 1) if step.role is _Role.TEXT else (step.start, step.end)
        tokens += _code(at, first, turns)
        tokens += _words(text, first, last, is_html) if step.role is _Role.TEXT else [_output(first, last)]
        at, turns = last, []
    return [*tokens, *_code(at, end, turns)]


def quote_at(text: str, start: int, end: int, at: int) -> str:
    """The sign that begins the words of the value text[start:end] in which `at` stands; an empty string for none."""
    words = (match for match in _LEXEME.finditer(text, start, end) if match.lastgroup in ("text", "pattern"))
    return next((match.group()[0] for match in words if match.start() < at < match.end()), "")


def _code(start: int, end: int, turns: Sequence[_Step]) -> Iterator[Token]:
    """Statements over text[start:end], one for each turn that a choice takes there."""
    at, word, opening = start, "", False
    for turn in turns:
        if at < turn.start:
            yield Token(TokenKind.STATEMENT, at, turn.start, word, closing=word == "end", opening=opening)
            at = turn.start
        word, opening = _WORDS[turn.role], turn.role is _Role.CHOICE
    if at < end:
        yield Token(TokenKind.STATEMENT, at, end, word, closing=word == "end", opening=opening)


def _words(text: str, start: int, end: int, is_html: bool) -> Iterator[Token]:
    """What is no words inside of a text."""
    in_pattern = text[start - 1] == "|"
    for match in _PRINTED.finditer(text, start, end):
        if match["value"] and in_pattern:
            yield _output(*match.span())
        elif match["escape"] and not in_pattern:
            yield Token(TokenKind.ESCAPE, *match.span(), text=match.group()[1])
        elif match["line"] and is_html:
            yield Token(TokenKind.ESCAPE, *match.span(), text="\n")
        elif match["tag"] and is_html:
            yield Token(TokenKind.STATEMENT, *match.span())


def _output(start: int, end: int) -> Token:
    return Token(TokenKind.OUTPUT, start, end)


def _steps_of(text: str, start: int, end: int) -> list[_Step]:
    steps = list(_Printer(text).steps(list(_LEXEME.finditer(text, start, end)), 0))
    # A choice that ends with the value leaves no room to say so behind a placeholder: it has but its other texts.
    if len(steps) > 1 and steps[-1].role is _Role.CHOSEN and steps[-2].role is _Role.VALUE and steps[-2].end == end:
        del steps[-2]
    return steps


class _Printer:
    """Follows an expression by falling precedence: defaults, choices, sums, single parts."""

    def __init__(self, text: str) -> None:
        self._text = text

    def steps(self, lexemes: Sequence[re.Match[str]], depth: int) -> Iterator[_Step]:
        """What an expression prints, in order."""
        lexemes = _unwrapped(lexemes)
        if not lexemes or depth > _DEEPEST:
            return
        outer = list(_outer(lexemes))
        start, end = lexemes[0].start(), lexemes[-1].end()
        asked = next((number for number in outer if lexemes[number].group() == "?"), None)
        if asked is not None:
            yield from self._choice(lexemes, asked, outer, depth)
        elif any(lexemes[number].lastgroup in ("default", "compared") for number in outer):
            yield _Step(_Role.VALUE, start, end)
        else:
            marks = [number for number in outer if lexemes[number].group() == "+"]
            for first, last in zip([-1, *marks], [*marks, len(lexemes)], strict=True):
                yield from self._part(lexemes[first + 1 : last], depth)

    def _choice(
        self, lexemes: Sequence[re.Match[str]], asked: int, outer: Sequence[int], depth: int
    ) -> Iterator[_Step]:
        other = next((n for n in reversed(outer) if n > asked and lexemes[n].group() == ":"), len(lexemes))
        first = list(self.steps(lexemes[asked + 1 : other], depth + 1))
        second = list(self.steps(lexemes[other + 1 :], depth + 1))
        end = lexemes[-1].end()
        if not any(step.role is _Role.TEXT for step in (*first, *second)):
            yield _Step(_Role.VALUE, lexemes[0].start(), end)
            return
        if other == len(lexemes):  # where the condition does not hold, nothing is printed
            yield from first
            return
        yield _Step(_Role.CHOICE, lexemes[0].start(), lexemes[0].start())
        yield from first
        yield _Step(_Role.OTHER, lexemes[other].start(), lexemes[other].start())
        yield from second
        # The sign that ends a text is the last place that is no word of it.
        at = end - 1 if second and second[-1].end == end else end
        yield _Step(_Role.CHOSEN, at, at)

    def _part(self, lexemes: Sequence[re.Match[str]], depth: int) -> Iterator[_Step]:
        """A text, a value, or more of an expression in parentheses."""
        if not lexemes:
            return
        only = lexemes[0]
        start, end = only.start(), lexemes[-1].end()
        if len(lexemes) > 1 and only.group() == "(":
            yield from self.steps(lexemes, depth + 1) if _unwrapped(lexemes) is not lexemes else ()
        elif only.lastgroup in ("text", "pattern") and len(lexemes) == 1:
            yield _Step(_Role.TEXT, start, end)
        elif only.lastgroup == "value" and "?" in only.group() and "'" in only.group():
            inner = list(_LEXEME.finditer(self._text, start + 2, only.end() - 1))
            steps = list(self.steps(inner, depth + 1))
            if steps and steps[0].role is _Role.CHOICE:
                yield _Step(_Role.CHOICE, start, start)
                yield from steps[1:]
            else:
                yield _Step(_Role.VALUE, start, end)
        elif only.lastgroup == "value":
            yield _Step(_Role.VALUE, start, end)


def _outer(lexemes: Sequence[re.Match[str]]) -> Iterator[int]:
    """The numbers of the lexemes that stand in no parentheses."""
    depth = 0
    for number, lexeme in enumerate(lexemes):
        depth -= lexeme.group() == ")"
        if depth == 0 and lexeme.group() not in ("(", ")"):
            yield number
        depth += lexeme.group() == "("


def _unwrapped(lexemes: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Without parentheses around the whole."""
    while len(lexemes) > 1 and lexemes[0].group() == "(" and lexemes[-1].group() == ")":
        if next(_outer(lexemes), None) is not None:
            return lexemes
        depths = 0
        for lexeme in lexemes[:-1]:
            depths += (lexeme.group() == "(") - (lexeme.group() == ")")
            if depths == 0:
                return lexemes
        lexemes = lexemes[1:-1]
    return lexemes
