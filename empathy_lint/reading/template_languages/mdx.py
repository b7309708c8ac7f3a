"""Code in MDX: the lines that import and export, and expressions in braces; what stands between them is Markdown.

One pass: what is open is on a stack, so braces that nothing closes cost no more than others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

_IN_TEXT: Final = re.compile(
    r"(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,}))|(?P<code>`[^`\n]*`)|(?P<escaped>\\.)|(?P<brace>[{}])"
    r"|(?P<lines>^(?:import[ \t]*[\w*{\"']|export[ \t]+(?:const|let|var|function|async|class|default|\*|\{)))",
    re.MULTILINE,
)
# Strings, comments and brackets; an apostrophe of a text that stands in a tag reaches to the end of its line at most.
_IN_CODE: Final = re.compile(
    r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\]){0,2000}`|/\*(?:[^*]|\*(?!/)){0,500}\*/"
    r"|(?<!:)//[^\n]*|[{}()\[\]]|\n[ \t]*(?:\n|\Z)|\Z"
)
_SPACE: Final = re.compile(r"\{\s*([\"'])[ \t]+\1\s*\}")
_COMMENT: Final = re.compile(r"\{\s*/\*.*\*/\s*\}", re.DOTALL)
_LONGEST_OUTPUT: Final = 200


def with_mdx(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with those of MDX; code of other languages inside its code is no longer told apart."""
    known = {(token.start, token.end) for token in tokens}
    spans = [span for span in _spans(text) if span not in known]
    kept, at = [], 0
    for token in tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans) or token.end <= spans[at][0]:
            kept.append(token)
    return sorted([*kept, *(_token(text, *span) for span in spans)], key=lambda token: token.start)


def _token(text: str, start: int, end: int) -> Token:
    code = text[start:end]
    if _SPACE.fullmatch(code):
        return Token(TokenKind.ESCAPE, start, end, text=" ")
    if _COMMENT.fullmatch(code):
        return Token(TokenKind.COMMENT, start, end)
    return Token(TokenKind.OUTPUT if _is_output(text, start, end) else TokenKind.STATEMENT, start, end)


def _is_output(text: str, start: int, end: int) -> bool:
    """Whether an expression stands for words of a line: beside others, and short."""
    code = text[start:end]
    if not code.startswith("{") or "\n" in code or "<" in code or len(code) > _LONGEST_OUTPUT:
        return False
    before = text[max(start - _LONGEST_OUTPUT, 0) : start].rpartition("\n")[2]
    behind = text[end : end + _LONGEST_OUTPUT].partition("\n")[0]
    return bool((before + behind).strip()) and not before.endswith("=")


def _spans(text: str) -> list[tuple[int, int]]:
    """Where code stands, in order; none within another."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    at, ends = 0, True
    while match := (_IN_CODE if opened else _IN_TEXT).search(text, at):
        at = match.end()
        written = match.group()
        if opened:
            if match.start() == len(text):
                break
            if written == "{":
                opened.append(match.start())
            elif written == "}":
                _close(found, opened.pop(), at)
        elif match["brace"] == "{":
            opened.append(match.start())
        elif match["fence"]:
            at = _fence_end(text, match)
        elif match["lines"]:
            end = _statement_end(text, match.start()) if ends else -1
            ends = end >= 0
            at = end if ends else _paragraph_end(text, match.start())
            found.append((match.start(), at))
    return found


def _close(found: list[tuple[int, int]], start: int, end: int) -> None:
    while found and found[-1][0] > start:
        found.pop()
    found.append((start, end))


def _fence_end(text: str, fence: re.Match[str]) -> int:
    close = re.compile(rf"^[ \t]*{fence['mark']}", re.MULTILINE).search(text, fence.end())
    return close.end() if close else len(text)


def _statement_end(text: str, start: int) -> int:
    """The end of the lines that import or export: an empty line outside of brackets; -1 where brackets stay open."""
    depth = 0
    for part in _IN_CODE.finditer(text, start):
        written = part.group()
        if written in ("{", "(", "["):
            depth += 1
        elif written in ("}", ")", "]"):
            depth -= 1
        elif not written.strip() and depth <= 0:
            return part.start()
    return -1


def _paragraph_end(text: str, start: int) -> int:
    end = re.compile(r"\n[ \t]*\n|\Z").search(text, start)
    return end.start() if end else len(text)
