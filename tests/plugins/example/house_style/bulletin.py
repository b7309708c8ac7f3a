"""A file format: texts below lines such as “== late ==”, each a message, as a wiki may hold them."""

from __future__ import annotations

import re

from empathy_lint.reading.entries import Entries, Entry, whole
from empathy_lint.reading.message import Message, Source

_TEXT = re.compile(r"^== (.+?) ==\n((?:(?!== ).*\n?)*)", re.MULTILINE)


def find_entries(source: Source) -> Entries:
    """The texts of a bulletin, with their places."""
    found = _TEXT.finditer(source.text)
    return Entries(tuple(Entry(match[1], tuple(whole(match[2], match.start(2)))) for match in found))


def escape(text: str, message: Message, at: int) -> str | None:
    """How words are written in it: as they are, but a line must not begin like a heading."""
    return None if text.startswith("== ") else text
