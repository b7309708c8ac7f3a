"""What nobody is forced to do if the ask is met: "so that we do not have to instruct our solicitors".

The step keeps its own words and so stays as true as it was: it comes only if it has to. Steps that reach for other
people, or for the reader's freedom, have no fair wording and are left to a person.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.unpaid import is_money, not_to_pay

_WILL: Final = (
    r"\s+(?:will|may|might|could|can|shall|would)\s+"
    r"(?:(?:also|then|now|therefore|automatically|immediately)\s+)*"
    r"(?:(?:have\s+no\s+(?:other\s+)?(?:choice|option|alternative)\s+but|have|need"
    r"|be\s+(?:obliged|forced|compelled|constrained|required))\s+to\s+)?"
)
_STEPS: Final = (
    r"(?:add|advise|apply|ask|assign|begin|bring|cancel|charge|close|collect|commence|continue|decide|disconnect|dissolve|end"
    r"|enforce|escalate|file|forward|hand|initiate|instruct|issue|move|pass|proceed|pursue|recover|refer|reject|remove"
    r"|report|request|restrict|return|seek|send|serve|start|stop|suspend|take|terminate|transfer|withdraw"
    r"|(?:shut|cut|turn|switch)\s+off|lock|block|freeze|revoke|downgrade|limit|reduce|hold|withhold|demand)"
)
_ACTOR: Final = r"(?P<who>we|I|it|they|(?:the|our|your|an?)\s+(?:[\w'’.-]+\s+){0,3}?[\w'’.-]+)"
_ACTIVE: Final = re.compile(rf"\A{_ACTOR}{_WILL}(?P<do>{_STEPS}\s+.+)\Z", re.IGNORECASE | re.DOTALL)
_THING: Final = (
    r"(?P<who>(?:your|the|this|that|these|those|our)\s+[^,;:.()]*?|legal\s+(?:action|proceedings)|court\s+action)"
)
_DONE: Final = (
    r"(?P<done>passed|referred|transferred|handed|sold|sent|forwarded|escalated|assigned|moved|returned|taken|started"
    r"|begun|commenced|issued|reported|registered|recorded|added|billed|disconnected|barred|reduced|cut|withheld"
    r"|deemed\s+withdrawn|treated\s+as\s+withdrawn|dissolved|struck\s+off|reclaimed)"
)
_PASSIVE: Final = re.compile(
    rf"\A{_THING}{_WILL}(?:be\s+)(?:\w+ly\s+)?{_DONE}(?P<rest>(?:\s+.+)?)\Z", re.IGNORECASE | re.DOTALL
)
_NOTICE: Final = re.compile(
    r"\Aan?\s+(?P<who>(?:\w+\s+)?(?:notice|report|summons))\s+(?:will|may|might|could)\s+be\s+(?P<done>published|issued|served|filed|placed|sent)"
    r"(?P<rest>(?:\s+(?:on|in|to|with)\s+(?:the|your|our)\b.+)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_RESULT: Final = re.compile(
    rf"\A(?:(?:(?:will|may|could|might)\s+)?(?:result\s+in|lead\s+to|mean)\s+)?{_THING}\s+being\s+(?:\w+ly\s+)?{_DONE}"
    r"(?P<rest>(?:\s+.+)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_FEE: Final = re.compile(
    r"\A(?:(?:an?|the|any|further|additional)\s+)*(?P<what>(?:[\w-]+\s+){0,4}?(?P<fee>fees?|charges?|interest|costs?|penalt(?:y|ies)|surcharges?)"
    rf"(?:\s+of\s+[^\s,]+)?){_WILL}(?:be\s+)?(?:added|charged|applied|imposed|levied|apply)"
    r"(?P<rest>(?:\s+to\s+your\s+(?:\w+\s+)?\w+)?)\Z",
    re.IGNORECASE,
)
_DELAYS: Final = re.compile(
    r"\A(?:(?:will|may|could|might)\s+)?(?P<verb>delay|affect|invalidate)\s+(?P<who>(?:your|the|this|our)\s+(?:[\w'’-]+\s*){1,4})\Z",
    re.IGNORECASE,
)
_PAYABLE: Final = re.compile(
    r"\A(?P<who>(?:the|your)\s+(?:full|entire|whole|remaining|total|outstanding)\s+(?:balance|amount|sum|loan|debt)(?:\s+of\s+\S+)?)"
    r"\s+(?:will|may|shall|would)\s+(?:then\s+|immediately\s+)*(?P<verb>become\s+(?:due|payable)|fall\s+due)\Z",
    re.IGNORECASE,
)
_TO_PAY: Final = re.compile(
    r"\Ayou\s+(?:will|may|might|could)\s+(?:also\s+)?(?:incur|have\s+to\s+pay|need\s+to\s+pay|be\s+(?:held\s+)?liable\s+for)\s+"
    r"(?P<what>(?:[\w£$€.,'’-]+\s+){0,5}?(?:fees?|charges?|costs?|interest|penalt(?:y|ies)|surcharges?|fines?)(?:\s+of\s+(?:up\s+to\s+)?\S+)?)\Z",
    re.IGNORECASE,
)
_COURT: Final = re.compile(
    r"\A(?:any\s+)?(?:further\s+)?(?P<what>(?:legal|court|recovery|enforcement)\s+(?:action|proceedings))(?:\s+against\s+you)?\Z",
    re.IGNORECASE,
)
# What comes of it, as a thing: a fine, a judgment, a delay.
_THINGS: Final = re.compile(
    r"\A(?:(?:(?:this|that|it|which)\s+)?(?:will|may|could|might)\s+)?(?:also\s+)?(?:result\s+in|lead\s+to|mean|cause|incur|attract)\s+(?:an?\s+|any\s+)?"
    r"(?P<what>(?:(?:further|additional|extra|late|county|court|civil|default|penalty|fixed|possible|legal|bank|added)\s+){0,3}"
    r"(?P<noun>fines?|penalt(?:y|ies)|costs?|charges?|fees?|interest|judge?ments?|delays?)(?:\s+of\s+(?:up\s+to\s+)?\S+)?)"
    r"(?P<rest>(?:\s+(?:to|on|in|against|for)\s+(?:your|the|our|you)(?:\s+[\w'’-]+){0,3})?)\Z",
    re.IGNORECASE,
)
_LOSING: Final = re.compile(
    r"\A(?:this|which|that|it)\s+(?:will|may|might|could)\s+(?:result\s+in|lead\s+to|mean)\s+your?\s+losing\s+"
    r"(?P<what>(?:your|the)\s+(?:[\w'’-]+\s?){1,3})\Z",
    re.IGNORECASE,
)
_HOME: Final = re.compile(
    r"\Ayou\s+(?:will|may|might|could)\s+be\s+evicted(?P<rest>(?:\s+from\s+(?:your|the)\s+(?:home|property|flat|house))?)\Z",
    re.IGNORECASE,
)
# What reaches for others, or for the reader's freedom; and what says more in a clause of its own.
_UNFAIR: Final = re.compile(
    r"\b(?:employers?|famil\w+|neighbou?rs?|relatives?|references|guarantors?|landlord|friends|police|arrest\w*|jail\w*|prison"
    r"|prosecut\w+|criminal|publish\w*|garnish\w*|bailiffs?|immigration|authorit\w+)\b",
    re.IGNORECASE,
)
# Who takes a step, and not who is told of it.
_OF_LAW: Final = re.compile(r"\A(?:the|your|our)\s+(?:landlord|(?:local\s+)?authority)(?=\s)", re.IGNORECASE)
# A court does as it finds right, and not because it has to.
_JUDGES: Final = re.compile(r"\b(?:judge|court|tribunal|magistrates?|registrar|panel)\b", re.IGNORECASE)
_NOTICES: Final = re.compile(r"\bpublish(?:ed|es)?\s+(?:an?|the)\s+notice\b", re.IGNORECASE)
_MORE: Final = re.compile(
    r"[,;:()]|\b(?:that|which|who|whom|until|when|where|while|because|if|unless|you)\b", re.IGNORECASE
)
_TO_YOU: Final = re.compile(r"\b(?:against|to|from|on)\s+you\b|\btake\s+you\s+to\s+court\b", re.IGNORECASE)
_JOINED: Final = re.compile(rf"\s+and\s+(?:then\s+)?(?={_STEPS}\b)", re.IGNORECASE)
_ANOTHER: Final = re.compile(r"\s+(?:and|or)\s+(?:will|may|might|could|shall|we|they|it|the\s+\w+\s+(?:will|may))\b")
_DELAYED: Final = {"delay": "delayed", "affect": "affected", "invalidate": "made invalid"}


def unforced(clause: str) -> str | None:
    """The clause of a sanction as what does not have to be; None where it is of no known shape, or not fair."""
    notice = _NOTICE.match(clause)
    if notice and not _MORE.search(notice["rest"]):
        return f"no {notice['who']} has to be {notice['done']}{notice['rest']}"
    if not is_fair(clause):
        return None
    for pattern, tell in _SHAPES:
        match = pattern.match(clause)
        if match:
            if pattern is _ACTIVE and _JUDGES.search(match["who"]):
                return None
            said = {name: text for name, text in match.groupdict().items() if text and name in ("do", "rest")}
            if any(_MORE.search(_TO_YOU.sub("", text)) or _ANOTHER.search(text) for text in said.values()):
                return None
            return tell(match)
    return None


def is_fair(clause: str) -> bool:
    """Whether a step keeps to the reader's own things: it reaches for nobody else, and not for their freedom."""
    return not _UNFAIR.search(_NOTICES.sub("", _OF_LAW.sub("", clause)))


