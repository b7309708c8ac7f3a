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
_WHOM: Final = re.compile(r"\bwhom\b", re.IGNORECASE)
_OF_LETTERS: Final = re.compile(r"\b(?:whom|sirs?|madam|respected)\b", re.IGNORECASE)
# Formal letters, those that name a law, and what is asked of an office.
_FORMAL: Final = re.compile(
    r"\b(?:yours\s+(?:faithfully|sincerely|truly)|(?:faithfully|sincerely)\s+yours|pursuant\s+to|under\s+the\s+[^.,;]{0,60}?\b(?:act|law|code|regulations?)"
    r"|section\s+\d|article\s+\d|(?:records?|information|foia)\s+request|request(?:ed)?\s+(?:documents|records|that)|make\s+a\s+claim"
    r"|(?:claim|apply|application|petition|appeal)\s+(?:for|to|against)\s+(?:\w+\s+)?(?:relief|refund|the\s+(?:court|authority|tax|office)))\b"
    r"|§",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s*(?:[,:!.–—-]|\Z)")


def greetings(flagged: Flagged) -> Iterator[Wording]:
    """ "Hello,"."""
    opening = _OPENING.match(flagged.text)
    if opening is None or flagged.start > opening.end():
        return
    start = opening.end()
    end = start + len(flagged.text[start : flagged.end].rstrip(" ,:!.–—-"))
    if not _AFTER.match(flagged.text, end) or flagged.has_placeholder(start, end):
        return
    colon = flagged.text[end : end + 1] == ":"
    message = flagged.view.analysis.message
    formal = _OF_LETTERS.search(flagged.words)
    # "Hello" would be out of place above a notice of law, or a letter that ends with "Yours faithfully".
    if is_notice_of_law(message) or (formal and any(_FORMAL.search(row.prose) for row in message.blocks)):
        yield Wording(start, end + colon, "Dear [name]," if colon else "Dear [name]", "phrase", "review")
        return
    # "Dear parent" says at least whom the letter is meant for.
    safety: Safety = "safe" if _NOBODY.search(flagged.words) and not _WHOM.search(flagged.words) else "review"
    yield Wording(start, end + colon, "Hello," if colon else "Hello", "phrase", safety)
