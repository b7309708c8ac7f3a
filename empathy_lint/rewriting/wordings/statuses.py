"""Titles and labels that state a blow, as what it means: "Account temporarily locked" as "You cannot use your account
for now", "Notice before legal proceedings" as "Before this goes to court".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.wordings.holds import rests

_THING: Final = r"(?P<thing>(?:[\w'’-]+\s+){0,2}?(?:accounts?|profile|card|wallet))"
_SIGNS: Final = r"[\s⚠️🚨🔒🔴*_#]*"
# With something behind it, the title says why, and is more than a state.
_LOCKED: Final = re.compile(
    rf"\A(?P<lead>{_SIGNS})(?P<whose>your\s+|this\s+|the\s+)?{_THING}\s+(?:(?:is|are|has\s+been|was)\s+)?(?:now\s+|currently\s+)?"
    r"(?P<for>temporarily\s+)?(?:now\s+)?(?:locked|blocked)(?P<tail>[\s.!]*)\Z",
    re.IGNORECASE,
)
# A thing that only its code names: "your {{ product }} account, for {{ email }}, has been locked".
_HAS_BEEN: Final = re.compile(
    r"\b(?:has\s+been|is|was)\s+(?:now\s+|currently\s+)?(?P<for>temporarily\s+)?locked(?=[\s.!]*\Z)", re.IGNORECASE
)
_DELETED: Final = re.compile(
    rf"\A(?P<lead>{_SIGNS})(?:your\s+)?(?P<thing>(?:account|e-?mail\s+address|phone\s+number|address|profile|card|bank\s+account|payment\s+method|request|booking|order))\s+"
    r"(?P<done>deleted|removed|closed|cancell?ed)(?P<tail>[\s.!]*)\Z",
    re.IGNORECASE,
)
_LAST_BEFORE: Final = re.compile(
    r"\A(?P<lead>.*?)\b(?:your\s+|our\s+|the\s+)?(?:final|last)\s+(?P<what>suspension|disconnection|termination|closure|eviction|cancellation|deletion)\s+"
    r"(?:warning|notice)(?P<tail>.*?)(?P<stop>[\s.!]*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_COURT: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<last>(?:final|last)\s+)?(?:(?:formal|official|urgent)\s+)*(?P<paper>notice|letter|demand|warning)\s+(?:before|prior\s+to|of)\s+"
    r"(?:(?:intended|intention\s+to\s+(?:commence|begin|start|take)|the\s+start\s+of|commencement\s+of|pending|imminent)\s+)?"
    r"(?:legal|court)\s+(?:proceedings|action)"
    r"(?:\s*(?:for|about|regarding|:|[-–—])\s*(?P<about>[\w'’ £$€.,-]+?))?(?P<tail>[\s.!:]*)\Z",
    re.IGNORECASE,
)
_EVICTION: Final = re.compile(
    r"\A(?P<lead>\W*)(?:pay|act|reply|respond|call)\s+(?:us\s+)?now\W*\s+(?:(?:to|and)\s+)?avoid\s+(?P<what>eviction|repossession|disconnection)(?P<tail>[\s.!]*)\Z",
    re.IGNORECASE,
)
_KEEP: Final = {"eviction": "your home", "repossession": "your home", "disconnection": "your supply"}
_BREACHED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:breach(?:ed)?|broken)\s+(?:of\s+)?(?P<what>(?:the\s+)?(?:terms\s+of\s+)?(?:(?:the|your)\s+)?(?:court\s+order|agreement|arrangement|payment\s+plan|tenancy(?:\s+agreement)?|repayment\s+agreement))(?P<tail>[\s.!]*)\Z",
    re.IGNORECASE,
)
_DEBTOR: Final = re.compile(r"\A(?P<lead>\W*)(?:the\s+)?debtor(?:['’]s\s+name)?(?=\s*:)", re.IGNORECASE)
_LABEL: Final = 12  # words of what can be a title


# Kept from one thing, and for a time that is told.
_SUSPENDED_FROM: Final = re.compile(
    r"\b(?P<you>you)\s+(?:have\s+been|are|were)\s+(?:now\s+|temporarily\s+)?suspended\s+from\s+(?P<doing>[a-z]{3,}ing)\b(?=[^.;]*\b(?:until|for\s+(?:\d|the\s+next|an?|one|two|three|seven|thirty)))",
    re.IGNORECASE,
)


def told_plainly(flagged: Flagged) -> Iterator[Wording]:
    """The title or label as what it means for its reader."""
    text = flagged.text
    debtor = _DEBTOR.match(text)
    if debtor and flagged.touches(debtor):
        yield Wording(debtor.end("lead"), debtor.end(), "NAME" if debtor.group().isupper() else "Name", "word", "safe")
    if len(text.split()) > _LABEL:
        return
    for pattern, tell in (
        (_LOCKED, _not_to_use),
        (_DELETED, _has_been),
        (_COURT, _before_court),
        (_EVICTION, _to_keep),
        (_BREACHED, _not_kept),
    ):
        match = pattern.match(text)
        if match and not flagged.has_company and not flagged.holds_placeholder:
            yield flagged.whole(f"{match['lead']}{tell(match)}{match['tail']}")
    last = _LAST_BEFORE.match(text)
    if last and (flagged.is_label or not flagged.has_company):
        told = f"notice before {last['what'].lower()}"
        told = told if re.search(r"\w", re.sub(r"\[[^]]*\]", "", last["lead"])) else capital(told)
        yield flagged.whole(f"{last['lead']}{told}{last['tail']} (the last one){last['stop']}")


def shut_out_by_status(flagged: Flagged) -> Iterator[Wording]:
    """ "Your {{ name }} account, for {{ email }}, has been locked": cannot be used."""
    for match in flagged.matches(_SUSPENDED_FROM):
        told = f"{match['you']} cannot {verb_lemma(match['doing'].lower())}"
        yield Wording(match.start(), match.end("doing"), told, "clause", "review")
    for match in flagged.matches(_HAS_BEEN):
        if flagged.holds_placeholder and rests(flagged, match.end() - 1):
            yield Wording(*match.span(), f"cannot be used{' for now' if match['for'] else ''}", "phrase", "review")


def _not_to_use(match: re.Match[str]) -> str:
    whose = (match["whose"] or "your ").lower()
    whose = "your " if whose == "the " else whose
    keeps_case = match["thing"][1:2].isupper() and not match.group().isupper()
    thing = match["thing"] if keeps_case else match["thing"].lower()
    return f"You cannot use {whose}{thing}{' for now' if match['for'] else ''}"


def _has_been(match: re.Match[str]) -> str:
    return f"Your {match['thing'].lower()} has been {match['done'].lower()}"


def _before_court(match: re.Match[str]) -> str:
    about = f": {match['about'].lower() if match['about'].isupper() else match['about']}" if match["about"] else ""
    last = f" (our last {'letter' if match['paper'].lower() == 'letter' else 'notice'})" if match["last"] else ""
    return f"Before this goes to court{about}{last}"


def _to_keep(match: re.Match[str]) -> str:
    return f"How to keep {_KEEP[match['what'].lower()]}"


def _not_kept(match: re.Match[str]) -> str:
    what = re.sub(r"\A(?:the|your)\s+", "", match["what"].lower())
    terms = re.match(r"terms\s+of\s+(?:(?:the|your)\s+)?", what)
    if terms:
        return f"The terms of the {what[terms.end() :]} have not been kept"
    return f"The {what} has not been kept to"
