"""Apache Velocity: `$user.name`, `$!{amount}`, `#if($late) … #elseif … #else … #end`, `## comment`.

What they mean: https://velocity.apache.org/engine/2.4/vtl-reference.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.brackets import LONGEST, balanced_end
from empathy_lint.reading.template_strings import prose_strings
from empathy_lint.reading.template_syntax import STRING, Token, TokenKind

SUFFIXES: Final = (".vm", ".vtl")
_BEGUN: Final = re.compile(r"#(?:if|foreach|set|macro)\s{0,9}\(\s{0,9}!?\s{0,9}[$\w]")
_ENDED: Final = re.compile(r"#(?:end\b|\{end\})|#set\s{0,9}\(\s{0,9}\$\w")
_WORDS: Final = "if elseif else end foreach set parse include macro define stop break evaluate return".split()
_PARTS: Final = re.compile(
    rf"(?P<escaped>\\+(?=[$#]))|(?P<comment>\#\#[^\n]*|\#\*)|(?P<plain>\#\[\[|\]\]\#)"
    rf"|\#(?P<brace>\{{)?(?P<word>{'|'.join(_WORDS)})(?(brace)\}}|(?!\w))"
    rf"|\#@?(?P<macro>[A-Za-z]\w{{0,60}})(?=\()"
    rf"|(?P<reference>\$!?(?P<formal>\{{)?[A-Za-z_]\w{{0,60}})"
)
_OPENERS: Final = frozenset("if foreach macro define".split())
_WITH_ARGUMENTS: Final = frozenset("if elseif foreach set parse include macro define evaluate".split())
_GAP: Final = re.compile(r"\s{0,20}\(")
_STEP: Final = re.compile(r"\.[A-Za-z_]\w{0,60}|(?=[(\[])")
_NAME: Final = re.compile(r"\$!?\{?([A-Za-z_][\w.]*)\}?")  # in a condition
_SUBJECT: Final = re.compile(r"\s*\(\s*\$!?\{?\w{0,40}subject\}?\s*=\s*", re.I)


def is_velocity(path: str, text: str) -> bool:
    """Whether a file speaks this language: by its name, or plainly by what it says."""
    if path.endswith(SUFFIXES):
        return True
    return "#" in text and _BEGUN.search(text) is not None and _ENDED.search(text) is not None


def tokens(text: str) -> list[Token]:
    """All code of a text, in order."""
    return list(_tokens(text, 0, len(text)))


def _tokens(text: str, at: int, stop: int) -> Iterator[Token]:
    comments_end = True
    while match := _PARTS.search(text, at, stop):
        start, at = match.span()
        if match["comment"] == "#*":
            close = text.find("*#", at) if comments_end else -1
            comments_end = close >= 0
            at = close + 2 if comments_end else at
            yield Token(TokenKind.COMMENT, start, at)
        elif match["comment"]:
            yield Token(TokenKind.COMMENT, start, at)
        elif match["plain"]:
            yield Token(TokenKind.STATEMENT, start, at)
        elif match["reference"]:
            at = _reference_end(text, match)
            yield Token(TokenKind.OUTPUT, start, at)
        elif match["macro"]:
            at = balanced_end(text, at)
            in_sentence = text[start - 1 : start] == " " or text[at : at + 1] == " "
            yield Token(TokenKind.OUTPUT if in_sentence else TokenKind.STATEMENT, start, at)
        elif match["word"]:
            gap = _GAP.match(text, at) if match["word"] in _WITH_ARGUMENTS else None
            arguments = at
            at = balanced_end(text, gap.end() - 1) if gap else at
            yield from _statement(text, start, arguments, at, match["word"])


def _statement(text: str, start: int, arguments: int, end: int, word: str) -> Iterator[Token]:
    if word != "set":
        asked = _NAME.sub(r"\1", text[arguments:end])
        said = f"{word} {asked}".strip()
        yield Token(TokenKind.STATEMENT, start, end, word, said, closing=word == "end", opening=word in _OPENERS)
    elif (name := _SUBJECT.match(text, arguments, end)) and (string := STRING.match(text, name.end(), end)):
        yield Token(TokenKind.STATEMENT, start, string.start(2), "block", "block subject", opening=True)
        yield from _tokens(text, *string.span(2))
        yield Token(TokenKind.STATEMENT, string.end(2), end, "block", "end", closing=True)
    else:
        yield from _assignment(text, start, arguments, end)


def _assignment(text: str, start: int, arguments: int, end: int) -> Iterator[Token]:
    """`#set($closing = "Please call us.")`: a sentence that is printed elsewhere is prose."""
    at = start
    for first, last in prose_strings(text, arguments, end, "set"):
        yield Token(TokenKind.STATEMENT, at, first, "set", opening=at == start)
        yield from _tokens(text, first, last)
        at = last
    yield Token(TokenKind.STATEMENT, at, end, "set", closing=at > start)


def _reference_end(text: str, match: re.Match[str]) -> int:
    """Where `$user.getName("x").first` ends; a stop that no name follows is the sentence's."""
    at = match.end()
    if match["formal"]:
        close = text.find("}", at, at + 200)
        return close + 1 if close >= 0 else at
    limit = at + LONGEST
    while at < limit and (step := _STEP.match(text, at)):
        end = step.end() if step.end() > at else balanced_end(text, at)
        if end == at:
            break
        at = end
    return at
