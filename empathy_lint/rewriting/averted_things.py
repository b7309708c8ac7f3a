"""A sanction that is named as a thing, told as what does not come: "so that there are no further fines".

"To avoid suspension of your listing", "may lead to a ban", "may result in the removal of your membership": the thing
keeps its own words, so that nothing is hidden; what reaches for other people or for more than it names is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.unforced import is_many, small_who
from empathy_lint.rewriting.unpaid import is_money, not_to_pay

_COMES: Final = (
    r"(?:(?:will|may|might|could|can|shall)\s+)?(?:also\s+)?(?:(?:result\s+in|lead\s+to|mean|cause|incur"
    r"|attract|invite|trigger)\s+)?"
)
_ANY: Final = r"(?:an?\s+|any\s+)?"
# How dear it would be is said only to frighten.
_HARSH: Final = r"(?:(?:heavy|hefty|unnecessary|costly)\s+)?"
_THING: Final = re.compile(
    rf"\A{_COMES}{_ANY}{_HARSH}(?P<what>(?:(?:further|additional|extra|late|overdue|higher|more|new|disciplinary|account|library|temporary|permanent"
    r"|possible|automatic|unexpected)\s+){0,3}"
    r"(?P<noun>fines?|penalt(?:y|ies)|fees?|charges?|costs?|bans?|strikes?|restrictions?|deductions?|delays?|action|escalation)"
    r"(?:\s+(?:and|or)\s+(?:late\s+)?(?:fines|penalties|fees|charges|costs|interest|delays)|\s+of\s+(?:up\s+to\s+)?[£$€]?\d\S*)?)"
    r"(?P<rest>(?:\s+(?:to|on|in|for|from)\s+(?:your|the|our)(?:\s+[\w'’-]+){1,3})?)\Z",
    re.IGNORECASE,
)
# What is done to a thing, as a noun: with one thing, with many.
_DONE: Final = {
    "cancellation": ("is not cancelled", "are not cancelled"),
    "cancelation": ("is not canceled", "are not canceled"),
    "suspension": ("is not suspended", "are not suspended"),
    "deletion": ("is not deleted", "are not deleted"),
    "removal": ("is not removed", "are not removed"),
    "closure": ("is not closed", "are not closed"),
    "deactivation": ("is not deactivated", "are not deactivated"),
    "termination": ("does not end", "do not end"),
    "withdrawal": ("is not withdrawn", "are not withdrawn"),
    "rejection": ("is not rejected", "are not rejected"),
    "disconnection": ("is not disconnected", "are not disconnected"),
    "interruption": ("is not interrupted", "are not interrupted"),
    "interruptions": ("is not interrupted", "are not interrupted"),
    "disruption": ("is not interrupted", "are not interrupted"),
    "disruptions": ("is not interrupted", "are not interrupted"),
    "restriction": ("is not restricted", "are not restricted"),
    "restrictions": ("is not restricted", "are not restricted"),
}
_STOP: Final = "|".join(sorted(_DONE, key=len, reverse=True))
_OF_IT: Final = re.compile(
    rf"\A{_COMES}(?:the\s+|an?\s+|any\s+)?(?:immediate\s+|automatic\s+|permanent\s+)?(?P<stop>{_STOP})\s+(?:of|to|on|in)\s+"
    r"(?P<who>(?:your|the|this|these|all|any)\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+)(?P<rest>(?:\s+from\s+(?:the|our)(?:\s+[\w'’-]+){1,3})?)\Z",
    re.IGNORECASE,
)
# What belongs to the reader even where nobody says so.
_YOURS: Final = (
    r"(?:booking|order|account|membership|subscription|reservation|application|registration|listing|enrolment|enrollment"
    r"|policy|claim|domain|plan|profile|appointment|contract|service|server|store|shop|website|licen[cs]e|permit)"
)
_BEFORE_IT: Final = re.compile(
    rf"\A{_COMES}(?:the\s+|an?\s+|any\s+|your\s+)?(?P<who>(?:[\w-]+\s+)?{_YOURS})\s+(?P<stop>{_STOP})\Z", re.IGNORECASE
)
_LOSING: Final = re.compile(
    rf"\A{_COMES}(?:losing|(?:the\s+|any\s+)?loss\s+of)\s+(?P<what>it|(?:(?:your|the|all|any|these)\s+|access\s+to\s+)(?:[\w'’-]+\s+){{0,5}}?[\w'’-]+)\Z",
    re.IGNORECASE,
)
_UNPAID: Final = re.compile(rf"\A{_COMES}(?:you\s+)?not\s+being\s+paid\Z", re.IGNORECASE)
_MORE: Final = re.compile(r"\b(?:that|which|who|if|unless|until|against|including|you\s+\w+)\b|[,;:()]", re.IGNORECASE)


def averted_thing(sanction: str) -> str | None:
    """ "You do not have to pay further fines" for "further fines"; None where it is a thing of no known kind."""
    if _MORE.search(_UNPAID.sub("", sanction)):
        return None
    for pattern, tell in _SHAPES:
        match = pattern.match(sanction)
        if match:
            return tell(match)
    return None


def _none(match: re.Match[str]) -> str:
    what = match["what"][:1].lower() + match["what"][1:]
    if is_money(what):
        return f"{not_to_pay(what)}{match['rest']}"
    many = match["noun"].lower().endswith("s") or re.search(r"\s(?:and|or)\s", what)
    neither = re.sub(r"\s+and\s+", " or ", what)
    return f"there {'are' if many else 'is'} no {neither}{match['rest']}"


def _not_done(match: re.Match[str]) -> str:
    who = match["who"]
    own = re.match(r"(?:your|the|this|these|all|any)\s", who, re.IGNORECASE)
    told = small_who(who) if own else f"your {small_who(who)}"
    return f"{told} {_DONE[match['stop'].lower()][is_many(told)]}{match.groupdict().get('rest') or ''}"


_SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_UNPAID, lambda _: "you are paid"),
    (_LOSING, lambda match: f"you keep {match['what']}"),
    (_OF_IT, _not_done),
    (_BEFORE_IT, _not_done),
    (_THING, _none),
)
