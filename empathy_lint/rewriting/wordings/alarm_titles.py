"""Titles and labels that only alarm: "Final notice: update your card", "Account Suspension Notice", "Disk Warning"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.wordings.holds import is_holdable, is_pause
from empathy_lint.rewriting.wordings.timely import is_dangerous

_NOTICE: Final = r"(?:notice|warning|demand|reminder|call|alert)"
# That a warning is formal is more than alarm, and stays.
_ALARM: Final = (
    r"(?:(?:very\s+)?urgent|important|critical|warning|attention|alert"
    r"|(?:(?:immediate|urgent|prompt)\s+)?(?:action|attention|response)\s+(?:is\s+)?(?:required|needed)"
    rf"|(?:(?:first|second|third|last|final|urgent|important)\s+(?:and\s+|&\s+)?)+{_NOTICE})"
)
_SIGNS: Final = "\\s*!⚠️🚨❗‼⏰🔴🔔⛔"
_LED: Final = re.compile(
    rf"\A[{_SIGNS}]*(?P<alarm>{_ALARM}(?:\s*(?:[:!–—|]|\s-)\s*{_ALARM})*)\s*(?:[:!–—|]|\s-)[{_SIGNS}]*(?P<rest>\S.*?)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_TRAILED: Final = re.compile(
    rf"\A(?P<rest>.*?\S)\s*(?:[:!–—|.]|\s-)\s*(?P<alarm>{_ALARM})[{_SIGNS}.]*\Z", re.IGNORECASE | re.DOTALL
)
_ONLY_ALARM: Final = re.compile(rf"[{_SIGNS}]*{_ALARM}[{_SIGNS}]*\Z", re.IGNORECASE)
# "Invoice 12345" alone could as well be a new one.
_NUMBERED: Final = re.compile(
    r"(?:invoice|order|account|case|ticket|booking|policy|loan|bill)\b\W*(?:no\b|number\b)?\W*\S*(?:\s+[-–—]\s+[\w\s]{1,30})?\Z",
    re.IGNORECASE,
)
_ACTION: Final = re.compile(
    rf"\A(?P<lead>(?:[^:]{{1,30}}:\s+)?[{_SIGNS}]*)(?P<now>(?:immediate|urgent)\s+)?action\s+(?:is\s+)?(?:required|needed)"
    r"(?:\s+(?:on|for|regarding|about|with)\s+(?P<what>(?:your|the|this)\s+[^:]+?))?(?P<stop>\s*[:!]*)[\s⚠️🚨🔴]*\Z",
    re.IGNORECASE,
)
# What a title can be about; whose it is need not be said there.
_THING: Final = (
    r"(?:accounts?|services?|memberships?|polic(?:y|ies)|subscriptions?|cards?|licen[cs]es?|vps|servers?|websites?|hosting|domains?|plans?|access"
    r"|contracts?|tenanc(?:y|ies)|registrations?|profiles?|orders?|bookings?|store|shop|listing|permit|lease|api)"
)
_STOPPED: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:(?:urgent|important|final|formal|official|immediate|notice\s+of|your|the)\s+)*(?P<thing>(?:[\w-]+\s+){{0,2}}?{_THING})\s+"
    r"(?P<what>suspension|cancell?ation|deactivation|closure|deletion|expiration|expiry|disconnection)"
    rf"(?:\s+(?P<kind>{_NOTICE}|notification|letter))?(?P<tail>\W*)\Z",
    re.IGNORECASE,
)
_KEPT: Final = {
    "suspension": "the hold on", "cancellation": "cancelling", "cancelation": "canceling", "closure": "closing",
    "deletion": "deleting", "deactivation": "turning off",
}  # fmt: skip
_CONNECTED: Final = re.compile(r"\b(?:services?|lines?|connections?|supply|internet|broadband|phone)\Z", re.IGNORECASE)
# "Quota Warning": the thing alone says what it is about.
_WARNED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<thing>(?:(?:your|disk|api|monthly|data|account|mailbox)\s+)*(?:quota|storage|balance|usage|bandwidth"
    r"|payment|deadline|inactivity|expiry|expiration|disk\s+space|memory|battery|power|credit|traffic))\s+warning(?P<tail>\W*)\Z",
    re.IGNORECASE,
)
# "Account Suspended — Payment needed": what became of the thing, in a sentence.
_ON_HOLD: Final = "Your {} is on hold"
_DONE: Final = {
    "suspended": _ON_HOLD, "blocked": _ON_HOLD, "disabled": _ON_HOLD,
    "deactivated": "Your {} is no longer active", "terminated": "Your {} has ended",
    "revoked": "Your {} has been cancelled",
    "denied": "Your {} was not approved", "rejected": "Your {} was not approved",
}  # fmt: skip
_STATUS: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:your\s+)?(?P<thing>(?:[\w-]+\s+){{0,2}}?(?:{_THING}|application|claim|request))\s+(?:(?P<long>permanently)\s+|temporarily\s+)?"
    rf"(?P<done>{'|'.join(_DONE)})(?P<tail>(?:\s*[-—–:(,]\s*.+)?|[\s!.]*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NEAR: Final = 2  # sentences behind a heading, within which it has to say what to do
_LONGEST: Final = 16  # words of what is still a title


def without_alarm(flagged: Flagged) -> Iterator[Wording]:
    """The title without its alarm, or as what it is about."""
    if len(flagged.text.split()) > _LONGEST or is_dangerous(flagged):
        return
    for pattern in (_LED, _TRAILED):
        match = pattern.match(flagged.text)
        if match and flagged.start < match.end("alarm") and match.start("alarm") < flagged.end:
            rest = match["rest"]
            # That it is a reminder is no alarm, and stays where another wording keeps it.
            reminds = match["alarm"].lower().endswith("reminder")
            # And that there is something to do is what a subject is for.
            asks = re.search(r"\b(?:action|response|attention)\b", match["alarm"], re.IGNORECASE)
            says = len(re.findall(r"\w+", rest)) > 1 and not (_ONLY_ALARM.match(rest) or _NUMBERED.match(rest))
            last = re.search(r"\b(?:final|last)\b", match["alarm"], re.IGNORECASE)  # the fact stays
            warns = match["alarm"].lower().startswith("warning") and is_warning(flagged)
            if says and not (reminds or asks or warns or last):
                yield flagged.whole(capital(_without_half(rest)))
    action = _ACTION.match(flagged.text)
    if action and action["what"]:
        yield flagged.whole(f"{action['lead']}Please look at {action['what']}{action['stop']}")
    elif (
        action
        and _asks_soon(flagged)
        and (flagged.is_label or action["stop"].strip() or not re.search(r"\w", action["lead"]))
    ):
        yield flagged.whole(
            f"{action['lead']}What to do{' now' if action['now'] else ''}{action['stop'].replace('!', '')}"
        )
    yield from _about(flagged)
    status = _STATUS.match(flagged.text)
    if status and (told := _told(flagged, status)):
        yield flagged.whole(told)


def is_warning(flagged: Flagged) -> bool:
    """Whether the message is a warning, and says so elsewhere: then its title has to."""
    others = (row.text for row in flagged.view.analysis.sentences if row.index != flagged.sentence.index)
    return any(
        re.search(r"\b(?:warned|(?:formal|written|official|this)\s+warning)\b", text, re.IGNORECASE) for text in others
    )


def _asks_soon(flagged: Flagged) -> bool:
    """Whether something is asked for right behind it, or anywhere below a subject."""
    at = flagged.sentence.index
    asks = [index for index, _, _ in flagged.view.analysis.directives.asks if index > at]
    return bool(asks) and (at == 0 or asks[0] <= at + _NEAR)


def _told(flagged: Flagged, match: re.Match[str]) -> str | None:
    """None where the thing is not known to rest, or what is so for good has another name than closed."""
    thing, done = _small(match["thing"]), match["done"].lower()
    told = _DONE[done]
    if match["long"] and done != "revoked":
        if done != "terminated":
            return None
        told = "Your {} is permanently closed"
    elif done == "terminated" and re.search(r"\b(?:accounts?|profiles?|store|shop)\Z", thing):
        told = "Your {} is closed"
    elif done == "revoked" and not re.search(r"\b(?:memberships?|subscriptions?|plans?|cards?|booking|order)\Z", thing):
        return None  # of a licence it is the term
    elif told == _ON_HOLD and not (is_pause(flagged, done) and is_holdable(thing)):
        return None
    return f"{match['lead']}{told.format(thing)}{match['tail']}"


def _is_final(match: re.Match[str]) -> bool:
    return bool(re.search(r"\bfinal\b", match.group(), re.IGNORECASE))


def _is_no_pause(flagged: Flagged, match: re.Match[str]) -> bool:
    """Whether a suspension is told that is more than a pause."""
    return match["what"].lower() == "suspension" and not (is_pause(flagged) and is_holdable(match["thing"]))


def _about(flagged: Flagged) -> Iterator[Wording]:
    match = _STOPPED.match(flagged.text)
    if match and not _is_final(match) and not _is_no_pause(flagged, match):
        thing, what = _small(match["thing"]), match["what"].lower()
        if (match["kind"] or "").lower() in ("warning", "reminder", "alert"):
            told = f"How to keep your {thing}"
        elif what == "disconnection":
            if not _asks_soon(flagged):
                return
            told = f"How to keep your {thing}{' connected' if _CONNECTED.search(thing) else ''}"
        else:
            told = f"About {_KEPT.get(what, 'the end of')} your {thing}"
        yield flagged.whole(f"{match['lead']}{told}{match['tail']}")
    match = _WARNED.match(flagged.text)
    if match:
        thing = re.sub(r"\Ayour\s+", "", _small(match["thing"]))
        yield flagged.whole(f"{match['lead']}About your {thing}{match['tail']}")


def _without_half(text: str) -> str:
    """The text without the second half of a pair of marks, whose first half went with the alarm."""
    return text[:-1] if text[-1] in "*_" and text.count(text[-1]) % 2 else text


def _small(words: str) -> str:
    """Words of a title as they stand in a sentence; initials stay."""
    return " ".join(
        word if word.isupper() and word.lower() in ("vps", "api") else word.lower() for word in words.split()
    )
