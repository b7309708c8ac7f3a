"""The other files that a template names: those it includes, and the layout it is put into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind


@dataclass(frozen=True, slots=True)
class Reference:
    """source[start:end] names another file; a layout is put around the template, anything else stands in its place."""

    name: str
    start: int
    end: int
    is_layout: bool = False


_STRING: Final = r"""["']([^"'\n{}<>]{1,200})["']"""
# Code, without its delimiters, that puts another file in its place.
_INCLUDES: Final = (
    re.compile(rf"\s*[-~]?\s*(?:include|embed)\s*\(?\s*(?:file\s*=\s*)?{_STRING}"),  # Jinja, Twig, Liquid, EJS, Smarty
    re.compile(rf"\s*[-~]?\s*(?:render|sections?)\s+{_STRING}"),  # Liquid
    re.compile(rf"\s*=?\s*render\s*\(?\s*(?:partial:\s*)?{_STRING}"),  # ERB
    re.compile(r"\s*-?\s*include\s+([\w./-]{1,200})\s*;?\s*\Z"),  # EJS, Jekyll
    re.compile(rf"\s*#?>\s*(?:{_STRING}|([\w./-]{{1,200}}))"),  # Handlebars, Mustache
    re.compile(rf"\s*-?\s*template\s+{_STRING}"),  # Go
    re.compile(rf"(?:include|includeIf|component)\s*\(\s*{_STRING}"),  # Blade
)
_LAYOUTS: Final = (
    re.compile(
        rf"\s*[-~]?\s*(?:extends|layout|inherit)\s*\(?\s*(?:file\s*=\s*)?{_STRING}"
    ),  # Jinja, Smarty, Blade, Mako
)
_MJ_INCLUDE: Final = re.compile(rf"<mj-include\s[^<>]{{0,200}}?\bpath\s*=\s*{_STRING}[^<>]{{0,200}}>", re.IGNORECASE)
_PARTIAL_BLOCK: Final = re.compile(r"\{\{#>\s*")
_DELIMITER: Final = re.compile(r"\{\{\{?|\{%|<%[=-]?|<#|@|\{")
_LONGEST: Final = 400  # characters of code that are searched for a name

# Where a layout lets the template stand, beside blocks that both of them name.
HOLE: Final = re.compile(
    r"\byield\b(?!\s*[(:]*\s*:)|\{\{\{?\s*(?:body|content|content_for_layout|main|slot)\s*\}\}|@partial-block"
    r"|\$\{\s*(?:self|next)\.body\(\)|<%-\s*(?:body|content)\b|@yield\b|\{!!\s*\$slot"
)
NAMED_BLOCK: Final = re.compile(r"(?:block|section)\b[\s(:\"']*([\w.-]{1,60})")


def find_references(path: str, text: str, tokens: Sequence[Token]) -> tuple[Reference, ...]:
    """The files that a template names, in order; the layout that its place implies comes first."""
    found = [*_implied(path), *(row for token in tokens if (row := _of_token(text, token)) is not None)]
    if "mj-include" in text:
        found += [Reference(match[1], *match.span()) for match in _MJ_INCLUDE.finditer(text)]
    return tuple(sorted(found, key=lambda row: row.start))


def _of_token(text: str, token: Token) -> Reference | None:
    if token.closing or token.kind not in (TokenKind.STATEMENT, TokenKind.OUTPUT):
        return None
    opener = _DELIMITER.match(text, token.start, token.end)
    if opener is None:
        return None
    end = min(token.end, opener.end() + _LONGEST)
    for pattern in _LAYOUTS:
        if match := pattern.match(text, opener.end(), end):
            return _named(match, token, is_layout=True)
    for pattern in _INCLUDES:
        if match := pattern.match(text, opener.end(), end):
            return _named(match, token, is_layout=_PARTIAL_BLOCK.match(text, token.start) is not None)
    return None


def _named(match: re.Match[str], token: Token, *, is_layout: bool) -> Reference | None:
    name = next((group for group in match.groups() if group), "")
    # “mail::button” is a component of a package; an address is no file here.
    return None if "::" in name or "://" in name else Reference(name, token.start, token.end, is_layout)


def _implied(path: str) -> Iterator[Reference]:
    """The layout that Rails puts around every template of a mailer."""
    name = PurePath(path)
    folders = name.parts[:-1]
    if "views" in folders and name.suffix == ".erb" and not name.name.startswith("_") and "layouts" not in folders:
        yield Reference("layouts/mailer", 0, 0, is_layout=True)
