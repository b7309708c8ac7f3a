"""Mako: lines of code behind `%`, comments behind `##`, and tags such as `<%def name="subject()">`.

What they mean: https://docs.makotemplates.org/en/latest/syntax.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.brackets import balanced_end
from empathy_lint.reading.template_syntax import Token, TokenKind

SUFFIXES: Final = (".mako", ".mak")
_TAGS: Final = "inherit|def|block|namespace|include|page|call|doc|text"
_SPOKEN: Final = re.compile(rf"<%(?:{_TAGS})\b[^<>%]{{0,300}}>")
_BEGUN: Final = re.compile(r"^[ \t]*%[ \t]?(?:if|for)\b[^\n]{1,300}:[ \t]*$", re.MULTILINE)
_ENDED: Final = re.compile(r"^[ \t]*%[ \t]?end(?:if|for)[ \t]*$", re.MULTILINE)
_PARTS: Final = re.compile(
    r"^[ \t]*(?:(?P<comment>\#\#[^\n]*)|(?P<line>%(?!%)[ \t]*(?P<word>\w*)(?P<rest>(?:[^\n\\]|\\\r?\n|\\)*)))"
    r"|<(?P<end>/?)%(?P<tag>[a-z]\w{0,40}(?:[.:]\w{1,40}){0,3})(?P<attributes>(?=[\s/>])(?:[^<>\"']|\"[^\"]{0,300}\"|'[^']{0,300}'){0,400})>"
    r"|(?P<joined>\\\r?\n)|(?P<value>\$(?=\{))",
    re.MULTILINE,
)
_NAME: Final = re.compile(r"\bname\s*=\s*[\"']\s*([\w.-]{1,60})")
_NAMED: Final = frozenset({"def", "block"})
_OPENERS: Final = frozenset({"if", "for", "while"})


def is_mako(path: str, text: str) -> bool:
    """Whether a file speaks this language: by its name, or plainly by what it says."""
    if path.endswith(SUFFIXES) or ("<%" in text and _SPOKEN.search(text) is not None):
        return True
    return "%" in text and _ENDED.search(text) is not None and _BEGUN.search(text) is not None


def tokens(text: str) -> Iterator[Token]:
    """All code of a text that no other language has, in order."""
    at, docs_end = 0, True
    while match := _PARTS.search(text, at):
        start, at = match.span()
        if match["comment"] or match["joined"]:
            yield Token(TokenKind.COMMENT, start, at)
        elif match["value"]:
            at = balanced_end(text, at)
            if at > match.end():
                yield Token(TokenKind.OUTPUT, start, at)
        elif match["line"]:
            word = match["word"].removeprefix("end")
            closing = word != match["word"]
            said = "end" if closing else f"{word} {match['rest'].strip().removesuffix(':')}".strip()
            yield Token(TokenKind.STATEMENT, start, at, word, said, closing=closing, opening=match["word"] in _OPENERS)
        elif match["tag"] == "doc" and not match["end"]:
            close = text.find("</%doc>", at) if docs_end else -1
            docs_end = close >= 0
            at = close + len("</%doc>") if docs_end else at
            yield Token(TokenKind.COMMENT, start, at)
        else:
            yield _tag(match)


def _tag(match: re.Match[str]) -> Token:
    if match["tag"] not in _NAMED or match["attributes"].endswith("/"):
        return Token(TokenKind.STATEMENT, *match.span())
    name = _NAME.search(match["attributes"])
    if match["end"]:
        return Token(TokenKind.STATEMENT, *match.span(), "block", "end", closing=True)
    return Token(TokenKind.STATEMENT, *match.span(), "block", f"block {name[1] if name else ''}".strip(), opening=True)
