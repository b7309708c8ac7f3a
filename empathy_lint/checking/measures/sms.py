"""How many text messages an SMS is sent as: 3GPP TS 23.038, the GSM 7-bit default alphabet and its extension."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint.checking.measures.reading import Reading
from empathy_lint.checking.view import MessageView

_GSM7: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = frozenset("^{}\\[~]|€\f")  # each takes two septets
_ONE_GSM7, _PART_GSM7, _ONE_UCS2, _PART_UCS2 = 160, 153, 70, 67


def segments(view: MessageView) -> Iterator[Reading]:
    """Segments that the message is sent as, each placeholder counted as its stand-in."""
    yield Reading(count_segments("\n".join(block.prose for block in view.analysis.message.blocks)))


def count_segments(text: str) -> int:
    """Segments of a text: 160 septets, or 70 UTF-16 units when a character is outside GSM-7; fewer in each of
    several.
    """
    if all(char in _GSM7 or char in _EXTENSION for char in text):
        units = sum(2 if char in _EXTENSION else 1 for char in text)
        one, part = _ONE_GSM7, _PART_GSM7
    else:
        units = len(text.encode("utf-16-le")) // 2
        one, part = _ONE_UCS2, _PART_UCS2
    return (1 if units else 0) if units <= one else -(-units // part)
