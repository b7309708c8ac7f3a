"""Markdown inside of a component: its blocks, its marks and its links as tags, the words where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from empathy_lint.reading.jsx.parts import Kind, Part

_LINE: Final = re.compile(
    r"(?P<gap>\r?\n[ \t]*\r?\n\s*)|(?P<end>\r?\n)|(?P<mark>\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.!?,])[*_](?!\w))"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,200}\]\([^()\s]{0,500}(?:\)|\Z))|(?P<close>\]\((?P<target>[^()\s]{0,500})(?:\)|\Z))"
)
_START: Final = re.compile(r"[ \t]*(?:(?P<heading>#{1,6})[ \t]+|(?P<item>[-*+]|\d{1,3}[.)])[ \t]+)?")


def as_page(parts: Iterable[Part]) -> list[Part]:
    """The parts of Markdown as those of a page."""
    return list(_Reader().read(parts))


def _after_target(part: Part) -> Part:
    cut = part.text.index(")") + 1
    return Part(part.kind, part.text[cut:], part.start + cut, part.end)


class _Reader:
    """Goes through the words; what a line begins with says which block it is."""

    def __init__(self) -> None:
        self._begins = True
        self._block = ""
        self._in_target = False  # of a link, whose address holds a value

    def read(self, parts: Iterable[Part]) -> Iterator[Part]:
        at = 0
        for given in parts:
            part, at = given, given.end
            if self._in_target:
                self._in_target = part.kind is not Kind.WORDS or ")" not in part.text
                if self._in_target or len(part.text) != part.end - part.start:
                    continue
                part = _after_target(part)
            if part.kind is Kind.WORDS and len(part.text) == part.end - part.start:
                yield from self._words(part)
            else:
                if part.kind is not Kind.WORDS or part.text.strip():
                    yield from self._begin(part.start, "p") if self._begins and not self._block else ()
                    self._begins = False
                yield part
                if part.text in ("\n", "\r\n"):
                    yield from self._end_of_line(part.end)
        yield from self._end(at)

    def _words(self, part: Part) -> Iterator[Part]:
        text, at = part.text, 0
        while at < len(text):
            if self._begins:
                start = _START.match(text, at)
                tag = "" if start is None else "h2" if start["heading"] else "li" if start["item"] else ""
                if tag or (not self._block and text[at:].strip()):
                    yield from self._begin(part.start + at, tag or "p")
                at = start.end() if start is not None else at
                self._begins = False
            found = _LINE.search(text, at)
            stop = found.start() if found else len(text)
            if stop > at:
                yield Part(Kind.WORDS, text[at:stop], part.start + at, part.start + stop)
            at = stop
            if found is not None:
                yield from self._sign(found, part.start)
                at = found.end()

    def _sign(self, found: re.Match[str], shift: int) -> Iterator[Part]:
        start, end = shift + found.start(), shift + found.end()
        if found["gap"]:
            yield from self._end(end)
            self._begins = True
        elif found["end"]:
            yield Part(Kind.WORDS, found.group(), start, end)
            yield from self._end_of_line(end)
        elif found["open"]:
            target = _LINE.search(found.string, found.string.index("](", found.end()))
            yield Part(Kind.INLINE, f'<a href="{target["target"] if target else ""}">', start, end)
        elif found["close"]:
            yield Part(Kind.INLINE, "</a>", start, end)
            self._in_target = not found.group().endswith(")")

    def _begin(self, at: int, tag: str) -> Iterator[Part]:
        yield from self._end(at)
        self._block = tag
        yield Part(Kind.BLOCK, f"<{tag}>", at, at)

    def _end_of_line(self, at: int) -> Iterator[Part]:
        if self._block == "h2":
            yield from self._end(at)
        self._begins = True

    def _end(self, at: int) -> Iterator[Part]:
        if self._block:
            yield Part(Kind.BLOCK, f"</{self._block}>", at, at)
        self._block = ""