def is_of_others(clause: str) -> bool:
    """Whether somebody else than the sender takes the step: "it could take you to court"."""
    match = _ACTIVE.match(clause)
    return match is not None and match["who"].lower() not in ("we", "i")


_DESCRIBES: Final = re.compile(r"\w{2,}ed|sent|made|held|given|taken|lent", re.IGNORECASE)


def is_many(who: str) -> bool:
    """Whether a noun phrase takes a plural verb, by the last word before what describes it."""
    who = re.sub(r"\A(?:all|any|some|none)\s+of\s+", "", who, flags=re.IGNORECASE)
    words = re.split(r"\s+(?:of|for|on|in|with|to|from|at|under|listed|shown)\b", who, maxsplit=1)[0].split()
    while len(words) > 1 and _DESCRIBES.fullmatch(words[-1]):  # "all stickers issued"
        words.pop()
    last = words[-1].lower() if words else ""
    if last in ("you", "we", "they", "these", "people", "proceedings", "staff") or re.search(r"\band\b", who):
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "access", "is", "’s", "'s"))


def small_who(who: str) -> str:
    """A subject in the middle of its sentence."""
    return who if who == "I" or who[1:2].isupper() else who[:1].lower() + who[1:]


def _do(who: str) -> str:
    return "do" if who in ("we", "I") or is_many(who) else "does"


