"""Named parts of a template: `{% block subject %}`, `{% block extra_css %}`, `content_for :preheader`, `define "text"`.

Their names tell what they hold: a subject line, a preheader, plain text beside HTML, or nothing that is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind


class SectionRole(str, Enum):
    """What a named part of a template is to its reader."""

    SUBJECT = "subject"
    PREHEADER = "preheader"
    PLAIN_TEXT = "text"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Section:
    """The content source[start:end] of a named part."""

    role: SectionRole
    start: int
    end: int


_NAMED: Final = frozenset({"block", "section", "content_for", "define"})
_NAME: Final = re.compile(r"(?:block|section|content_for|define)\b[\s(:\"']*([\w.-]{1,60})")
_ROLES: Final = (
    (re.compile(r"(?:^|_)(?:subject|title)$", re.I), SectionRole.SUBJECT),
    (re.compile(r"pre-?header|preview", re.I), SectionRole.PREHEADER),
    (
        re.compile(r"(?:^|[_.-])(?:css|styles?|stylesheets?|scripts?|js|javascripts?|head)(?:$|[_.-])", re.I),
        SectionRole.HIDDEN,
    ),
    (re.compile(r"(?:^|[_.-])(?:plain|text|plaintext|txt)(?:$|[_.-])", re.I), SectionRole.PLAIN_TEXT),
)
_NAME_WITHIN: Final = 100  # characters of a tag that are searched for its name


def find_sections(text: str, tokens: list[Token]) -> list[Section]:
    """The parts whose names tell what they are, in order; none lies in another."""
    found: list[Section] = []
    opened: list[Token] = []
    for token in tokens:
        if token.kind is not TokenKind.STATEMENT:
            continue
        if token.opening:
            opened.append(token)
        elif token.closing and token.word in _NAMED:
            while opened and opened[-1].word != token.word:
                opened.pop()
        if token.closing and opened:
            section = _section(text, opened.pop(), token)
            if section is not None:
                found = [row for row in found if row.end <= section.start] + [section]
    return found


def _section(text: str, opener: Token, closer: Token) -> Section | None:
    if opener.word not in _NAMED:
        return None
    said = opener.text or text[opener.start : min(opener.end, opener.start + _NAME_WITHIN)]
    name = _NAME.search(said)
    if name is None:
        return None
    for pattern, role in _ROLES:
        if pattern.search(name[1]):
            return Section(role, opener.end, closer.start)
    return None
