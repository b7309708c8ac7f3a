"""A greeting to nobody: with a gap for the name, or as a plain hello."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.rewriting.flagged import Flagged, Wording

_GREETING: Final = re.compile(
    r"\A\W*(?P<words>(?:dear|hello|hi|good\s+(?:morning|afternoon|evening)|respected|greetings|to\s+whom)\b[^,.:!\n]*?)(?P<end>\s*[,:!.]|\s*\Z)",
    re.IGNORECASE,
)


def greetings(flagged: Flagged) -> Iterator[Wording]:
    """ "Hello [name]," and "Hello,"."""
    match = _GREETING.match(flagged.text)
    if match is None or len(match["words"].split()) > 8 or flagged.has_placeholder(*match.span("words")):
        return
    start, end = match.span("words")
    yield Wording(start, end, "Hello [name]", "phrase", "review")
    yield Wording(start, end, "Hello", "phrase", "safe")
