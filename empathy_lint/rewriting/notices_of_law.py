"""Notices of law: their words are terms, so that none is changed in them without a person reading it."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import Message

_LAW: Final = re.compile(
    r"\b(?:without\s+prejudice|hereby\s+(?:notified|given|demand\w*|called\s+upon)|letter\s+before\s+(?:action|claim)"
    r"|legal\s+notice|notice\s+(?:to\s+(?:vacate|quit|leave|pay\s+or\s+quit)|of\s+(?:seeking\s+possession|eviction))"
    r"|(?:vacant|peaceful|physical)\s+possession|being\s+evicted|the\s+said\s+(?:premises|property|amount|notice))\b",
    re.IGNORECASE,
)


def is_notice_of_law(message: Message) -> bool:
    """Whether the message serves notice, on which rights hang."""
    return any(_LAW.search(block.prose) for block in message.blocks)
