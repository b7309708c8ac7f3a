"""The parts of a mail and where they stand: headers are understood by the standard library, places are found here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Headers
from typing import Final

from empathy_lint.limits import LIMITS, raised

_BLANK_LINE: Final = re.compile(r"^\r?\n", re.MULTILINE)


@dataclass
class Part:
    """A mail or a part of one: `headers` begin at source[top], the body is source[start:end]."""

    headers: Headers
    top: int
    start: int
    end: int
    children: list[Part] = field(default_factory=list)
    fault: str = ""  # what is wrong with the structure of a multipart

    @property
    def type(self) -> str:
        """The type of the content, in lower case."""
        return self.headers.get_content_type()

    @property
    def encoding(self) -> str:
        """How the body is wrapped for its way, in lower case."""
        return str(self.headers.get("content-transfer-encoding", "")).strip().lower()

    @property
    def charset(self) -> str:
        """The charset that is declared for the body, or an empty string."""
        return self.headers.get_content_charset("")

    @property
    def is_shown(self) -> bool:
        """Whether it is shown as text of the mail, and not offered as a file."""
        return self.type in ("text/plain", "text/html") and self.headers.get_content_disposition() != "attachment"


def read_part(text: str, top: int = 0, end: int | None = None, deepest: int = LIMITS.mail_parts) -> Part:
    """The part that is text[top:end], with the parts inside, at most so many within each other."""
    from email.parser import HeaderParser

    end = len(text) if end is None else end
    blank = _BLANK_LINE.search(text, top, end)
    head_end, start = (blank.start(), blank.end()) if blank else (end, end)
    part = Part(HeaderParser().parsestr(text[top:head_end], headersonly=True), top, start, end)
    if part.headers.get_content_maintype() == "multipart":
        _read_children(text, part, deepest)
    return part


def shown_parts(part: Part) -> list[Part]:
    """The parts that a reader sees: of alternatives the HTML, or the last one their mail program can show."""
    if not part.children:
        return [part] if part.is_shown else []
    if part.type == "multipart/related":
        return shown_parts(part.children[0])
    shown = [rows for child in part.children if (rows := shown_parts(child))]
    if part.type == "multipart/alternative" and shown:
        return next((rows for rows in shown if any(row.type == "text/html" for row in rows)), shown[-1])
    return [row for rows in shown for row in rows]


def walk(part: Part) -> Iterator[Part]:
    """The part and all parts within."""
    yield part
    for child in part.children:
        yield from walk(child)


def _read_children(text: str, part: Part, deepest: int) -> None:
    boundary = part.headers.get_boundary()
    if not boundary:
        part.fault = "This mail says that it has parts, but not what divides them."
        return
    if deepest <= 0:
        part.fault = f"The parts of this mail lie too deep within each other; to read them, {raised('mail-parts')}."
        return
    line = re.compile(rf"^--{re.escape(boundary)}(--)?[ \t]*\r?$", re.MULTILINE)
    opened: int | None = None
    for mark in line.finditer(text, part.start, part.end):
        if opened is not None:
            part.children.append(read_part(text, opened, _before_line_end(text, mark.start()), deepest - 1))
        opened = None if mark[1] else min(mark.end() + 1, part.end)
        if mark[1]:
            return
    if opened is None:
        part.fault = f"No line in this mail begins a part, “--{boundary}”."
        return
    part.fault = f"The last part of this mail has no end, “--{boundary}--”; the mail may be cut off."
    part.children.append(read_part(text, opened, part.end, deepest - 1))


def _before_line_end(text: str, at: int) -> int:
    """Where the line before `at` ends: its line end belongs to the boundary."""
    for mark in ("\r\n", "\n"):
        if text.endswith(mark, 0, at):
            return at - len(mark)
    return at
