"""A greeting to nobody, as a plain hello."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording
from empathy_lint.rewriting.notices_of_law import is_notice_of_law

_OPENING: Final = re.compile(
    r"\A\W*(?=(?:dear|hello|hi|good\s+(?:morning|afternoon|evening)|respected|greetings|to\s+whom|attention)\b)",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"\b(?:sir|madam|sirs|customers?|clients?|users?|whom|account\s*holders?|all|concerned)\b", re.IGNORECASE
)
_AFTER: Final = re.compile(r"\s*(?:[,:!.–—-]|\Z)")


def greetings(flagged: Flagged) -> Iterator[Wording]:
    """ "Hello,"."""
    opening = _OPENING.match(flagged.text)
    # "Hello" would be out of place above a notice of law.
    if opening is None or flagged.start > opening.end() or is_notice_of_law(flagged.view.analysis.message):
        return
    start = opening.end()
    end = start + len(flagged.text[start : flagged.end].rstrip(" ,:!.–—-"))
    if not _AFTER.match(flagged.text, end) or flagged.has_placeholder(start, end):
        return
    colon = flagged.text[end : end + 1] == ":"
    # "Dear parent" says at least whom the letter is meant for.
    safety: Safety = "safe" if _NOBODY.search(flagged.words) else "review"
    yield Wording(start, end + colon, "Hello," if colon else "Hello", "phrase", safety)
