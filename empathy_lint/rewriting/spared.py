"""What does not happen if the ask is met, for sanctions of no common kind: "so that your listings are not removed".

Clause by clause and with its own words, all of it or nothing, so that no step is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.averted_things import averted_thing
from empathy_lint.rewriting.consequences import HELD, consequences
from empathy_lint.rewriting.unforced import is_many, small_who, unforced

_WILL: Final = (
    r"\s+(?:will|may|might|could|can|shall|would)\s+"
    r"(?:(?:also|then|automatically|immediately|permanently|temporarily|have\s+to|need\s+to)\s+)*"
)
_WHO: Final = (
    r"(?P<who>(?:your|the|this|that|these|all|any|future|further|our|older|some|each|every|it|they|you|access"
    r"|supply|services?|power|water|gas|electricity)\b"
    r"[^,;:.()]*?)"
)
_STOPPED: Final = (
    r"(?P<done>suspended|banned|terminated|disconnected|cancell?ed|closed|shut\s+down|cut\s+off|restricted|blocked|locked|deactivated|disabled"
    r"|revoked|withdrawn|removed|deleted|frozen|stopped|paused|downgraded|rejected|refused|declined|ended|lost|limited|turned\s+off"
    r"|taken\s+down|logged\s+out|signed\s+out|switched\s+off|delayed|forfeited|charged|purged|archived|interrupted|affected|voided|discarded|unpublished|released|throttled|slowed(?:\s+down)?|barred)"
)
_SCHEDULED: Final = re.compile(
    rf"\A{_WHO}\s+(?:is|are)\s+(?:now\s+|currently\s+)?(?:scheduled|due|set)\s+"
    rf"(?:for\s+(?P<noun>suspension|disconnection|closure|deletion|cancellation|termination|removal)|to\s+be\s+{_STOPPED})"
    r"(?P<rest>(?:\s+(?:at|on|from|after|by)\s+.+)?)\Z",
    re.IGNORECASE,
)
_OF_NOUN: Final = {
    "suspension": "suspended", "disconnection": "disconnected", "closure": "closed", "deletion": "deleted",
    "cancellation": "cancelled", "termination": "ended", "removal": "removed",
}  # fmt: skip
# What may follow the verb without saying more than where from.
_REST: Final = r"(?P<rest>(?:\s+(?:from|for|to|on|off|in)\s+(?:your|the|our|this|all|any)(?:\s+[\w'’-]+){1,3})?)"
_PASSIVE: Final = re.compile(rf"\A{_WHO}{_WILL}be\s+(?:\w+ly\s+)?{_STOPPED}{_REST}\Z", re.IGNORECASE)
_ENDING: Final = re.compile(
    rf"\A{_WHO}{_WILL}(?P<verb>expire|lapse|stop\s+working|be\s+lost|end|close|cease)\Z", re.IGNORECASE
)
_INACTIVE: Final = re.compile(rf"\A{_WHO}{_WILL}become\s+(?P<how>inactive|unavailable|invalid|void)\Z", re.IGNORECASE)
_ACTIVE: Final = re.compile(
    rf"\A(?P<who>we|I|our\s+\w+|(?:your|the|our)(?:\s+\w+){{1,2}}){_WILL}"
    r"(?P<verb>suspend|terminate|disconnect|cancel|close|restrict|block|lock|deactivate|disable|revoke|withdraw|remove|delete"
    r"|freeze|stop|pause|downgrade|reject|refuse|decline|end|limit|charge|discard|unpublish)\s+"
    r"(?P<what>(?:your|the|this|these|all|any|a|an|it)\b(?:\s+[\w'’-]+){0,5})\Z",
    re.IGNORECASE,
)
_LOSE: Final = re.compile(
    rf"\A(?:you{_WILL}|you\s+(?:(?:will\s+)?have\s+(?:now\s+|then\s+)?)?|be\s+)?(?:risk\s+)?(?:los(?:e|ing|t)|forfeit(?:ing|ed)?)\s+(?P<what>(?:access\s+to|your|the|all|any|those|these|this|that)\b(?:\s+[\w'’-]+){{0,7}})\Z",
    re.IGNORECASE,
)
_UNABLE: Final = re.compile(
    r"\Ayou\s+(?:will|may|might)\s+(?:no\s+longer\s+be\s+able|not\s+be\s+able|be\s+unable)\s+to\s+(?P<what>\w+(?:\s+[\w'’-]+){0,8})\Z",
    re.IGNORECASE,
)
_NO_MORE: Final = re.compile(
    r"\Ayou\s+(?:will|may|might)\s+(?:no\s+longer|not)\s+have\s+(?P<what>(?:\w+\s*){1,6})\Z", re.IGNORECASE
)
_FURTHER: Final = re.compile(
    rf"\A(?:further|additional|more)\s+(?P<what>action|steps|measures){_WILL}(?:be\s+taken|follow|be\s+necessary)\Z",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(
    r",?\s+(?:and|or)\s+(?=(?:your|the|we|you|it|they|all|any|this|these|future|access|an?|our)\b(?:[^,;]|(?<=\d),(?=\d))*?\b(?:will|may|might|could|can|shall|would)\s)",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"\s*,?\s*\bwithout\s+(?:any\s+)?(?:further|prior|additional)\s+(?:notice|warning|reference|communication|correspondence|contact)(?:\s+to\s+you)?",
    re.IGNORECASE,
)
_YOURS: Final = re.compile(r"\A(?:supply|services?|power|water|gas|electricity)\b")
_INFINITIVE: Final = {"terminate": "end"}
# What readers have they keep, where all of it would go.
_HELD: Final = re.compile(
    rf"\A(?:(?:all|any)\s+)?(?P<what>your\s+(?:[\w'’-]+\s+){{0,3}}?(?:{'|'.join(sorted(HELD))})(?:\s+(?:to|at|in|on|for|with)\s.+)?)\Z",
    re.IGNORECASE,
)
_TAKEN: Final = re.compile(
    r"(?:suspended|terminated|cancell?ed|closed|blocked|deactivated|disabled|revoked|withdrawn|removed|stopped|ended|lost|forfeited)\Z",
    re.IGNORECASE,
)
_STILL: Final = {"inactive": "active", "unavailable": "available", "invalid": "valid", "void": "valid"}


def spared(sanction: str) -> str | None:
    """ "your listings are not removed and you keep your photos"; None where a part of it is of no known shape."""
    clauses = [each.strip(" ,") for each in _BREAK.split(_NOTICE.sub("", sanction).strip(" .!*_"))]
    told = [_told(each) for each in clauses]
    if not told or not all(told):
        return None
    rows = list(dict.fromkeys(each for each in told if each))
    return " and ".join([", ".join(rows[:-1]), rows[-1]] if len(rows) > 1 else rows)


def _told(clause: str) -> str | None:
    for pattern, tell in _SHAPES:
        match = pattern.match(clause)
        if match:
            return tell(match)
    known = consequences(clause)
    if known is not None and known.stays and not known.steps:
        return " and ".join(known.stays)
    return unforced(clause) or averted_thing(clause)


def _not_done(match: re.Match[str]) -> str:
    who = _YOURS.sub(r"your \g<0>", small_who(match["who"]))
    held = _HELD.match(who) if _TAKEN.match(match["done"]) and not match["rest"] else None
    if held:
        return f"you keep {held['what']}"
    return f"{who} {'are' if is_many(who) else 'is'} not {match['done']}{match['rest']}"


def _not_scheduled(match: re.Match[str]) -> str:
    who = small_who(match["who"])
    done = _OF_NOUN[match["noun"].lower()] if match["noun"] else match["done"]
    return f"{who} {'are' if is_many(who) else 'is'} not {done}{match['rest']}"


def _not_ending(match: re.Match[str]) -> str:
    who, verb = small_who(match["who"]), match["verb"]
    if verb.lower().startswith("be "):
        return f"{who} {'are' if is_many(who) else 'is'} not lost"
    return f"{who} {'do' if is_many(who) else 'does'} not {verb}"


def _still(match: re.Match[str]) -> str:
    who = small_who(match["who"])
    return f"{who} {'stay' if is_many(who) else 'stays'} {_STILL[match['how'].lower()]}"


def _need_not(match: re.Match[str]) -> str:
    who, verb = small_who(match["who"]), match["verb"].lower()
    do = "do" if who in ("we", "I") or is_many(who) else "does"
    what = re.sub(r"\s+automatically\Z", "", match["what"], flags=re.IGNORECASE)
    return f"{who} {do} not have to {_INFINITIVE.get(verb, verb)} {what}"


def _kept(match: re.Match[str]) -> str:
    return f"you keep {match['what']}"


def _can_still(match: re.Match[str]) -> str:
    return f"you can still {match['what']}"


def _none_needed(match: re.Match[str]) -> str:
    what = match["what"].lower()
    return f"no further {what} {'is' if what == 'action' else 'are'} needed"


_SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_FURTHER, _none_needed),
    (_LOSE, _kept),
    (_UNABLE, _can_still),
    (_NO_MORE, lambda match: f"you still have {match['what']}"),
    (_INACTIVE, _still),
    (_SCHEDULED, _not_scheduled),
    (_PASSIVE, _not_done),
    (_ENDING, _not_ending),
    (_ACTIVE, _need_not),
)
