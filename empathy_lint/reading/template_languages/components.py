"""Pages of components: Vue's `<template>`, Svelte's `{#if late} … {/if}`, HEEx's `{@user.name}` and `<.button>`.

What stands in braces is a value or code, however many braces it holds; attributes that ask are told with the elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.brackets import balanced_end
from empathy_lint.reading.template_syntax import Token, TokenKind

_VUE: Final = re.compile(
    r"<(?P<end>/?)template(?=[\s>])(?P<attributes>(?:[^<>\"']|\"[^\"]{0,500}\"|'[^']{0,500}'){0,200})>"
)
_ASKS: Final = re.compile(r"\bv-(?P<word>if|else-if|else)\b(?:\s*=\s*(?:\"(?P<asked>[^\"]*)\"|'(?P<other>[^']*)'))?")
_GOES_ON: Final = re.compile(r"\s*<template[^<>]{0,300}\sv-else")
_SVELTE: Final = re.compile(
    r"\{(?P<sign>[#:/@])(?P<word>if|else|each|await|then|catch|key|snippet|html|render|const|debug)\b|\{"
)
_RAW: Final = re.compile(r"<(script|style)\b")
_HEEX: Final = re.compile(r"(?P<tag></?\.[a-z_][\w.]{0,60})|(?P<slot></?:[a-z_]\w{0,60})|(?P<brace>\{)")
_CHOICE: Final = re.compile(
    r"\{\s*if\s+(?P<asked>[^\"{}]{1,200}?),\s*do:\s*\"(?P<said>[^\"\\#]*)\"(?:,\s*else:\s*\"(?P<other>[^\"\\#]*)\")?\s*\}"
)
_TAG_PARTS: Final = re.compile(r"\"[^\"]{0,500}\"|(?P<brace>\{)|(?P<close>>)|<")
_LONGEST: Final = 2000


def is_vue(path: str, text: str) -> bool:
    """Whether a file is a component of Vue, which its name tells."""
    return path.endswith(".vue") and "<template" in text


def is_svelte(path: str, text: str) -> bool:
    """Whether a file is a component of Svelte, which its name tells."""
    return path.endswith(".svelte") and "{" in text


def is_heex(path: str, text: str) -> bool:
    """Whether a file is a template of Phoenix, which its name tells."""
    return path.endswith(".heex") and "<" in text


def vue_tokens(text: str) -> Iterator[Token]:
    """The tags of templates, which show what they hold; `v-if` on one asks."""
    asked: list[bool] = []
    for match in _VUE.finditer(text):
        start, end = match.span()
        asks = _ASKS.search(match["attributes"])
        if match["end"]:
            closing = bool(asked) and asked.pop() and not _GOES_ON.match(text, end)
            word, said = ("if", "end") if closing else ("", "")
            yield Token(TokenKind.STATEMENT, start, end, word, said, closing=closing)
            continue
        asked.append(asks is not None)
        if asks is None:
            yield Token(TokenKind.STATEMENT, start, end)
            continue
        word = "if" if asks["word"] == "if" else "else"
        said = f"{asks['word'].replace('-', ' ')} {asks['asked'] or asks['other'] or ''}".strip()
        yield Token(TokenKind.STATEMENT, start, end, word, said, opening=word == "if")


def svelte_tokens(text: str) -> Iterator[Token]:
    """What stands in braces; scripts and styles are left alone."""
    at, raw_ends = 0, True
    while match := _SVELTE.search(text, at):
        raw = _RAW.search(text, at, match.start()) if raw_ends else None
        close = text.find(f"</{raw[1]}", raw.end()) if raw else -1
        raw_ends = raw_ends and (raw is None or close >= 0)
        if close >= 0:
            at = close + 2
            continue
        start, at = match.start(), balanced_end(text, match.start(), _LONGEST)
        if at == start:
            at = match.end()
        elif match["sign"] is None:
            yield Token(TokenKind.OUTPUT, start, at)
        else:
            yield _svelte(text, match, at)


def _svelte(text: str, match: re.Match[str], end: int) -> Token:
    sign, word = match["sign"], match["word"]
    said = f"{word} {text[match.end() : end - 1].strip()}".strip()
    if sign == "@":
        return Token(TokenKind.OUTPUT if word == "html" else TokenKind.STATEMENT, match.start(), end)
    word = "foreach" if word == "each" else word
    if sign == ":":
        return Token(TokenKind.STATEMENT, match.start(), end, "else", said if word == "else" else "else")
    closing = sign == "/"
    return Token(
        TokenKind.STATEMENT, match.start(), end, word, "end" if closing else said, closing=closing, opening=not closing
    )


def heex_tokens(text: str) -> Iterator[Token]:
    """Values in braces, and the tags of components, which show what they hold."""
    at = 0
    while match := _HEEX.search(text, at):
        start, at = match.span()
        if match["brace"]:
            at = balanced_end(text, start, _LONGEST)
            if choice := _CHOICE.fullmatch(text, start, at):
                yield from _chosen(choice)
            elif at > start:
                yield Token(TokenKind.OUTPUT, start, at)
            at = max(at, match.end())
        else:
            at = _tag_end(text, at)
            yield Token(TokenKind.STATEMENT, start, at)


def _chosen(choice: re.Match[str]) -> Iterator[Token]:
    """`{if @many, do: " and more", else: ""}`: two ways to say it, or one."""
    start, end = choice.span()
    first, last = choice.span("said")
    yield Token(TokenKind.STATEMENT, start, first, "if", f"if {choice['asked']}", opening=True)
    if choice["other"] is not None:
        yield Token(TokenKind.STATEMENT, last, choice.start("other"), "else", "else")
        last = choice.end("other")
    yield Token(TokenKind.STATEMENT, last, end, "if", "end", closing=True)


def _tag_end(text: str, at: int) -> int:
    """Behind the sign that ends a tag, whose attributes may hold code in braces."""
    stop = at + _LONGEST
    while part := _TAG_PARTS.search(text, at, stop):
        at = part.end()
        if part["close"]:
            return at
        if part["brace"]:
            at = max(balanced_end(text, part.start(), _LONGEST), at)
        elif part.group() == "<":
            return part.start()
    return at