def _active(match: re.Match[str]) -> str:
    who = small_who(match["who"])
    return f"{who} {_do(who)} not have to {_JOINED.sub(' or ', match['do'])}"


def _passive(match: re.Match[str]) -> str:
    who = small_who(match["who"])
    if re.match(r"(?:legal|court)\s", who):
        return f"no {who} {'have' if is_many(who) else 'has'} to be {match['done']}{match['rest']}"
    return f"{who} {_do(who)} not have to be {match['done']}{match['rest']}"


def _not_delayed(match: re.Match[str]) -> str:
    who = small_who(match["who"].strip())
    return f"{who} {'are' if is_many(who) else 'is'} not {_DELAYED[match['verb'].lower()]}"


def _not_payable(match: re.Match[str]) -> str:
    return f"{small_who(match['who'])} does not {match['verb'].lower()}"


def _no_fee(match: re.Match[str]) -> str:
    return not_to_pay(match["what"])


def _not_to_pay(match: re.Match[str]) -> str:
    return f"you do not have to pay {match['what']}"


def _no_court(match: re.Match[str]) -> str:
    what = match["what"].lower()
    return f"no {what} {'are' if is_many(what) else 'is'} needed"


def _no_such(match: re.Match[str]) -> str:
    many = match["noun"].lower().endswith("s")
    what = re.sub(r"\A(?:possible|added)\s+", "", match["what"], flags=re.IGNORECASE)
    if is_money(what):
        return not_to_pay(what)
    return f"there {'are' if many else 'is'} no {what}{match['rest']}"


def _kept(match: re.Match[str]) -> str:
    return f"you keep {match['what'].strip()}"


def _not_evicted(match: re.Match[str]) -> str:
    return f"you are not evicted{match['rest']}"


_SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_HOME, _not_evicted),
    (_LOSING, _kept),
    (_COURT, _no_court),
    (_THINGS, _no_such),
    (_TO_PAY, _not_to_pay),
    (_PAYABLE, _not_payable),
    (_FEE, _no_fee),
    (_DELAYS, _not_delayed),
    (_RESULT, _passive),
    (_PASSIVE, _passive),
    (_ACTIVE, _active),
)
