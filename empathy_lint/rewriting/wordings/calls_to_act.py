"""Calls to act that say no more than the ask beside them: labels such as "Action required:", reminders, hurry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Sentence
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.word_fit import OR_ELSE
from empathy_lint.rewriting.wordings.alarm_titles import is_warning
from empathy_lint.rewriting.wordings.timely import SOON, is_dangerous, is_dated, place_for

_LABEL: Final = re.compile(
    r"\A\W*(?P<label>(?:urgent(?:ly)?|warning|(?:immediate\s+|urgent\s+)?action\s+(?:is\s+)?(?:required|needed)|hurry|attention)\s*[:!–—-]+\s*)(?=\w)",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"[.!?:;–—]|\s-\s")
_ASKED: Final = re.compile(
    r"\b(?:please|pay|update|confirm|verify|renew|submit|complete|reply|respond|review|sign|add|check|send|provide|call"
    r"|contact|choose|upload|activate|reset|change|log\s+in|sign\s+in)\b",
    re.IGNORECASE,
)
_FOR_WHAT: Final = re.compile(r"(?:(?:in\s+order\s+)?to|if)\s[^:;.!?]{3,80},\s*please\b", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\s*(?:\s[-–—]|[:,(])\s*(?P<what>(?:immediate\s+|urgent\s+|your\s+)*(?:action|attention|response)\s+(?:is\s+)?(?:required|needed))[)!.]*\s*\Z",
    re.IGNORECASE,
)
_NO_BUTS: Final = re.compile(
    r"\s*[,–—-]*\s*(?:and\s+)?(?:no\s+ifs(?:,|\s+(?:and|or))?\s+(?:no\s+)?buts|no\s+excuses|end\s+of\s+story|full\s+stop)(?=[.!]*\s*\Z)",
    re.IGNORECASE,
)
_DO_NOT_WAIT: Final = re.compile(
    r"\W*(?:please\s+)?(?:do\s+not|don['’]t)\s+(?:delay|wait)(?:\s+(?:any\s+)?(?:longer|further))?[.!]*\s*",
    re.IGNORECASE,
)
_FORGET: Final = re.compile(r"\b(?:please\s+)?(?:do\s+not|don['’]t|never)\s+forget\s+to\b", re.IGNORECASE)
_PAST_TIME: Final = re.compile(r"\b(?P<it>it['’]s|it\s+is)\s+(?:long\s+)?(?:past|high)\s+time\s+to\b", re.IGNORECASE)
_ACTION: Final = re.compile(
    r"\A\W*(?:your\s+|immediate\s+|urgent\s+|further\s+)*(?:action|attention|response)\s+is\s+(?:now\s+)?(?:required|needed)"
    r"(?P<end>\s*[.!]*\Z|\s*[,:;–—-]+\s*(?=please\b))",
    re.IGNORECASE,
)
# "If you have questions, call us" is no ask that everybody has.
_OPTIONAL: Final = re.compile(
    r"\W*(?:if|should|for|in\s+case)\b|\W*(?:please\s+)?(?:note|find|see|be\s+aware)\b", re.IGNORECASE
)


def without_label(flagged: Flagged) -> Iterator[Wording]:
    """ "Action required: please pay" as "Please pay", and "… - action required" as what it asks for."""
    match = _LABEL.match(flagged.text)
    warns = match and match["label"].lower().startswith("warning") and is_warning(flagged)
    if match and flagged.start < match.end() and not warns:
        # A subject that no longer says that there is something to do would hide the ask.
        rest = flagged.text[match.end() :]
        is_loud = re.match(r"(?:immediate|urgent)\s+action", match["label"], re.IGNORECASE)
        if is_loud and not flagged.is_label and not is_dated(flagged):
            told = _with_time(flagged, match.end())
            yield from [flagged.whole(told)] if told else []
        elif "action" not in match["label"].lower() or _asks(rest):
            yield Wording(match.start("label"), match.end("label"), "", "phrase", "safe")
        elif not _PARTED.search(rest):
            yield flagged.whole(f"{capital(rest.strip())}: what you need to do")
    tail = _TAIL.search(flagged.text)
    if (
        tail
        and tail.start()
        and (flagged.is_label or " is " not in tail["what"])
        and tail.end() > flagged.start
        and not flagged.has_placeholder(*tail.span("what"))
    ):
        yield Wording(*tail.span("what"), "what you need to do", "phrase", "review")


def _asks(rest: str) -> bool:
    """Whether words behind a label begin with what is asked, or with what it is for."""
    if _FOR_WHAT.match(rest):
        return True
    return bool(_ASKED.match(rest)) and " of " not in rest[:20]  # "Review of your account" asks nothing


def reminding(flagged: Flagged) -> Iterator[Wording]:
    """ "Do not forget to pay": please pay. "It's past time to": it is time to. "Your action is required" says less
    than the ask beside it.
    """
    for match in _FORGET.finditer(flagged.text):
        if flagged.touches(match):
            opens = match.group()[0].isupper()
            yield Wording(*match.span(), "Please" if opens else "please", "phrase", "safe")
    for match in _PAST_TIME.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), f"{match['it']} time to", "phrase", "safe")
    yield from _acting(flagged)


_ORDERED_NOW: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<do>(?:call|phone|ring|contact|e-?mail|text|pay|reply|respond|return|send|settle)(?:\s+(?:[^\s,;:!?.]|(?<=\d)[.,](?=\d))+){1,8}?)\s+"
    r"(?:immediately|at\s+once|right\s+away|urgently|without\s+delay)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)


def ordered_now(flagged: Flagged) -> Iterator[Wording]:
    """ "Call 0800 555 0100 immediately": please call it as soon as you can."""
    match = _ORDERED_NOW.match(flagged.text)
    if match and not (is_dated(flagged) or OR_ELSE.search(flagged.text) or re.search(r"\b(?:and|or)\b", match["do"])):
        yield flagged.whole(
            f"{match['lead']}Please {small(match['do'])} {SOON}{match['stop'].replace('!', '.')}", "safe"
        )


def hurrying(flagged: Flagged) -> Iterator[Wording]:
    """ "Please pay by Friday, no excuses": please pay by Friday. "Don't delay", beside what there is to do, says
    nothing.
    """
    for match in flagged.matches(_NO_BUTS):
        if re.search(r"\w\W+\w", flagged.text[: match.start()]):
            yield Wording(*match.span(), "", "phrase", "review")
    if _DO_NOT_WAIT.fullmatch(flagged.text) and flagged.has_company and not flagged.is_label:
        yield flagged.whole("", "review")


def _acting(flagged: Flagged) -> Iterator[Wording]:
    """ "Immediate action is required": goes beside an ask that says by when, and gives its time to others."""
    action = _ACTION.match(flagged.text)
    if action is None or not flagged.touches(action):
        return
    asks = [row for row in _asks_beside(flagged) if not _OPTIONAL.match(row.text)]
    is_loud = re.search(r"\b(?:immediate|urgent)\b", action.group(), re.IGNORECASE)
    if action.end() < len(flagged.text):
        if not is_loud or is_dated(flagged):
            yield Wording(*action.span(), "", "clause", "safe")
        elif told := _with_time(flagged, action.end()):
            yield flagged.whole(told)
        return
    if flagged.has_company and not flagged.is_label and asks:
        if not is_loud or any(is_dated(flagged, row.text) for row in asks):
            yield flagged.whole("", "safe")
        elif any(row.index == flagged.sentence.index - 1 for row in asks):
            yield flagged.whole(f"Please do this {SOON}.")
    if asks:
        yield flagged.whole(f"There is something for you to do{' soon' if is_loud else ''}.", spare=True)


def _asks_beside(flagged: Flagged) -> list[Sentence]:
    """The sentences of the message that ask for something, but for this one."""
    asks = {index for index, _, _ in flagged.view.analysis.directives.asks} - {flagged.sentence.index}
    return [row for row in flagged.view.analysis.sentences if row.index in asks]


def _with_time(flagged: Flagged, start: int) -> str | None:
    """The ask from there on, with soft words for when it is wanted; None where they have no place."""
    verb = next((word for word in flagged.tree.words if word.start >= start and word.pos == "VERB"), None)
    place = place_for(flagged, verb) if verb is not None and (verb.base or verb.imperative) else None
    if place is None or is_dangerous(flagged):
        return None
    return f"{capital(flagged.text[start:place])} {SOON}{flagged.text[place:]}"
