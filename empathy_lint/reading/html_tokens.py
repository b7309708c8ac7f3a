"""The tags and texts of a page, however broken, with exact places, also of attribute values.

The tokenizer follows the states of the HTML standard (tag open, attribute name, attribute value, raw text, comment).
The standard library's parser is not used: it gives no place for an attribute's value, takes the rest of a page for text
at a stray `&#`, and differs between Python versions in how it ends comments and scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at text[start:end]; `attributes` gives the span of each value, without quotation marks."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """Characters at text[start:end] that the page shows; entities are still written out."""

    start: int
    end: int


_TAG_NAME: Final = re.compile(r"</?([A-Za-z][\w:.-]{0,60})")
_ATTRIBUTE: Final = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*)?")
_BARE_VALUE: Final = re.compile(r"[^\s>]*")
_MARKUP: Final = re.compile(r"<(?=[A-Za-z/!?])")
_RAW_TEXT: Final = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style", "textarea", "xmp")}


def tokens(text: str, start: int, end: int) -> Iterator[Tag | Text]:
    """The tags and texts of text[start:end], in order; comments and declarations are left out.

    Linear: a closer that stands nowhere further on is looked for once.
    """
    return _Tokenizer(text, end).run(start)


class _Tokenizer:
    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._next: dict[str, int] = {}

    def run(self, at: int) -> Iterator[Tag | Text]:
        shown = at
        while (match := _MARKUP.search(self._text, at, self._end)) is not None:
            opened = match.start()
            stop, tag = self._markup(opened)
            if stop is None:
                at = opened + 1
                continue
            if shown < opened:
                yield Text(shown, opened)
            at = shown = stop
            if tag is not None:
                yield tag
                if not tag.closing and tag.name in _RAW_TEXT:
                    at = shown = self._raw_text_end(tag.name, stop)
        if shown < self._end:
            yield Text(shown, self._end)

    def _markup(self, at: int) -> tuple[int | None, Tag | None]:
        """Where the markup at `at` ends, and the tag that it is; (None, None) for a "<" that is text."""
        if self._find(">", at) < 0:
            return None, None
        if self._text.startswith("<!--", at):
            close = self._find("-->", at + 2)
            # A comment that nothing ends would hide the rest of the letter from its author; only its line is hidden.
            return (close + 3 if close >= 0 else self._find(">", at) + 1), None
        if self._text[at + 1] in "!?":
            return self._find(">", at) + 1, None
        name = _TAG_NAME.match(self._text, at, self._end)
        if name is None:
            return (self._find(">", at) + 1, None) if self._text.startswith("</>", at) else (None, None)
        attributes, stop = self._attributes(name.end())
        return stop, Tag(name[1].lower(), at, stop, self._text[at + 1] == "/", attributes)

    def _attributes(self, at: int) -> tuple[dict[str, tuple[int, int]], int]:
        found: dict[str, tuple[int, int]] = {}
        while (match := _ATTRIBUTE.match(self._text, at, self._end)) is not None:
            at = match.end()
            span = (at, at)
            if match[2] is not None:
                span, at = self._value(at)
            found.setdefault(match[1].lower(), span)
        close = self._find(">", at)
        return found, close + 1 if close >= 0 else self._end

    def _value(self, at: int) -> tuple[tuple[int, int], int]:
        quote = self._text[at : at + 1]
        close = self._find(quote, at + 1) if quote in ("'", '"') and quote else -1
        if close >= 0:
            return (at + 1, close), close + 1
        bare = _BARE_VALUE.match(self._text, at, self._end)
        stop = bare.end() if bare else at
        return (at, stop), stop

    def _raw_text_end(self, name: str, at: int) -> int:
        key = f"</{name}"
        known = self._next.get(key)
        if known is None or 0 <= known < at:
            match = _RAW_TEXT[name].search(self._text, at, self._end)
            known = self._next[key] = match.start() if match else -1
        return known if known >= 0 else self._end

    def _find(self, wanted: str, at: int) -> int:
        known = self._next.get(wanted)
        if known is None or 0 <= known < at:
            known = self._next[wanted] = self._text.find(wanted, at, self._end)
        return known
