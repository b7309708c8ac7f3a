"""Latte: `{block subject}…{/block}`, `{_'…'}`, `{=$x}` beside what it shares with Smarty (`{$x}`, `{if}`, `{* *}`).

What they mean: https://latte.nette.org/en/tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.template_strings import tokens_of_string
from empathy_lint.reading.template_syntax import STRING, Token, TokenKind

SUFFIX: Final = ".latte"
_SILENT: Final = (
    "layout|extends|include|import|var|default|varType|templateType|parameters|php|do|dump|contentType|syntax|snippet"
    "|snippetArea|sep|first|last|continueIf|breakIf|skipIf|exitIf|embed|control|input|label|form|spaceless|varPrint"
    "|templatePrint|trace|debugbreak|rollback|try|capture|sandbox|cache|formContainer|inputError"
)
_PARTS: Final = re.compile(
    r"(?P<comment>\{\*)"
    r"|\{(?P<end>/?)(?:"
    r"(?P<named>block|define)(?:\s+(?:local\s+)?\#?(?P<name>[\w-]{1,60}))?(?:\s*[|,][^{}\n]{0,200})?"
    r"|(?P<asks>ifset|ifchanged|if|elseifset|elseif|else|foreach|for|while|switch|case)\b(?P<asked>[^{}\n]{0,300})"
    r"|(?P<translates>_|translate)(?P<words>\s*(?:\"[^\"\n]{1,500}\"|'[^'\n]{1,500}')[^{}\n]{0,200})?"
    rf"|(?P<silent>(?:{_SILENT})\b[^{{}}\n]{{0,300}})"
    r"|(?P<value>(?:=|link\b|plink\b|\$)[^{}\n]{0,300})"
    r"|(?P<brace>[lr]))\}"
)
_LOOPS: Final = frozenset({"foreach", "for", "while"})


def is_latte(path: str, text: str) -> bool:
    """Whether a file speaks this language, which its name tells."""
    return path.endswith(SUFFIX) and "{" in text


def tokens(text: str) -> Iterator[Token]:
    """All code of a text, in order."""
    at, comments_end = 0, True
    while match := _PARTS.search(text, at):
        start, end = match.span()
        at = end
        closing = match["end"] == "/"
        if match["comment"]:
            close = text.find("*}", end) if comments_end else -1
            comments_end = close >= 0
            at = close + 2 if comments_end else end
            yield Token(TokenKind.COMMENT, start, at)
        elif match["brace"]:
            yield Token(TokenKind.ESCAPE, start, end, text="{" if match["brace"] == "l" else "}")
        elif match["named"]:
            said = "end" if closing else f"block {match['name'] or ''}".strip()
            yield Token(TokenKind.STATEMENT, start, end, "block", said, closing=closing, opening=not closing)
        elif match["asks"]:
            yield _asking(match, closing=closing)
        elif match["translates"]:
            yield from _translated(text, match, closing=closing)
        else:
            yield Token(TokenKind.OUTPUT if match["value"] and not closing else TokenKind.STATEMENT, start, end)


def _asking(match: re.Match[str], *, closing: bool) -> Token:
    word = match["asks"].replace("ifset", "if").replace("ifchanged", "if")
    asked = f"isset({match['asked'].strip()})" if "set" in match["asks"] else match["asked"].strip()
    said = "end" if closing else f"{'when' if word == 'case' else word} {asked}".strip()
    opening = not closing and (word in ("if", "switch") or word in _LOOPS)
    word = "when" if word == "case" else word
    return Token(TokenKind.STATEMENT, *match.span(), word, said, closing=closing, opening=opening)


def _translated(text: str, match: re.Match[str], *, closing: bool) -> Iterator[Token]:
    """`{_'words'}` and `{_}words{/_}`, whose words translations are found by; `{_'a.key'}` is a value."""
    start, end = match.span()
    string = STRING.search(text, start, end) if match["words"] else None
    if string is None:
        said = "end" if closing else "trans"
        yield Token(TokenKind.STATEMENT, start, end, "trans", said, closing=closing, opening=not closing)
    elif " " not in string[2].strip():
        yield Token(TokenKind.OUTPUT, start, end)
    else:
        yield Token(TokenKind.STATEMENT, start, string.start(2), "trans", "trans", opening=True)
        yield from tokens_of_string(text, *string.span(2))
        yield Token(TokenKind.STATEMENT, string.end(2), end, "trans", "end", closing=True)
