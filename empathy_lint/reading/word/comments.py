"""Word comments that speak to empathy-lint; all others are notes between people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.xml_events import END, START, TEXT

_MARKERS: Final = ("empathy-lint:", "lint-off", "lint-on")


def directives_of(comments: XmlPart | None) -> Mapping[str, str]:
    """By the id of a comment: what it asks for."""
    found: dict[str, str] = {}
    words: list[str] = []
    key, in_text = "", False
    for event in comments.events if comments else ():
        if event.name == "w:comment" and event.kind == START:
            key, words = event.attributes.get("w:id", ""), []
        elif event.name == "w:comment":
            text = " ".join("".join(words).split())
            if any(marker in text for marker in _MARKERS):
                found[key] = text.replace("-->", "→").replace("<!--", "")
        elif event.name == "w:t":
            in_text = event.kind == START
        elif event.kind == TEXT and in_text:
            words.append(event.text)
        elif event.name == "w:p" and event.kind == END:
            words.append(" ")
    return found
