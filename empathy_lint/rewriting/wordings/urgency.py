"""Pushing words taken out, or turned into a date to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, replaced, small
from empathy_lint.rewriting.word_fit import OR_ELSE
from empathy_lint.rewriting.wordings.at_once import taking_effect
from empathy_lint.rewriting.wordings.calls_to_act import hurrying, ordered_now, reminding, without_label
from empathy_lint.rewriting.wordings.countdowns import as_dates
from empathy_lint.rewriting.wordings.last_notices import without_count
from empathy_lint.rewriting.wordings.timely import SOON, asked_as_thing, is_dangerous, is_dated, soon

_PUSH: Final = re.compile(
    r"(?:\b(?:immediately|at\s+once|forthwith|right\s+away|right\s+now|urgently|promptly|asap|today\s+itself|this\s+instant)\b"
    r"|\bwithout\s+(?:any\s+)?(?:further\s+)?delay\b|\bas\s+a\s+matter\s+of\s+(?:the\s+)?(?:utmost\s+)?urgency\b"
    r"|\bwithout\s+fail\b|\b(?:on|as\s+a)\s+top\s+priority\b|\bat\s+the\s+earliest\b(?!\s+\w))",
    re.IGNORECASE,
)
# "Immediately after", "immediately available", "effective immediately" mean a time.
_A_TIME_AFTER: Final = re.compile(
    r"\s+(?:after|before|following|upon|on(?!\s+(?:\+?\d|our\b|this\b|the\s+number))|when|available|prior|adjacent|and|or|but|above|below)\b",
    re.IGNORECASE,
)
_A_TIME_BEFORE: Final = re.compile(
    r"\b(?:effective|starts?|begins?|almost|respond(?:s|ed)|is|are|was|were|be|not|will|and|or)\s+\Z", re.IGNORECASE
)
# "We cannot cancel it right now": without these words, never.
_NOT_YET: Final = re.compile(
    r"\b(?:cannot|can['’]t|not|unable)\b(?:(?!\byou\s+(?:should|must|need)\b|\bplease\b)[^,;:.])*\Z", re.IGNORECASE
)
# Until when somebody has to be gone is no matter of tone.
_GONE: Final = re.compile(r"\b(?:leave|vacate|depart)\b", re.IGNORECASE)
# "Immediately, and in any case by 5 May" says both.
_AND_BY: Final = re.compile(r"\s*,?\s*(?:and|but|or)\b", re.IGNORECASE)
_OWED: Final = re.compile(
    r"\b(?:due|payable|required|needed|be\s+(?:paid|made|settled|received|repaid))\s+\Z", re.IGNORECASE
)
_NOW: Final = re.compile(
    r"\b(?P<verb>verify|submit|renew|update|recharge|upgrade|pay|reply|respond|settle|confirm|book|order|sign\s+up|register"
    r"|log\s+in|switch|cancel|call|read\s+(?:it|this))(?P<rest>(?:\s+(?:it|this|your|the|my|our)(?:\s+\w+){0,3}?)?)\s+(?P<now>now|today|tonight)\b"
    r"(?!\s+(?:or|and|avoid|to\s+avoid|before|by|until|at\s+\d|between|from))",
    re.IGNORECASE,
)
# What somebody waits for; "order now" and "sign up today" are there for who wants to.
_NEEDED_SOON: Final = (
    r"pay|settle|clear|verify|submit|renew|update|reply|respond|confirm|call|contact|recharge|send|return|complete"
    r"|provide|top\s+up"
)
_EARLIEST: Final = re.compile(
    r"\bat\s+(?:the|your|our)\s+(?:very\s+)?earliest\s+(?:possible\s+)?(?:time|moment|date|opportunity)\b",
    re.IGNORECASE,
)
_SOON: Final = re.compile(r"\bas\s+soon\s+as\s+possible\b", re.IGNORECASE)
_BARE: Final = re.compile(r"\A(?:\w+\s+)?(?:notice|reminder|request)\b", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(
    r"\b(?:urgent|immediate|prompt)\s+(?=(?:attention|reply|response|reminder|notice|payment|matter|settlement|assistance|help|support)\b)",
    re.IGNORECASE,
)
_NEEDS_NOW: Final = re.compile(
    r"\s*,?\s+and\s+(?:now\s+)?(?P<needs>requires?|needs?)\s+(?:your\s+|an?\s+)?(?:urgent|immediate|prompt|swift)\s+"
    r"(?P<what>attention|reply|response)(?=[.!\s]*\Z)",
    re.IGNORECASE,
)
_THING_NEEDS: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<thing>\w[^;:!?]*?)\s+(?P<needs>requires?|needs?)\s+(?:your\s+)?(?:urgent|immediate|prompt|swift)\s+"
    r"attention(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_WANTED: Final = re.compile(r"(?:attention|reply|response|payment|settlement|assistance|help|support)\b", re.IGNORECASE)
_THANKS: Final = re.compile(r"\bthank", re.IGNORECASE)
_IGNORE: Final = re.compile(
    r"\b(?P<please>please\s+)?(?:do\s+not|don['’]t)\s+ignore\s+(?P<what>(?:this|our|these|the)\s+(?:letter|message|email|e-mail|notice|reminder|text)s?)\b",
    re.IGNORECASE,
)
# The same without the push: "Your response is required within 5 working days".
_REQUIRED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:your\s+|an?\s+)?(?P<full>full\s+)?(?P<what>payment|settlement|response|reply|attendance)(?P<much>\s+(?:of|in)\s+\S+)?(?P<at>\s+at\s+[^,;:]+?)?\s+is\s+"
    r"(?:now\s+)?(?:required|needed|expected|requested|demanded)(?P<rest>\s+(?:by|before|within|on|at)\s[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_EVER: Final = re.compile(
    r"\s*,?\s+(?:under\s+any\s+circumstances|in\s+any\s+circumstances|whatsoever)\b", re.IGNORECASE
)
_NEEDED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:your\s+)?(?:immediate|urgent|prompt)\s+(?P<what>payment|settlement|response|reply|contact)\s+(?:(?:is|are)\s+)?(?:now\s+)?(?:required|needed|expected|requested|due)\b",
    re.IGNORECASE,
)
_ASKS: Final = {"payment": "pay", "settlement": "pay", "response": "reply", "reply": "reply", "contact": "contact us"}


_ALONE: Final = re.compile(r"\W*(?:please|kindly)\s+\w+(?:\s+(?:it|this|them|us))?\s*", re.IGNORECASE)
# "Today before 6 pm" and "now and then" are one thing.
_GOES_ON: Final = re.compile(r"\s+(?:or|and|avoid|before|by|until|at\s+\d|between|from)\b|['’]", re.IGNORECASE)
_OR_OTHERS: Final = re.compile(r"\bor\s+(?:[\w'’]+\s+){1,3}(?:may|will|could|can|might|shall)\b", re.IGNORECASE)
_HANGS_ON_DAY: Final = re.compile(r"\b(?:avoid|prevent|stop|keep|otherwise|or\s+else)\b", re.IGNORECASE)


_CAREFULLY: Final = re.compile(
    r"\A(?P<lead>\W*)(?:please\s+)?(?P<what>read\s+[^,;:]+?)\s+very\s+carefully(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_MISS_OUT: Final = re.compile(
    r"\b(?:to\s+(?:ensure|make\s+sure)|so)\s+(?:that\s+)?you\s+(?:do\s+not|don['’]t|never)\s+miss\s+(?:out\s+on\s+)?(?P<any>any\s+)?(?P<what>(?:your\s+|our\s+)?(?:\w+\s+)?"
    r"(?:updates|news|offers|letters|messages|reports|notifications|alerts|announcements|emails|reminders|tips))(?=\s*(?:[.!]|\Z))",
    re.IGNORECASE,
)


def without_push(flagged: Flagged) -> Iterator[Wording]:
    """What is asked, without the push: safe where only the push goes, a gap for the date where it took its place."""
    if is_dangerous(flagged):
        return
    for found in (
        _needed,
        asked_as_thing,
        without_label,
        taking_effect,
        _push,
        _now,
        _soon,
        _earliest,
        _adjectives,
        _needing,
        without_count,
        _ignoring,
        reminding,
        hurrying,
        ordered_now,
        as_dates,
        _telling,
    ):
        yield from found(flagged)


def _push(flagged: Flagged) -> Iterator[Wording]:
    for match in _PUSH.finditer(flagged.text):
        before, after = flagged.text[: match.start()], flagged.text[match.end() :]
        if (
            not flagged.touches(match)
            or _A_TIME_AFTER.match(after)
            or _A_TIME_BEFORE.search(before)
            or before.endswith("-")
            or re.search(r"\ball\s\Z", before, re.IGNORECASE)  # "all at once" is an amount
            or _GONE.search(before)
            or _NOT_YET.search(before)
        ):
            continue
        if match.group().lower() == "asap":
            yield Wording(match.start(), match.end(), "as soon as you can", "phrase", "safe")
        elif _OWED.search(before):
            yield Wording(match.start(), match.end(), "now", "word", "safe")  # that it is due is what it says
        elif _ALONE.fullmatch(before) and not after.strip(" .!"):
            # "Please pay." is curt.
            yield Wording(match.start(), match.end(), "as soon as you can", "phrase", "safe")
        elif is_dated(flagged) and not _AND_BY.match(after):
            # A bare order without its time word is shorter, and no kinder.
            kind = re.search(r"\b(?:please|kindly|must|should|need|required)\b", before, re.IGNORECASE)
            yield Wording(match.start(), match.end(), "", "word", "safe" if kind else "review")
        else:
            yield from soon(flagged, *match.span())
        if not _OWED.search(before) and before.strip() and not is_dated(flagged):
            yield Wording(match.start(), match.end(), "by [date]", "phrase", "review")


def _now(flagged: Flagged) -> Iterator[Wording]:
    for match in _NOW.finditer(flagged.text):
        if flagged.touches(match) and re.fullmatch(
            r"\W*(?:.*[,;:.!]\s*)?(?:(?:please|and|to|can|or|kindly|you\s+(?:should|must|need\s+to|can))\s+)*",
            flagged.text[: match.start()],
            re.IGNORECASE,
        ):
            yield from _without_day(flagged, match.start("now"), match.end("now"))
    # "Add your card today to upgrade": whatever the request is.
    for word in flagged.tree.words:
        asks = word.head is not None and word.head.dep == "ROOT" and (word.head.imperative or word.head.base)
        if word.form in ("now", "today", "tonight") and asks and word.head and not word.head.has("nsubj"):
            following = flagged.text[word.end :]
            if flagged.start < word.end and word.start < flagged.end and not _GOES_ON.match(following):
                yield from _without_day(flagged, word.start, word.end)


def _without_day(flagged: Flagged, start: int, end: int) -> Iterator[Wording]:
    """The ask without its "now" or "today", unless that is the date by which something is avoided or kept."""
    is_date = flagged.text[start:end].lower() != "now"
    if flagged.text[:start].lower().rstrip().endswith("buy"):
        return  # "To stop it, buy" asks for nothing
    if is_date and (OR_ELSE.search(flagged.text[end:]) or _OR_OTHERS.search(flagged.text[end:])):
        return  # the day until which it can be prevented
    verb = re.search(rf"\b(?:{_NEEDED_SOON})\b[^,;:.]*\Z", flagged.text[:start], re.IGNORECASE)
    if verb and not is_date and not is_dated(flagged):
        yield from soon(flagged, start, end)
    elif verb and is_date:
        return  # the only word on when
    elif not (is_date and _HANGS_ON_DAY.search(flagged.text[end:])):
        yield Wording(start, end, "", "word", "review" if is_date else "safe")


def _soon(flagged: Flagged) -> Iterator[Wording]:
    """ "As soon as possible", asked of the reader: as soon as they can."""
    for match in _SOON.finditer(flagged.text):
        asked = re.search(r"\b(?:please|you|kindly)\b", flagged.text[: match.start()], re.IGNORECASE)
        ours = re.search(r"\b(?:we|I|our\s+team)\s+(?:will|can|shall|are)\b", flagged.text[: match.start()])
        if asked and not ours and flagged.touches(match):
            yield Wording(*match.span(), "as soon as you can", "phrase", "safe")


def _earliest(flagged: Flagged) -> Iterator[Wording]:
    """ "At the earliest possible time": as soon as possible."""
    for match in _EARLIEST.finditer(flagged.text):
        if flagged.touches(match):
            yield replaced(flagged, match, "as soon as possible", "safe")


def _ignoring(flagged: Flagged) -> Iterator[Wording]:
    for match in _IGNORE.finditer(flagged.text):
        if flagged.touches(match):
            text = f"please read {match['what']}"
            opens = not flagged.text[: match.start()].strip() or match.group()[0].isupper()
            yield Wording(*match.span(), capital(text) if opens else text, "clause", "safe")
            alone = not re.search(r"\w", flagged.text[: match.start()] + flagged.text[match.end() :])
            if alone and flagged.has_company and not flagged.is_label:
                yield flagged.whole("", "safe")


def _needed(flagged: Flagged) -> Iterator[Wording]:
    """ "Immediate payment is required": please pay by a date. "Whatsoever" only adds weight."""
    asked = _REQUIRED.match(flagged.text)
    if asked:
        yield flagged.whole(_plainly(asked))
    for found in _EVER.finditer(flagged.text):
        if re.search(r"\b(?:not|no|never|cannot|n['’]t)\b", flagged.text[: found.start()], re.IGNORECASE):
            yield Wording(*found.span(), "", "phrase", "review")
    match = _NEEDED.match(flagged.text)
    if match and flagged.touches(match):
        rest = flagged.text[match.end() :]
        if not re.match(r"\s*(?:[.,;!]|\Z|(?:by|before|within|and)\b)", rest):
            return
        dated = "" if is_dated(flagged) else f" {SOON}"
        if not (is_dangerous(flagged) or any(asked_as_thing(flagged))):
            ask = f"Please {_ASKS[match['what'].lower()]}{dated}"
            yield Wording(match.end("lead"), match.end(), ask, "clause", "review")


def _plainly(match: re.Match[str]) -> str:
    """ "Please pay £50 by 4 May"."""
    what, much, at = match["what"].lower(), match["much"] or "", match["at"] or ""
    do = _ASKS.get(what, "")
    if do == "pay":
        much = " in full" if match["full"] else re.sub(r"\A\s+of\b", "", much)
    asks = f"Please {do}" if do else "You need to attend"  # who stays away is often punished for it
    return f"{match['lead']}{asks}{much}{re.sub(r'^ at', '', at)}{match['rest']}{match['stop'] or '.'}"


def _adjectives(flagged: Flagged) -> Iterator[Wording]:
    for match in flagged.matches(_ADJECTIVE):
        # A heading that says nothing but "URGENT NOTICE" would say less.
        says_more = re.search(r"\w", flagged.text[: match.start()] + _BARE.sub("", flagged.text[match.end() :]))
        if _WANTED.match(flagged.text, match.end()) and not (is_dated(flagged) or _THANKS.search(flagged.text)):
            continue  # when somebody is to answer or to pay is what it says
        is_matter = re.match(r"matter\b", flagged.text[match.end() :], re.IGNORECASE)
        if is_matter and re.search(r"\bis\s+(?:an?\s+)?(?:very\s+)?\Z", flagged.text[: match.start()], re.IGNORECASE):
            continue  # "this is a matter" says nothing
        # "We call you to immediate payment" is no better without its adjective.
        if says_more and not flagged.text[: match.start()].lower().endswith(" to "):
            yield replaced(flagged, match, "", "safe")


def _needing(flagged: Flagged) -> Iterator[Wording]:
    """ "The bill is overdue and requires immediate attention": it is overdue. Please look at it as soon as you can."""
    for match in flagged.matches(_NEEDS_NOW):
        if not (is_dated(flagged) or is_dangerous(flagged) or flagged.is_label):
            it = "them" if match["needs"].lower() in ("need", "require") else "it"
            do = f"look at {it}" if match["what"].lower() == "attention" else "reply"
            yield Wording(match.start(), match.end("what"), f". Please {do} {SOON}", "clause", "review")
    whole = _THING_NEEDS.match(flagged.text)
    verb = flagged.word_at(whole.start("needs")) if whole else None
    before = [word for word in flagged.tree.words if verb and word.index < verb.index]
    is_thing = before and not any(word.pos in ("VERB", "AUX", "PRON", "SCONJ") for word in before)
    if whole and is_thing and not (is_dated(flagged) or is_dangerous(flagged) or flagged.is_label):
        yield flagged.whole(f"{whole['lead']}Please look at {small(whole['thing'], before[0])} {SOON}{whole['stop']}")


def _telling(flagged: Flagged) -> Iterator[Wording]:
    """What pushes by the way it is told: the ask itself."""
    read = _CAREFULLY.match(flagged.text)
    if read:
        yield flagged.whole(f"{read['lead']}Please {small(read['what'])} carefully{read['stop']}")
    for match in flagged.matches(_MISS_OUT):
        text = f"so that you get {'all ' if match['any'] else ''}{match['what']}"
        yield Wording(*match.span(), text, "phrase", "review")
