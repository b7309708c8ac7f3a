"""Sanctions: the ask they hang on, what stays if it is met, and a gap for the help; never a sanction reworded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.rewriting.flagged import Flagged, Wording, capital

HELP_GAP: Final = "If that is hard, [say how you can help, and how to reach you]."
_PROMPT: Final = (
    "[Say first how you can help, and how to reach you. If there is a next step, say once what it is, when and why.]"
)
_IF: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<mark>if|unless|should)\s+(?P<if>.+?),\s*(?:then\s+)?(?P<then>.+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_THEN: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<then>.+?),?(?<!and)(?<!but)(?<!or)\s+(?P<mark>if|unless)\s+(?P<if>[^,]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OR: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<ask>.+?)(?:,\s*(?:or|otherwise|failing\s+which)(?:\s+else)?|\s+or(?:\s+else)?|[.;]\s*otherwise,?)\s+(?P<then>.+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_UNDONE: Final = re.compile(
    r"\Ayou\s+(?:do\s+not|don['’]t|fail\s+to|(?:have\s+not|haven['’]t)(?=\s+(?:paid|replied|called|contacted)))\s+(?P<rest>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_YOU: Final = re.compile(
    r"\Ayou\s+(?P<rest>(?:pay|reply|respond|call|contact|send|return|complete|make|confirm|clear|settle|provide|update|renew|sign|submit|register|tell|get|act)\b.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_RECEIVED: Final = re.compile(
    r"\A(?:we|I)\s+(?:do\s+not|don['’]t|have\s+not|haven['’]t|did\s+not)\s+(?:receive|received|get|have|had)\s+(?P<what>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_HEARD: Final = re.compile(
    r"\A(?:(?:we|I)\s+(?:do\s+not|don['’]t|have\s+not|haven['’]t)\s+(?:hear|heard)|(?:we|I)\s+hear\s+nothing)(?:\s+back)?(?:\s+from\s+you)?(?P<rest>(?:\s+(?:by|before|within)\b.+)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_PAID: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|that|any)?\s*(?:(?:full|outstanding|overdue|remaining|total|minimum|unpaid)\s+)*(?:payment|balance|bill|invoice|amount|sum|account|fee|instalment|installment|rent|debt|arrears|it))\s+"
    r"(?:is|are|has|have)\s+(?:not|still\s+not|n['’]t)\s+(?:been\s+)?(?P<done>paid|made|received|cleared|settled)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_KEPT: Final = re.compile(
    r"\byour\s+(?P<what>(?:\w+\s+)?(?:account|service|services|access|card|policy|cover|supply|plan|membership|registration|tenancy|connection|line|number|site|website|subscription|domain|booking|order|place|workspace|licen[cs]e|power|water|gas|electricity|listing))\b",
    re.IGNORECASE,
)
_STAYS: Final = {
    "services": "carry on", "service": "carries on", "supply": "stays on", "connection": "stays on", "line": "stays on",
    "power": "stays on", "water": "stays on", "gas": "stays on", "electricity": "stays on", "account": "stays open",
    "policy": "stays in force", "cover": "stays in force", "plan": "carries on", "membership": "carries on",
    "subscription": "carries on", "registration": "stays in place", "booking": "stays in place", "order": "goes ahead",
    "place": "stays yours", "number": "stays yours", "domain": "stays yours", "site": "stays online",
    "website": "stays online", "workspace": "stays open", "access": "carries on", "card": "keeps working",
    "tenancy": "carries on", "licence": "stays in force", "license": "stays in force", "listing": "stays online",
}  # fmt: skip
_STOPPED: Final = re.compile(
    r"\b(?:suspend|terminat|disconnect|cancel|clos|shut|cut|restrict|block|bar|deactivat|disabl|lock|revok|remov|delet|stop|laps|end|los|expir)\w*",
    re.IGNORECASE,
)
_SANCTIONS: Final = frozenset(
    """legal-action taken-to-court agents-at-the-door told-to-others credit-record passed-to-collectors
        your-service-will-be we-will-cut-you-off left-no-choice will-result-in full-balance-due lose-what-you-have
        conditional-sanction announced-sanction damaged-credit consequences lose-everything""".split()
)
_STOP_WORDS: Final = re.compile(r"\b(?:as|which|that|because|who|where|owed|detailed)\b", re.IGNORECASE)
_AVOID: Final = re.compile(
    r"\s*,?\s*\b(?:in\s+order\s+)?to\s+(?:avoid|prevent|stop)\s+(?:any\s+)?[^.,;!]*", re.IGNORECASE
)
_NOTICE: Final = re.compile(
    r"\s*,?\s*\bwithout\s+(?:any\s+)?(?:further|prior|additional)\s+(?:notice|warning|reference)(?:\s+to\s+you)?",
    re.IGNORECASE,
)


def asks_first(flagged: Flagged) -> Iterator[Wording]:
    """The ask that a sanction hangs on, with what stays if it is met and a gap for the help."""
    yield from _threads(flagged)
    yield from _as_ask(flagged)


def _threads(flagged: Flagged) -> Iterator[Wording]:
    """Threats hung onto an ask: "to avoid further action", "without further notice"."""
    for pattern in (_AVOID, _NOTICE):
        for match in pattern.finditer(flagged.text):
            rest = flagged.text[match.end() :].strip(" .!")
            before = flagged.text[: match.start()].strip()
            if match.start() < flagged.end and flagged.start < match.end() and before and not rest:
                keeps_ask = pattern is _NOTICE or re.search(
                    r"\b(?:please|pay|call|contact|reply|renew|update|need|should|must)\b", before, re.IGNORECASE
                )
                if keeps_ask and not flagged.has_placeholder(*match.span()):
                    yield Wording(*match.span(), "", "clause", "review")


def _as_ask(flagged: Flagged) -> Iterator[Wording]:
    for pattern in (_IF, _THEN):
        match = pattern.match(flagged.text)
        if match and (ask := _ask(match["if"], match["mark"].lower())):
            yield flagged.whole(_with_help(match["lead"], ask, match["then"]))
            return
    match = _OR.match(flagged.text)
    if match and re.match(
        r"(?:please\s+|kindly\s+)?(?:pay|reply|respond|call|contact|send|return|complete|make|confirm|clear|settle|provide|update|renew|sign|submit|register|verify|act|get|tell)\b",
        match["ask"],
        re.IGNORECASE,
    ):
        ask = re.sub(r"\A(?:please|kindly)\s+", "", match["ask"], flags=re.IGNORECASE)
        ask = re.sub(r"\s+(?:now|immediately|today)\Z", "", ask, flags=re.IGNORECASE)
        if not re.fullmatch(r"act", ask, re.IGNORECASE):
            yield flagged.whole(_with_help(match["lead"], f"Please {ask[:1].lower()}{ask[1:]}", match["then"]))


def _ask(condition: str, mark: str) -> str | None:  # noqa: PLR0911 - one way out a pattern
    """What the condition wants, as a request; None where it is not about something left undone."""
    condition = condition.strip()
    if re.search(r"\b(?:will|shall|may|must|would)\b", condition):
        return None
    if _STOP_WORDS.search(condition) or re.search(
        r",|\b(?:and|or)\s+(?:we|you|it|your)\b|\bsuccessfully|\bstill\b", condition
    ):
        return None
    if (match := _NOT_HEARD.match(condition)) and mark == "if":
        return f"Please get in touch{match['rest']}"
    if (match := _NOT_RECEIVED.match(condition)) and mark == "if":
        what = re.sub(r"\A(?:a|any|full)\s+(?=(?:reply|response|payment))", "your ", match["what"], flags=re.IGNORECASE)
        return f"Please make sure that we receive {what}"
    if (match := _NOT_PAID.match(condition)) and mark == "if":
        what = match["what"].strip()
        if match["done"].lower() == "received":
            return f"Please make sure that we receive {what}{match['rest']}"
        verb = {"made": "make", "cleared": "clear", "settled": "pay"}.get(match["done"].lower(), "pay")
        return f"Please {verb} {what}{match['rest']}" if what.lower() != "payment" else f"Please pay{match['rest']}"
    if match := (_UNDONE.match(condition) if mark == "if" else _YOU.match(condition) if mark == "unless" else None):
        first = match["rest"].split()[0].lower()
        if first in (
            "have",
            "agree",
            "want",
            "wish",
            "qualify",
            "recognise",
            "think",
            "need",
            "receive",
            "understand",
            "intend",
            "like",
            "hear",
            "see",
            "know",
            "be",
            "accept",
            "paid",
        ):
            return None
        return f"Please {match['rest']}"
    return None


def _with_help(lead: str, ask: str, sanction: str) -> str:
    kept = _KEPT.search(sanction)
    so = ""
    if kept and _STOPPED.search(sanction):
        noun = kept["what"].split()[-1].lower()
        so = f" so that your {kept['what']} {_STAYS[noun]}"
    return f"{lead}{capital(ask)}{so}. {HELP_GAP}"


def help_instead(flagged: Flagged) -> Iterator[Wording]:
    """A gap for the help that a sanction by itself has to follow: what to say there is the sender's to know.

    Only for words that name a sanction: what merely reads as one may say things that no gap may swallow.
    """
    is_plain = flagged.finding.entry in _SANCTIONS and not flagged.holds_placeholder and not flagged.is_label
    if is_plain and next(_as_ask(flagged), None) is None:
        yield flagged.whole(_PROMPT)
