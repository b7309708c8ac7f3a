"""What looks like a request, and is none for every reader: told by the words around a verb."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.directives.words import WISHES

# "Close your account - You can …", "Request a review: If you choose …": the name of a choice, and what it is.
_CHOICE_NAMED: Final = re.compile(
    r"\W*[A-Z][^.:;!?–-]{2,40}?\s*(?::|\s-|\s–|—)\s+(?=(?:If|You\s+(?:can|may)|In\s+case)\b)"
)
# What holds only for those who go that way: "When writing to us, …", "Note: if you have …".
_ONLY_THEN: Final = re.compile(
    r"\W*(?:in\s+case\b[^,.]{0,80},|when\s+\w+ing\b[^,.]{0,60},|[A-Z][\w ]{1,20}(?::|\s[-–])\s+if\b)",
    re.IGNORECASE,
)
# "To submit another request, …", "…; to contact us, …": what only some want.
_ANOTHER: Final = re.compile(
    r"\W*to\s+\w+\s+(?:another|an?\s+(?:new|additional|different)|more|additional)\b", re.IGNORECASE
)
_PURPOSE_BEFORE: Final = re.compile(r"[;:]\s*to\s+(\w+)\b[^.;:]*,\s*(?:please\s+)?\Z", re.IGNORECASE)
_TO_REQUEST: Final = re.compile(
    r"\bto\s+(?:request|get|ask\s+for)\s+(?:an?|your)\s+(?:refund|copy|review|appeal)\b", re.IGNORECASE
)
# "Click the “Pay now” button": what stands on it is no act beside.
_ON_BUTTON: Final = re.compile(r"\b(?:click|tap|press|select|choose|hit)(?:\s+(?:on|the))*\s+[\"“'‘]\Z", re.IGNORECASE)
_PRESSED: Final = re.compile(r"\b(?:click|tap|press)(?:\s+(?:on|the))*\s+\Z", re.IGNORECASE)
# "everything you need to get started": which things, and no duty.
_WHICH_THINGS: Final = re.compile(
    r"\b(?:everything|anything|something|things?|whatever|information|details|evidence|documents?)\s+(?:(?:that|which)\s+)?\Z",
    re.IGNORECASE,
)


# "Reapply if necessary", "We invite you to apply for future awards": some other time, for some.
_IF_NEEDED: Final = re.compile(
    r"[^,;.:]{0,60}?\s\(?(?:(?:if|where|when|as)\s+(?:necessary|needed|required|applicable|appropriate)|(?:for|in)\s+(?:the\s+)?future)\b",
    re.IGNORECASE,
)


# "Update on your return", "Claim Status Notification": news, and no command.
_NEWS: Final = re.compile(
    r"(?i:update\s+(?:on|regarding|about)\b)"
    r"|(?:[A-Z]\w*\s+){1,4}(?:Notification|Notice|Confirmation|Receipt|Reminder|Alert|Statement|Summary)\W*\Z"
)


def is_aside(text: str, start: int) -> bool:
    """Whether a verb names a choice that is then explained, is a link in brackets ("(increase your gift)"), or none."""
    if _NEWS.match(text, start) and not text[:start].strip():
        return True
    named = _CHOICE_NAMED.match(text)
    return (named is not None and start < named.end()) or text[:start].endswith("(")


def holds_only_then(text: str) -> bool:
    """Whether what the sentence asks is for those who go a way that it names."""
    return _ONLY_THEN.match(text) is not None


def is_for_some(text: str, start: int, end: int) -> bool:
    """Whether a verb at start:end serves what only some readers want."""
    if _IF_NEEDED.match(text, end) or _ANOTHER.match(text) or _TO_REQUEST.search(text, end):
        return True
    beside = _PURPOSE_BEFORE.search(text[:start])
    return beside is not None and beside[1].lower() in WISHES


def stands_on_a_button(text: str, start: int) -> bool:
    """Whether a verb is what a button says: in quotation marks or with a capital behind "press"."""
    if text[start].isupper() and _PRESSED.search(text[:start]):
        return True
    return _ON_BUTTON.search(text[:start]) is not None


def says_which_things(text: str, start: int) -> bool:
    """Whether "you" at `start` goes on from the things that it is about."""
    return _WHICH_THINGS.search(text[:start]) is not None
