"""What a sanction says will happen, told as plain information: all of it or nothing, so that no step is hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.unpaid import all_unpaid, not_to_pay

_STAYS: Final = {
    "services": "carry on", "service": "carries on", "supply": "stays on", "connection": "stays on", "line": "stays on",
    "power": "stays on", "water": "stays on", "gas": "stays on", "electricity": "stays on", "account": "stays open",
    "accounts": "stay open", "policy": "stays in force", "cover": "stays in force", "plan": "carries on",
    "membership": "carries on", "subscription": "carries on", "registration": "stays in place",
    "booking": "stays in place", "order": "goes ahead", "number": "stays yours",
    "domain": "stays yours", "site": "stays online", "website": "stays online", "workspace": "stays open",
    "card": "keeps working", "tenancy": "carries on", "licence": "stays in force",
    "license": "stays in force", "permit": "stays in force", "insurance": "stays in force",
    "warranty": "stays in force",
    "contract": "carries on", "agreement": "carries on", "arrangement": "carries on", "benefits": "carry on",
    "request": "stays open", "case": "stays open", "reservation": "stays in place", "offer": "stays open",
    "profile": "stays online", "listing": "stays online", "application": "stays open", "claim": "stays open",
    "benefit": "carries on",
}  # fmt: skip
# What readers have and keep.
HELD: Final = frozenset("access privileges place places rights seat spot discount".split())
_THING: Final = rf"(?:(?:your|the|this)\s+)?\b(?P<what>(?:[\w-]+\s+)?(?:{'|'.join([*_STAYS, *sorted(HELD)])}))\b"
_STOP: Final = (
    r"(?:suspend|terminat|disconnect|cancel|clos|shut|cut|restrict|block|bar|deactivat|disabl|lock|revok|interrupt"
    r"|discontinu|withdraw|laps|expir|stop|end|froz|paus)\w*(?:\s+(?:off|down))?"
)
_NOUN: Final = r"(?:suspension|termination|disconnection|cancellation|closure|interruption|restriction|withdrawal|loss)"
_FEE: Final = (
    r"(?P<fee>(?:(?:late|extra|additional|further|reconnection|administration|admin)\s+(?:payment\s+)?)"
    r"(?:fees?|charges?|penalt(?:y|ies)|costs?)|interest|fees|charges|penalties|costs)\b"
)
_DONE: Final = r"(?:be\s+)?(?:also\s+)?(?:added|charged|applied|apply|imposed|incurred|levied|accrue)"
_ACTION: Final = r"(?:legal|court)\s+(?:action|proceedings)"
_CASE: Final = r"(?:your|the|this)\s+(?P<case>(?:[\w-]+\s+)?(?:account|debt|balance|case|file|matter))"
_WHO: Final = (
    r"(?P<who>(?:an?|our|the)\s+(?:(?:external|independent|third[- ]party|specialist|debt|outside)\s+)*"
    r"(?:collections?|recovery|recoveries|legal|debt)\s*(?:agency|agencies|agents?|department|team|company|partners?)"
    r"|(?:an?|our|the)\s+(?:debt\s+)?collectors?|our\s+solicitors?|our\s+lawyers?)"
)
_PASS: Final = r"(?:pass|refer|hand|transfer|send|sent|escalat|forward|assign)\w*"
NAMES_TIME: Final = re.compile(r"\b(?:by|before|within|on)\b", re.IGNORECASE)
_UNSURE: Final = re.compile(r"\b(?:may|might|could|can)\b", re.IGNORECASE)
# What is left of a sanction once its steps are taken out: words that tell nothing themselves.
_GLUE: Final = frozenset(
    """we i will may shall could might can would be to have no choice option but and or also then result in lead cause
        the a an face risk automatically immediately temporarily permanently of your you is are this that it further
        again against forced obliged consider start taking take taken being been""".split()
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_KEPT: Final = (
    _pattern(rf"{_THING}(?:\s+\w+){{0,2}}?\s+(?:be|being|is|are)\s+(?:\w+ly\s+)?{_STOP}"),
    _pattern(rf"{_THING}\s+(?:will|may|could|might)\s+(?:lapse|expire|stop|end|close)"),
    _pattern(rf"{_NOUN}(?:\s+(?:or|and)\s+{_NOUN})*\s+(?:of|to|in)\s+(?:all\s+)?{_THING}"),
    _pattern(
        rf"(?:an?\s+|any\s+)?\b(?P<what>service|account|card|subscription|policy|membership|registration)\s+{_NOUN}s?\b"
    ),
    _pattern(
        rf"(?:suspend|terminate|disconnect|cancel|close|restrict|block|lock|freeze|pause|interrupt|discontinue|stop|end)\s+{_THING}"
    ),
)
_FEES: Final = (
    _pattern(
        rf"(?:(?:an?|the|any|your)\s+)?{_FEE}(?:\s+(?:will|may|shall|could|can|might))?(?:\s+{_DONE})(?:\s+to\s+your\s+\w+)?"
    ),
    _pattern(rf"(?:charge|add|apply|incur|attract)(?:\s+you)?(?:\s+(?:an?|the))?\s+{_FEE}(?:\s+to\s+your\s+\w+)?"),
    _pattern(rf"(?:result\s+in|lead\s+to|mean|and|or)\s+(?:(?:an?|the)\s+)?{_FEE}"),
    _pattern(rf"\A\s*(?:(?:an?|the|any)\s+)?{_FEE}\s*\Z"),
)
# Stopped without a word on what: only what else is said can tell.
_BARE: Final = _pattern(rf"(?:(?:immediate|automatic|account|service|possible)\s+)*{_NOUN}(?:\s+(?:or|and)\s+{_NOUN})*")
_COMES_TO: Final = _pattern(
    r"\A(?:(?:you\s+)?(?:will|may|might|could)\s+)?(?:(?:face|risk|be\s+subject\s+to|result\s+in|lead\s+to|mean)\s+)?(?:the\s+|an?\s+)?"
)
# What is suspended when nobody says what; a card that is to be updated only pays for it.
_YOURS: Final = _pattern(
    r"\byour\s+(?P<what>(?:[\w-]+\s+)?(?:account|membership|subscription|registration|policy|licen[cs]e|permit|listing"
    r"|booking|reservation|order|service|access|place|domain|website))\b(?!\s+(?:to|from|in|at)\b)"
)
_COURT: Final = (
    _pattern(
        rf"(?:(?:take|begin|start|commence|initiate|consider|pursue|bring)\s+)?(?:taking\s+)?{_ACTION}"
        r"(?:\s+(?:will|may|could)\s+be\s+(?:taken|started|begun|commenced|initiated))?"
        r"(?:\s+(?:against\s+you|to\s+recover\s+(?:the|this|your)\s+(?:debt|amount|balance|money)))*"
    ),
    _pattern(r"(?:take|taking)\s+you\s+to\s+court"),
)
_OVER: Final = (
    _pattern(rf"{_PASS}\s+{_CASE}\s+(?:on\s+|over\s+)?to\s+{_WHO}"),
    _pattern(
        rf"{_CASE}\s+(?:will|may|shall|could|might)\s+(?:also\s+|then\s+)?be\s+{_PASS}\s+(?:on\s+|over\s+)?to\s+{_WHO}"
    ),
)
# Names no step at all.
_VAGUE: Final = _pattern(
    r"(?:(?:take|taking)\s+)?(?:further|appropriate|additional|other|stronger|formal|necessary|immediate)\s+(?:action|steps|measures)"
    r"(?:\s+(?:will|may|could)\s+(?:be\s+)?(?:taken|necessary|needed|follow))?(?:\s+against\s+you)?"
)
_NOTICE: Final = _pattern(r"\bwithout\s+(?:any\s+)?(?:further|prior|additional)\s+(?:notice|warning)(?:\s+to\s+you)?")


@dataclass(frozen=True, slots=True)
class Consequences:
    """What stays as it is if the ask is met ("your account stays open"), and the steps that come if not ("we ask a
    court to decide"); whether those are only possible.
    """

    stays: tuple[str, ...]
    steps: tuple[str, ...]
    unsure: bool

    def so(self) -> str:
        """What the ask is good for: " so that your service carries on and no late fees are added"."""
        return f" so that {' and '.join(self.stays)}" if self.stays else ""

    def next_step(self, ask: str = "") -> str:
        """The steps in a sentence of their own; after an ask, with what they hang on."""
        if not self.steps:
            return ""
        first = "the next step may be that" if self.unsure else "the next step is that"
        told = f"{first} {' and '.join(self.steps)}."
        if not ask:
            return told[0].upper() + told[1:]
        return f"If nothing has reached us by then, {told}" if NAMES_TIME.search(ask) else f"Without that, {told}"


def consequences(sanction: str) -> Consequences | None:
    """All that a sanction names, or None where a part of it is of no known kind: then it must not be reworded."""
    rest = _NOTICE.sub(" ", sanction)
    rest, vague = _VAGUE.subn(" ", rest)
    stays: list[str] = []
    steps: list[str] = []
    for patterns, told, into in (
        (_KEPT, _stays, stays), (_OVER, _takes_over, steps), (_COURT, _court, steps), (_FEES, _no_fee, stays),
    ):  # fmt: skip
        rest = _taken(rest, patterns, told, into)
    words = re.findall(r"[\w'’£$€{}]+", rest.lower())
    if not (stays or steps or vague) or not all(word in _GLUE for word in words):
        return None
    return Consequences(
        tuple(all_unpaid(dict.fromkeys(stays))), tuple(dict.fromkeys(steps)), bool(_UNSURE.search(sanction))
    )


def stays_in(ask: str, sanction: str) -> str | None:
    """What stays where a sanction names only its kind ("suspension"), by what the ask names as the reader's own: "your
    account stays open".
    """
    named = _COMES_TO.sub("", sanction.strip(" .!*_"))
    match = _YOURS.search(ask) if _BARE.fullmatch(named) else None
    return _stays(match) if match else "you stay connected" if named.lower() == "disconnection" else None


def _taken(
    rest: str, patterns: tuple[re.Pattern[str], ...], told: Callable[[re.Match[str]], str], into: list[str]
) -> str:
    for pattern in patterns:
        into += [told(match) for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    return rest


def _stays(match: re.Match[str]) -> str:
    what = match["what"]
    noun = what.split()[-1].lower()
    return f"you keep your {what}" if noun in HELD else f"your {what} {_STAYS[noun]}"


def _no_fee(match: re.Match[str]) -> str:
    return not_to_pay(match["fee"].lower())


def _court(match: re.Match[str]) -> str:  # noqa: ARG001 - one signature for every teller
    return "we ask a court to decide"


def _takes_over(match: re.Match[str]) -> str:
    who = match["who"]
    many = who.lower().endswith(("solicitors", "lawyers", "collectors", "agents", "partners", "agencies"))
    return f"{who} {'take' if many else 'takes'} over your {match['case']}"
