"""Whether what a sentence holds side by side is no choice: ways to pay or to get in touch, or mere examples.

"Pay online or call us" leaves the reader one thing to do, by one route or another; "pay now or choose a later day" is a
choice.
"""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re

_CONTACT: Final = r"(?:call|ring|phone|telephone|text|e-?mail|message|contact|write|reply|respond|chat|speak|talk|ask)"
_CONTACTING: Final = r"(?:calling|ringing|phoning|texting|e-?mailing|writing|replying|contacting|visiting)"
_MONEY: Final = (
    r"(?:(?:debit|credit|bank)\s+)?(?:cards?|transfer|cash|cheques?|checks?|direct\s+debit|standing\s+order|BACS|BPAY"
    r"|UPI|PayPal)"
)
# What the first of several ways is about.
_ABOUT_ROUTES: Final = re.compile(
    rf"\b(?:pay|paid|payments?|settle|top\s+up|{_CONTACT}|get\s+in\s+touch|in\s+contact|see|view|check)\b",
    re.IGNORECASE,
)
# Behind an "or": another route, and no other deed.
_ROUTE: Final = re.compile(
    rf"\W*(?:(?:please|just|simply|alternatively|else|you\s+can|also)\s+)*(?:{_CONTACT}\b|{_CONTACTING}\b|{_MONEY}\b"
    rf"|(?:bring|send|post)\s+(?:\w+\s+)?{_MONEY}\b"
    r"|use\s+the\s+(?:number|link|form)\b|online\b|over\s+the\s+phone\b|in\s+person\b"
    r"|(?:by|via|with|using|in|at|on|through|from)\s+(?!(?:(?:\w+\s+)?instal?ments?|parts|stages|full)\b)"
    r"|https?:|www\.|[\w-]+\.[\w.-]+/|\+?\d[\d ()-]{2,})",
    re.IGNORECASE,
)
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)
# What makes a choice of it after all.
_CHOICE: Final = re.compile(
    r"\b(?:plans?|arrangements?|instal?ments?|split|spread|pause|defer|delay|later|instead|rather|prefer|whichever|choose|choice|options?"
    r"|refund|replace\w*|exchange|cancel|renew|change|move|rebook|reschedule|another|different|part|lower|reduced?|smaller|give|refuse"
    r"|modify|stop|return|extension|help|advice|ways)\b",
    re.IGNORECASE,
)
_EXAMPLES: Final = re.compile(
    r"\b(?:such\s+as|for\s+example|for\s+instance|e\.g\.|like\s+an?)\b[^.;:!?]*", re.IGNORECASE
)
_OPENING_CLAUSE: Final = re.compile(r"\A\W*(?:if|when|once|should|to|for)\b[^,]*,", re.IGNORECASE)
_ALTERNATIVELY: Final = re.compile(
    rf"\A\W*(?:or|alternatively),?\s+(?:(?:please|just|simply|feel\s+free\s+to|you\s+can|you\s+may)\s+)*{_CONTACT}\b",
    re.IGNORECASE,
)


def is_routes_only(text: str) -> bool:
    """Whether all that a sentence holds side by side are routes or examples."""
    plain = _EXAMPLES.sub("", text)
    if _CHOICE.search(plain):
        return False
    if _ALTERNATIVELY.match(plain):
        return True
    offered = _OPENING_CLAUSE.sub("", plain)
    joints = list(_OR.finditer(offered))
    if not joints:
        return plain != text and _OR.search(text) is not None
    return _ABOUT_ROUTES.search(offered[: joints[0].start()]) is not None and all(
        _ROUTE.match(offered, joint.end()) for joint in joints
    )
