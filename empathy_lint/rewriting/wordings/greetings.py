"""A greeting to nobody, as a plain hello."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_OPENING: Final = re.compile(
    r"\A\W*(?=(?:dear|hello|hi|good\s+(?:morning|afternoon|evening)|respected|greetings|to\s+whom|attention)\b)",
    re.IGNORECASE,
)
# "Hello" would be out of place there.
_LAW: Final = re.compile(
    r"\b(?:without\s+prejudice|hereby\s+(?:notified|given|demand\w*)|letter\s+before\s+(?:action|claim)|notice\s+to\s+(?:vacate|quit))\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s*(?:[,:!.–—-]|\Z)")


def greetings(flagged: Flagged) -> Iterator[Wording]:
    """ "Hello,"."""
    opening = _OPENING.match(flagged.text)
    if opening is None or flagged.start > opening.end() or _is_of_law(flagged):
        return
    start = opening.end()
    end = start + len(flagged.text[start : flagged.end].rstrip(" ,:!.–—-"))
    if not _AFTER.match(flagged.text, end) or flagged.has_placeholder(start, end):
        return
    colon = flagged.text[end : end + 1] == ":"
    yield Wording(start, end + colon, "Hello," if colon else "Hello", "phrase", "safe")


def _is_of_law(flagged: Flagged) -> bool:
    """Whether the message is a notice of law."""
    return any(_LAW.search(block.prose) for block in flagged.view.analysis.message.blocks)
