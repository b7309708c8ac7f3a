"""What it takes to get on, told from what is merely asked: "you must show your card before you can enter".

Of such a condition, and of a duty, nobody is asked with a "please": it stays what somebody needs to do.
"""

from __future__ import annotations

import re as plain_re
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged

_HAS_TO: Final = re.compile(r"\b(?:must|shall|required|obliged|obligated)\b", re.IGNORECASE)
# To pay and to get in touch are asks, whatever they are good for.
_IN_TOUCH: Final = frozenset(
    "pay call contact phone ring reply respond settle remit repay speak talk write email ask let arrange".split()
)
# "You must bring the same card": what does not count without it.
_ALWAYS_NEEDED: Final = frozenset("bring use wear show carry have".split())
# "To open it, you must …", "before you can go on, you must …".
_FOR_IT: Final = re.compile(
    r"\W*(?:(?:in\s+order\s+)?to\s+(?!avoid|prevent|stop|help|make\s+sure|ensure)[a-z]+\b|before\s+(?:you|we)\b)[^,]*,?\s*\Z",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"\s*(?:first|only|always)\b", re.IGNORECASE)
_OR_NOT: Final = re.compile(r"\botherwise\b", re.IGNORECASE)
# What is needed before something is done, and not by a day.
_BEFORE_AN_ACT: Final = re.compile(
    r"\b(?:before|prior\s+to|until)\s+(?:you|we|it|they|[a-z]+ing|(?:the|your|any|an?)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+"
    r"(?:tion|ment|ing|val|ure|sal|ance|ence|can|is|are))\b",
    re.IGNORECASE,
)
_NO_GAIN: Final = frozenset({"avoid", "prevent", "stop", "keep", "help", "make", "ensure"})
# Changes that have to be told are a duty for as long as something lasts.
_TELLS: Final = frozenset("tell inform notify report declare disclose".split())
_IF_CHANGED: Final = re.compile(
    r"\b(?:if|when|whenever|any|every)\b.*\bchang\w+|\bchanges\s+(?:to|in)\b", re.IGNORECASE
)
_EACH: Final = re.compile(r"\b(?:for|with|in)\s+(?:all|each|every|any)\b", re.IGNORECASE)


def is_needed(flagged: Flagged, order: plain_re.Match[str]) -> bool:
    """Whether the order tells a condition or a standing duty; `order` has the verb as a group."""
    if not _HAS_TO.search(order.group()):
        return False
    verb = order["verb"].lower()
    before, behind = flagged.text[: order.start()], flagged.text[order.end() :]
    if _FOR_IT.match(before) or _OR_NOT.search(behind):
        return True
    if verb in _TELLS and _IF_CHANGED.search(behind):
        return True
    if verb in _IN_TOUCH:
        return False
    return bool(
        verb in _ALWAYS_NEEDED
        or _FIRST.match(behind)
        or _BEFORE_AN_ACT.search(behind)
        or _is_good_for(flagged, order.end())
    )


def is_standing(thing: str, behind: str) -> bool:
    """Whether a thing that "must be" something must be so always, or before an act: "receipts must be kept for all"."""
    return bool(_BEFORE_AN_ACT.search(behind) or _EACH.search(behind) or _OR_NOT.search(behind)) and thing != "payment"


def _is_good_for(flagged: Flagged, at: int) -> bool:
    """Whether a purpose stands behind: "you must visit an office to prove who you are"."""
    return any(
        word.form == "to"
        and word.start >= at
        and word.head is not None
        and word.head.is_("advcl")
        and word.head.form not in _NO_GAIN
        for word in flagged.tree.words
    )
