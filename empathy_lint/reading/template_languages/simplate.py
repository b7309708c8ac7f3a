"""Simplates: one file with parts for the subject, the HTML and the plain text of a message, parted by `[---]`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SEPARATOR: Final = re.compile(r"^\[-{3,}\][ \t]*([^\n]*)\n", re.MULTILINE)
_CODE: Final = re.compile(r"^(?:import|from|def|class)\b|^\w+ = ", re.MULTILINE)


class Part(NamedTuple):
    """A part source[start:end] and what it is: subject, html, text or code."""

    kind: str
    start: int
    end: int


def is_simplate(path: str, text: str) -> bool:
    """Whether a file is a simplate, by its name and its separators."""
    return path.endswith(".spt") and _SEPARATOR.search(text) is not None


def read_parts(text: str) -> list[Part]:
    """The parts that a recipient reads: the subject, and the HTML or, where there is none, the plain text."""
    marks = list(_SEPARATOR.finditer(text))
    parts = []
    if marks and not any("subject" in mark[1] for mark in marks) and _is_one_line(text[: marks[0].start()]):
        parts.append(Part("subject", 0, marks[0].start()))
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        parts.append(Part(_kind(mark[1].strip()), mark.end(), end))
    body = "html" if any(part.kind == "html" for part in parts) else "text"
    return [part for part in parts if part.kind in ("subject", body)]


def _is_one_line(text: str) -> bool:
    """Whether the nameless first part is a subject line; in pages it is code."""
    return len(text.split("\n\n")) <= 2 and _CODE.search(text) is None and bool(text.strip())


def _kind(specification: str) -> str:
    if "subject" in specification:
        return "subject"
    if "html" in specification:
        return "html"
    return "text" if specification.startswith("text/") else "code"
