"""Time that runs out, told as a date or as how long there is: "you only have 30 days left to reply"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording
from empathy_lint.rewriting.unforced import is_many

_END_OF_DAY: Final = re.compile(
    r"\bby\s+(?:the\s+)?end\s+of\s+(?:the\s+)?day\s+(?:on\s+)?(?=\w)",
    re.IGNORECASE,
)
_COUNTDOWN: Final = re.compile(
    r"\A(?P<lead>\W*)you\s+(?:now\s+|only\s+)*have\s+(?:only\s+)?(?P<time>(?:\d+|\w+)\s+(?:(?:working|business|calendar)\s+)?(?:hours?|days?|minutes?))\s+(?:left\s+)?to\s+(?=(?P<verb>\w+))",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    r"\b(?:with)?in\s+(?:the\s+)?(?:next\s+)?"
    r"(?:\d+|two|three|five|seven|ten|fourteen|twenty[- ]four|forty[- ]eight)\s+"
    r"(?:(?:working|calendar|business)\s+)?(?:hours?|minutes?|days?)\b",
    re.IGNORECASE,
)
_TONIGHT: Final = re.compile(
    r"\b(?:by|before)\s+(?:midnight|noon|tonight|(?:the\s+)?close\s+of\s+(?:business|play)|tomorrow)(?:\s+(?:today|tonight|tomorrow))?\b",
    re.IGNORECASE,
)
_LATER: Final = re.compile(r"\b(?:not|no)\s+later\s+than\b", re.IGNORECASE)
_TOO_LATE: Final = re.compile(
    r"[\s,]*\bbefore\s+(?:it\s+is|it['’]s|it\s+gets)\s+too\s+late\b|[\s,]*\band\s+(?:do\s+not|don['’]t)\s+(?:delay|miss\s+out)\b",
    re.IGNORECASE,
)
_A_RIGHT: Final = re.compile(
    r"(?:appeal|object|challenge|dispute|cancel|change|withdraw|opt|complain|ask|claim|request)\b", re.IGNORECASE
)
_YOU_HAVE_FROM: Final = re.compile(
    r"\A(?P<lead>\W*)you\s+(?:now\s+|only\s+)*have\s+(?:only\s+)?(?P<time>\d+\s+(?:(?:working|business|calendar)\s+)?(?:hours?|days?))\s+"
    r"(?P<from>(?:from|after|of)\s+[^,;:]+?)\s+to\s+(?P<what>(?:send|return|reply|respond|pay|complete|fill|appeal|submit|contact|call)\b[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_TIME_LEFT: Final = re.compile(
    r"\A(?P<lead>\W*)you\s+have\s+(?P<time>[^,;:]+?\s+(?:hours?|days?|minutes?))\s+left\s+to\s+(?P<what>[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)


def as_dates(flagged: Flagged) -> Iterator[Wording]:
    """What is asked with its time, and no clock that ticks."""
    yield from _asked_within(flagged)
    yield from _left(flagged)
    for match in flagged.matches(_LATER):
        yield Wording(*match.span(), "by", "phrase", "safe")
    late = _TOO_LATE.search(flagged.text)
    if late and flagged.touches(late):
        yield Wording(*late.span(), " by [date]", "phrase", "review")
        yield Wording(*late.span(), "", "phrase", "review")


def _asked_within(flagged: Flagged) -> Iterator[Wording]:
    match = _COUNTDOWN.match(flagged.text)
    if match and re.search(r"\bleft\s+to\s+\Z", match.group(), re.IGNORECASE):
        text = f"{flagged.text[match.end('lead') : match.end('lead') + 3]} have {match['time']} to "
        yield Wording(match.end("lead"), match.end(), text, "phrase", "safe")
    if match and _A_RIGHT.match(match["verb"]):
        return  # what readers may do, nobody asks of them
    if match and "," not in flagged.text and flagged.touches(match):
        stop = re.search(r"[.!]?\s*\Z", flagged.text)
        end = stop.start() if stop else len(flagged.text)
        what, left = flagged.text[match.end() : end], flagged.text[end:]
        # Behind "to keep your plan" the time would be that of the plan.
        has_more = re.search(r"\b(?:to|so|for|and)\b", what, re.IGNORECASE)
        text = f"Within {match['time']}, please {what}" if has_more else f"Please {what} within {match['time']}"
        yield Wording(match.end("lead"), end, text, "clause", "review")
        if not flagged.has_placeholder(*match.span()):
            yield Wording(match.end("lead"), len(flagged.text), f"Please {what} by [date]{left}", "clause", "review")
    for found in _END_OF_DAY.finditer(flagged.text):
        following = flagged.text[found.end() :]
        dated = flagged.has_placeholder(found.end(), found.end() + 1) or re.match(
            r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", following
        )
        if dated and flagged.touches(found):
            yield Wording(*found.span(), "by ", "phrase", "review")
    for pattern in (_WITHIN, _TONIGHT):
        for found in pattern.finditer(flagged.text):
            if flagged.touches(found) and not flagged.has_placeholder(*found.span()):
                text = "on [date]" if found.group().lower().startswith("in") else "by [date]"
                yield Wording(*found.span(), text, "phrase", "review")


def _left(flagged: Flagged) -> Iterator[Wording]:
    """ "You have 5 days from today to reply": please reply within 5 days from today."""
    since = _YOU_HAVE_FROM.match(flagged.text)
    if since and not re.search(r"\b(?:or|and|otherwise)\b", since["what"], re.IGNORECASE):
        yield flagged.whole(
            f"{since['lead']}Please {since['what']} within {since['time']} {since['from']}{since['stop']}"
        )
    left = _TIME_LEFT.match(flagged.text)
    if left:
        are = "are" if is_many(left["time"]) else "is"
        yield flagged.whole(f"{left['lead']}There {are} {left['time']} to {left['what']}{left['stop']}")
