"""Text of strangers inside Markdown: it is shown, and it neither formats, links, mentions nor runs anything."""

from __future__ import annotations

import html
import re
from typing import Final

_SPACE: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")  # a terminal that shows the report obeys the latter
_SIGNS: Final = re.compile(r"[\\`*_\[\]~$|#]")
# GitHub makes links of these without any markup, and notifies whoever is mentioned.
_SCHEME: Final = re.compile(r"://")
_WWW: Final = re.compile(r"(?i)\b(www)\.")
_MENTION: Final = re.compile(r"([@#]|\bGH-)(?=\w)", re.IGNORECASE)
_NOTHING: Final = "\u200b"  # a space without width: nobody sees it, and it parts the sign from the name


def plain(text: str) -> str:
    """`text` on one line, for use inside HTML tags."""
    return _MENTION.sub(rf"\1{_NOTHING}", html.escape(_SPACE.sub(" ", text).strip(), quote=True))


def escaped(text: str) -> str:
    """`text` on one line, for use inside a Markdown paragraph; a space at either end is kept."""
    text = _SPACE.sub(" ", text)
    text = _MENTION.sub(rf"\1{_NOTHING}", text)
    text = _SIGNS.sub(r"\\\g<0>", html.escape(text, quote=False))
    return _WWW.sub(r"\1&#46;", _SCHEME.sub("&#58;//", text))
