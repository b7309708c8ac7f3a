"""Sanctions: the ask they hang on, what stays if it is met, what helps, and then the next step as plain information."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.rewriting.consequences import consequences
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.help_gaps import HELP_GAP

_HELP: Final = ("options", "flexibility", "dialogue", "resources")
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
_FAILURE: Final = re.compile(
    r"\A(?P<lead>\W*)failure\s+to\s+(?P<ask>.+?)\s+(?:will|may|could|can|shall|would|might)\s+(?:also\s+|then\s+)?"
    r"(?P<then>(?:result|lead|mean|cause|delay|incur|leave|be|trigger|affect|attract|invalidate)\b.+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_SAME: Final = re.compile(r"(?:comply|do\s+so|act|adhere|cooperate)\b", re.IGNORECASE)
_ASKS: Final = (
    r"(?:pay|reply|respond|call|contact|send|return|complete|make|confirm|clear|settle|provide|update|renew|sign|submit"
    r"|register|verify|act|get|tell|file|give|log|review|book|attend|fill|enter|upload|reach|speak|arrange)\b"
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
_DONE: Final = re.compile(
    r"\A(?P<what>(?:(?:your|the|this|that|full)\s+)*(?:(?:full|outstanding|overdue|remaining|total|minimum|unpaid)\s+)*"
    r"(?:payment|balance|bill|invoice|amount|sum|account|fee|instalment|installment|rent|debt|arrears|it)(?:\s+of\s+\S+)?)\s+"
    r"(?:is|are|has\s+been|have\s+been)\s+(?P<done>paid|made|received|cleared|settled)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_HEARD: Final = re.compile(
    r"\A(?:(?:we|I)\s+(?:do\s+not|don['’]t|have\s+not|haven['’]t)\s+(?:hear|heard)|(?:we|I)\s+hear\s+nothing)(?:\s+back)?(?:\s+from\s+you)?(?P<rest>(?:\s+(?:by|before|within)\b.+)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_PAID: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|that|any)?\s*(?:(?:full|outstanding|overdue|remaining|total|minimum|unpaid)\s+)*(?:payment|balance|bill|invoice|amount|sum|account|fee|instalment|installment|rent|debt|arrears|it)(?:\s+of\s+\S+)?)\s+"
    r"(?:is|are|has|have)\s+(?:not|still\s+not|n['’]t)\s+(?:been\s+)?(?P<done>paid|made|received|cleared|settled)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_STOP_WORDS: Final = re.compile(r"\b(?:as|which|that|because|who|where|owed|detailed)\b", re.IGNORECASE)
# What is avoided has no name: leaving it out hides nothing.
_AVOID: Final = re.compile(
    r"\s*,?\s*\b(?:and\s+)?(?:in\s+order\s+)?to\s+(?:avoid|prevent|stop)\s+(?:any\s+)?(?:further|additional|unnecessary)\s+"
    r"(?:action|steps|measures|contact|letters|reminders|inconvenience|delays?|escalation|correspondence)(?:\s+(?:being\s+taken|from\s+us))?(?:\s+against\s+you)?",
    re.IGNORECASE,
)
_TO_AVOID: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<ask>.+?),?\s+(?:in\s+order\s+)?(?:to|and)\s+(?:avoid|prevent)\s+(?:any\s+)?(?P<then>.+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE: Final = re.compile(
    r"\s*,?\s*\bwithout\s+(?:any\s+)?(?:further|prior|additional)\s+(?:notice|warning|reference)(?:\s+to\s+you)?",
    re.IGNORECASE,
)


def asks_first(flagged: Flagged) -> Iterator[Wording]:
    """The ask that a sanction hangs on, with what stays if it is met, what helps, and the next step."""
    yield from threads(flagged)
    for lead, ask, sanction in _asks(flagged):
        yield from _with_help(flagged, lead, ask, sanction)
        return


def threads(flagged: Flagged) -> Iterator[Wording]:
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


def _asks(flagged: Flagged) -> Iterator[tuple[str, str, str]]:
    """What stands before the ask, the ask as a request, and the sanction that hangs on it; the best reading first."""
    for lead, mark, condition, then in _conditions(flagged):
        if ask := _ask(condition, mark):
            yield lead, ask, then
    match = _FAILURE.match(flagged.text)
    if match and re.match(_ASKS, match["ask"], re.IGNORECASE) and not _OF_THE_SAME.match(match["ask"]):
        yield match["lead"], f"Please {match['ask']}", match["then"]
    match = _OR.match(flagged.text)
    if match and (ask := _asked(match["ask"])):
        yield match["lead"], ask, match["then"]
    match = _TO_AVOID.match(flagged.text)
    if match and (ask := _asked(match["ask"])):
        told = consequences(match["then"])
        if told is None or not told.steps:  # who goes to court does not say
            yield match["lead"], ask, match["then"]


def _conditions(flagged: Flagged) -> Iterator[tuple[str, str, str, str]]:
    """What stands before the condition, its first word, the rest of it, and what hangs on it."""
    for pattern in (_IF, _THEN):
        match = pattern.match(flagged.text)
        if match:
            yield match["lead"], match["mark"].lower(), match["if"], match["then"]
    opener = re.match(r"\A(?P<lead>\W*)(?P<mark>if|unless)\s", flagged.text, re.IGNORECASE)
    mark = flagged.word_at(opener.start("mark")) if opener else None
    if opener and mark is not None and mark.head is not None and mark.head.is_("advcl"):
        end = mark.head.subtree()[-1].end
        then = flagged.text[end:].strip(" ,.!")
        if then and re.match(r"(?:we|your|the|our|you|it|this|I)\b", then):
            yield opener["lead"], opener["mark"].lower(), flagged.text[opener.end() : end], then


def _asked(words: str) -> str | None:
    """What an order or a plain "pay now" asks for, as a request."""
    words = re.sub(
        r"\A(?:please|kindly|you\s+(?:must|need\s+to|have\s+to|should|are\s+required\s+to))\s+",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(r"\s+(?:now|immediately|today)\Z", "", words, flags=re.IGNORECASE)
    if not re.match(_ASKS, words, re.IGNORECASE) or re.fullmatch(r"act", words, re.IGNORECASE):
        return None
    return f"Please {words[:1].lower()}{words[1:]}"


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
        if what.lower().startswith("payment of "):
            return f"Please pay {what[len('payment of ') :]}{match['rest']}"
        return f"Please {verb} {what}{match['rest']}" if what.lower() != "payment" else f"Please pay{match['rest']}"
    if (match := _DONE.match(condition)) and mark == "unless":
        if match["done"].lower() == "received":
            return f"Please make sure that we receive {match['what']}{match['rest']}"
        verb = "make" if match["done"].lower() == "made" else "pay"
        return f"Please {verb} {match['what']}{match['rest']}"
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


def _with_help(flagged: Flagged, lead: str, ask: str, sanction: str) -> Iterator[Wording]:
    """The ask with what stays if it is met, what the firm can offer where it is hard, and the next step as plain
    information; nothing where a part of the sanction would go untold.
    """
    told = consequences(sanction)
    if told is None:
        return
    asked = f"{lead}{capital(ask.rstrip(' .,'))}{told.so()}."
    step = f" {told.next_step(ask)}" if told.steps else ""
    offers_help = any(flagged.view.presence.get(element) for element in _HELP)
    ways = ("", f" {HELP_GAP}") if offers_help else (f" {HELP_GAP}", "")
    for way in ways:
        yield flagged.whole(f"{asked}{way}{step}")


def asked_for(flagged: Flagged) -> str | None:
    """The ask that the sanction in the sentence hangs on, as a request without its stop."""
    return next((ask.rstrip(" .,") for _, ask, _ in _asks(flagged)), None)


def as_next_step(flagged: Flagged) -> Iterator[Wording]:
    """A bare sanction ("We will take legal action.") as the next step that it is."""
    told = None if flagged.is_label or flagged.holds_placeholder else consequences(flagged.text)
    if told is not None and told.steps and not told.stays:
        yield flagged.whole(told.next_step())
