"""Last notices, counted reminders, only chances: told without keeping count against the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, cased, replaced

# That a notice is the last one is a fact; of a reminder it is a push.
_LAST: Final = re.compile(
    r"\b(?:(?:(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)\s+(?:and|&)\s+)?(?:final|last))\s+(?=(?:\w+\s+)?reminder\b(?!\s+(?:you|we|that|I)\b))",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\A(?:\w+\s+)?reminder\b", re.IGNORECASE)
# How often somebody was told before says nothing on what is to be done now.
_COUNTED: Final = re.compile(
    r"\b(?P<the>(?:this\s+is\s+)?(?:the|your|our|a)\s+)?(?:second|third|fourth|2nd|3rd|4th)\s+"
    r"(?P<what>(?:overdue|arrears|payment|late)\s+)?(?P<notice>notice|demand|warning)(?P<that>\s+that\b)?",
    re.IGNORECASE,
)
_LAST_TRY: Final = re.compile(
    r"\A(?P<lead>\W*)this\s+was\s+our\s+(?:last|final)\s+attempt\s+to\s+(?P<what>[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LAST_WARNING: Final = re.compile(
    r"\b(?:final|last)\s+(?P<what>suspension|disconnection|termination|closure|eviction|cancellation|deletion)\s+warning\b",
    re.IGNORECASE,
)
_ONLY_CHANCE: Final = re.compile(
    r"\W*(?:this\s+is\s+(?:your|the|our)\s+)?(?:last|final)\s+(?:chance|call|opportunity)\W*\Z", re.IGNORECASE
)
# "This is a final notice regarding invoice 5": what it is about says more.
_ABOUT: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>this|this\s+(?:letter|email|message)|it)\s+(?:is|serves\s+as)\s+(?:an?|the|your|our)\s+"
    r"(?:(?:second|third|last|final|formal|official|urgent|written|overdue|payment)\s+(?:and\s+)?)+(?:notice|reminder|demand)\s+"
    r"(?:regarding|about|concerning|for|of|relating\s+to|with\s+regard\s+to|in\s+respect\s+of)\s+(?P<rest>\w.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LAST_CHANCE: Final = re.compile(
    r"\b(?:this\s+is\s+(?:your|the)|(?:we|I)\s+(?:are|am)\s+(?:now\s+)?(?:giving|offering)\s+you\s+(?:a|one))\s+(?:final|last|only)\s+"
    r"(?:opportunity|chance)\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_ATTENTION: Final = re.compile(
    r"\W*(?:thank\s+you|thanks)\s+(?:in\s+advance\s+)?for\s+your\s+(?:immediate|prompt|urgent|swift)\s+(?:attention|response|cooperation|action|payment)"
    r"(?:\s+(?:to|in|on|regarding)\s+(?:this|the)\s+(?:\w+\s+)?\w+)?\W*\Z",
    re.IGNORECASE,
)


def _last_of_ours(flagged: Flagged, last: re.Match[str]) -> Iterator[Wording]:
    """ "This is the last of our reminders": that no other one comes is a fact, and stays."""
    its = re.search(
        r"\b(?:this\s+is|it\s+is)\s+(?P<the>an?|the|your|our|my)\s+\Z", flagged.text[: last.start()], re.IGNORECASE
    )
    noun = re.match(r"(?:\w+\s+)?reminder", flagged.text[last.end() :], re.IGNORECASE)
    if its and noun:
        told = f"the last of our {noun.group().lower()}s"
        yield Wording(its.start("the"), last.end() + noun.end(), told, "phrase", "review")


def without_count(flagged: Flagged) -> Iterator[Wording]:
    """What is told without how often it was told before, and without that it was the last time."""
    if _ONLY_CHANCE.match(flagged.text) and flagged.has_company and not flagged.is_label:
        yield flagged.whole("", "safe")  # the message says all that matters without it
    if _ATTENTION.match(flagged.text) and flagged.has_company:
        yield flagged.whole("")
    about = _ABOUT.match(flagged.text)
    if about and not re.search(r"\b(?:last|final)\b", about.group().split(about["rest"])[0], re.IGNORECASE):
        yield flagged.whole(f"{about['lead']}{capital(about['what'])} is about {about['rest']}")
    for match in flagged.matches(_LAST_CHANCE):
        yield replaced(flagged, match, "you can still ", "review")
    for match in flagged.matches(_LAST):
        # A heading that says nothing but "FINAL REMINDER" would say less.
        if re.search(r"\w", flagged.text[: match.start()] + _BARE.sub("", flagged.text[match.end() :])):
            yield from _last_of_ours(flagged, match)
    for match in flagged.matches(_COUNTED):
        the, what = match["the"] or "", (match["what"] or "").lower()
        announces = match["that"] and the.lower().startswith("this")
        text = "this is a reminder that" if announces else f"{the}{what}notice{match['that'] or ''}"
        yield Wording(*match.span(), cased(match, text), "phrase", "review")
    last = _LAST_TRY.match(flagged.text)
    if last:
        yield flagged.whole(f"{last['lead']}We will not try to {last['what']} again{last['stop']}")
    for match in flagged.matches(_LAST_WARNING):
        yield replaced(flagged, match, f"notice before {match['what'].lower()}", "review")
