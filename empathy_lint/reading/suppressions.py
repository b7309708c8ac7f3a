"""Comments by which an author silences a rule here, with a reason.

    empathy-lint: ignore-next RULE[, RULE] -- reason     the next line that holds text
    empathy-lint: off RULE[, RULE] -- reason             from here …
    empathy-lint: on                                     … to here, or to the end of the file
    empathy-lint: ignore-file RULE[, RULE] -- reason     the whole file

Without a rule, all rules are meant. `lint-off: reason` and `lint-on` are the same as `off` and `on` for all rules.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from empathy_lint.errors import Problem, nearest
from empathy_lint.reading.message import Source, Suppression
from empathy_lint.reading.template_syntax import Token, TokenKind

VERBS: Final = ("off", "on", "ignore-next", "ignore-file")
_MARKER: Final = re.compile(r"(?:empathy-lint:|lint-o(?:ff|n)\b)[^\n]*")
_TEXT_COMMENT: Final = re.compile(r"^[ \t]*(?:#|//)[ \t]*(?=empathy-lint:|lint-o(?:ff|n)\b)[^\n]*", re.MULTILINE)
_REASON_AFTER: Final = re.compile(r"(?:^|(?<=\s))(?:--|—|–)(?=\s|$)")
_NAME: Final = re.compile(r"[\w-]+")
_COMMENT_ENDS: Final = ("--}}", "--%>", "-->", "}}", "#}", "*}", "%}", "%>", "?>", "*/", "{%")
_HIDDEN_LINE: Final = re.compile(r"[ \t]*(?:<!--|\{#|\{\{!|<%#|\{\*|<#--|\{%)[^\n]*(?:\n|\Z)")


@dataclass(frozen=True)
class _Directive:
    verb: str
    rules: frozenset[str]
    reason: str
    start: int
    end: int


def text_comments(source: Source, tokens: list[Token]) -> list[Token]:
    """Tokens for lines of plain text that are nothing but a directive, in order with `tokens`."""
    starts = [token.start for token in tokens]

    def is_free(start: int, end: int) -> bool:
        before = bisect.bisect_left(starts, end) - 1
        return before < 0 or tokens[before].end <= start

    lines = [
        Token(TokenKind.COMMENT, match.start(), match.end())
        for match in _TEXT_COMMENT.finditer(source.text)
        if is_free(*match.span())
    ]
    return sorted([*tokens, *lines], key=lambda token: token.start)


def read_suppressions(source: Source, tokens: list[Token]) -> tuple[tuple[Suppression, ...], list[Problem]]:
    """The suppressions that the comments of a source ask for, and what is wrong with them."""
    if "lint" not in source.text:
        return (), []
    comments = [(token.start, token.end) for token in tokens if token.kind is TokenKind.COMMENT or token.word == "php"]
    comments += _html_comments(source.text)
    comments += [(token.start, token.end) for token in tokens if token.kind is TokenKind.STATEMENT]
    directives: list[_Directive] = []
    problems: list[Problem] = []
    for start, end in sorted(set(comments)):
        for marker in _MARKER.finditer(source.text, start, end):
            directive = _parsed(source, marker, start, end, problems)
            if directive is not None:
                directives.append(directive)
    return tuple(_spread(source, directives, partial(_next_line_end, source.text))), problems


def suppressions_of_container(
    source: Source, comments: Sequence[tuple[int, int]], entries: Sequence[tuple[int, int]]
) -> tuple[tuple[Suppression, ...], list[Problem]]:
    """The suppressions that a container's own comments ask for; what comes next is an entry, not a line.

    `comments` and `entries` are stretches of the source in order.
    """
    problems: list[Problem] = []
    directives = [
        directive
        for start, end in comments
        for marker in _MARKER.finditer(source.text, start, end)
        if (directive := _parsed(source, marker, start, end, problems)) is not None
    ]
    starts = [start for start, _ in entries]

    def next_end(at: int) -> int:
        number = bisect.bisect_left(starts, at)
        return entries[number][1] if number < len(entries) else len(source.text)

    return tuple(_spread(source, directives, next_end)), problems


def _html_comments(text: str) -> list[tuple[int, int]]:
    found = []
    at = text.find("<!--")
    while at >= 0 and (close := text.find("-->", at + 4)) >= 0:
        found.append((at, close + 3))
        at = text.find("<!--", close + 3)
    return found


def _parsed(source: Source, marker: re.Match[str], start: int, end: int, problems: list[Problem]) -> _Directive | None:
    verb, rules, reason = _words_of(marker.group())
    place = source.position(marker.start())

    def problem(message: str, remedy: str) -> None:
        problems.append(Problem(source.path, message, remedy, place.line, place.column))

    if not verb:
        problem("This comment to empathy-lint says nothing.", "Write: empathy-lint: ignore-next RULE -- reason")
        return None
    if verb not in VERBS:
        problem(f"“{verb}” is nothing that empathy-lint knows.", nearest(verb, VERBS))
        return None
    if verb != "on" and not reason:
        problem("This comment silences a rule without saying why.", "Add a reason: … -- reason")
        return None
    return _Directive(verb, rules, reason, start, end)


def _words_of(directive: str) -> tuple[str, frozenset[str], str]:
    """Verb, rules and reason of `empathy-lint: VERB RULES -- REASON` or `lint-VERB: REASON`."""
    ends = [place for ending in _COMMENT_ENDS if (place := directive.find(ending)) >= 0]
    text = directive[: min(ends, default=len(directive))].rstrip()
    if text.startswith("lint-"):
        verb, _, reason = text.removeprefix("lint-").partition(":")
        return verb.strip(), frozenset(), reason.strip()
    text = text.partition(":")[2]
    split = _REASON_AFTER.search(text)
    head, reason = (text[: split.start()], text[split.end() :]) if split else (text, "")
    names = _NAME.findall(head)
    return (names[0] if names else ""), frozenset(names[1:]), reason.strip()


def _spread(source: Source, directives: list[_Directive], next_end: Callable[[int], int]) -> list[Suppression]:
    """How far each directive reaches; `next_end` tells where what follows an offset ends."""
    rows = []
    for number, row in enumerate(directives):
        if row.verb == "ignore-file":
            rows.append(Suppression(row.rules, row.reason, 0, len(source.text), row.start))
        elif row.verb == "ignore-next":
            rows.append(Suppression(row.rules, row.reason, row.end, next_end(row.end), row.start))
        elif row.verb == "off":
            ends = (later.start for later in directives[number + 1 :] if _ends(later, row))
            rows.append(Suppression(row.rules, row.reason, row.end, next(ends, len(source.text)), row.start))
    return rows


def _ends(later: _Directive, row: _Directive) -> bool:
    return later.verb == "on" and (not later.rules or not row.rules or bool(later.rules & row.rules))


def _next_line_end(text: str, at: int) -> int:
    """The end of the next line that holds more than white space and comments."""
    line_end = text.find("\n", at)
    if line_end >= 0 and text[at:line_end].strip():
        return line_end
    while line_end >= 0:
        start = line_end + 1
        line_end = text.find("\n", start)
        line = text[start : line_end if line_end >= 0 else len(text)]
        if line.strip() and not _HIDDEN_LINE.fullmatch(line + "\n"):
            return line_end if line_end >= 0 else len(text)
    return len(text)
