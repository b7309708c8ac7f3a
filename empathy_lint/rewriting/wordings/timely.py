"""When something is asked for, kept without its push: "contact us as soon as you can" for "contact us immediately".

The only word on when says something, however loud: it goes only where a date or a time limit says it better.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import subject
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Wording, small
from empathy_lint.rewriting.unforced import is_many

SOON: Final = "as soon as you can"
_NUMBER: Final = r"(?:\d+|an?|one|two|three|four|five|six|seven|ten|fourteen|thirty|twenty[- ]four|forty[- ]eight)"
_DAY: Final = (
    r"(?:(?:the\s+)?(?:(?:next|this|following|coming)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|noon|midnight|(?:the\s+)?(?:close|end)\s+of"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:the\s+)?\d|(?:the\s+)?(?:due\s+date|deadline|following\s+date|date)|\[|this\s+date|that\s+date|then\b)"
)
_DATED: Final = re.compile(
    rf"\b(?:today|tomorrow|tonight)\b(?!['’])|\b(?:by|until|no\s+later\s+than)\s+{_DAY}|\bbefore\s+\w"
    rf"|\bwith?in\s+(?:the\s+)?(?:next\s+)?{_NUMBER}\b|\bas\s+soon\s+as\b|\bat\s+\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm|h)\b",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(r"\b(?:by|before|until|within)\s+\Z", re.IGNORECASE)
# Where somebody could come to harm, at once means at once.
_DANGER: Final = re.compile(
    r"\b(?:999|911|112|emergenc\w+|ambulance|hospital|a&e|fire|smoke|gas|alarm|evacuat\w+|breath\w*|chest\s+pain|symptoms?|fever|bleed\w*|poison\w*"
    r"|allerg\w+|seizures?|unconscious|danger\w*|hazard\w*|unsafe|injur\w+|overdos\w+|suicid\w+|doctor|fraud\w*|scam\w*|hacked|stolen|compromised|blood|donors?|violations?|safety|suspicious|unauthori[sz]ed"
    r"|(?:did\s+not|didn['’]t|have\s+not|haven['’]t)\s+(?:make|made|request(?:ed)?|authori[sz]ed?|initiated?|ask(?:ed)?\s+for)"
    r"|was(?:\s+not|n['’]t)\s+you|(?:do\s+not|don['’]t)\s+recogni[sz]e)\b",
    re.IGNORECASE,
)
# To stop something "as soon as you can" is to go on with it.
_STOPPING: Final = frozenset("stop cease refrain discontinue desist halt".split())
# What is done promptly each time is done on time.
_TO_PAY: Final = re.compile(r"\b(?:pay|settle|clear|remit|repay)\b", re.IGNORECASE)
_FOLLOWS: Final = re.compile(
    r"\b(?:penalt\w+|restrict\w+|suspen\w+|disconnect\w+|fees?|charges?|legal|court|collections?|interest)\b",
    re.IGNORECASE,
)
_HABIT: Final = re.compile(
    r"\b(?:always|in\s+(?:the\s+)?future|going\s+forward|each|every|whenever|any\s+changes?)\b", re.IGNORECASE
)
_ON_TIME: Final = frozenset("arrive attend collect start come be begin".split())
_ASKS_YOU: Final = re.compile(
    r"\b(?:please|kindly)\b|\byou\s+(?:must|should|need\s+to|have\s+to|are\s+(?:\w+\s+)?(?:required|requested|asked|advised|instructed|urged)\s+to)\b"
    r"|\b(?:ask|request|urge|advise|require|remind|want|need|expect)\s+(?:that\s+)?you\b",
    re.IGNORECASE,
)
_HELPS: Final = frozenset("must should shall need needs have has to".split())
_PUSHES: Final = frozenset("immediately urgently promptly now".split())
_LOUD: Final = r"(?:immediate|urgent|prompt|swift|earliest|soonest)"
_WHAT: Final = r"(?P<what>payment|settlement|remittance|response|reply|attention|action)"
_STOP: Final = r"(?P<stop>[.!]*)\s*\Z"
_MUCH: Final = r"(?P<much>\s+(?:of|in\s+the\s+(?:amount|sum)\s+of)\s+[£$€]?\d(?:[\d.,]*\d)?)?"
_OF_IT: Final = (
    r"(?:\s+(?:to|on|in|of|for|regarding|about|with)\s+"
    r"(?P<thing>(?:this|the|your|our)\s+(?:[\w'’-]+\s+){0,3}?[\w'’#-]+|this|it))?"
)
_POLITE: Final = (
    r"(?:\s+(?:would\s+be|will\s+be|is|are)\s+(?:(?:much|greatly|highly|very|kindly|now)\s+)*"
    r"(?:appreciated|requested|required|needed|expected|solicited|due))"
)
# What is asked for as a thing: "your urgent attention to this matter is required".
_ASKED_AS_THING: Final = (
    re.compile(
        rf"\A(?P<lead>\W*)(?:urgent\s*[:!–—-]+\s*)?(?:your\s+|an?\s+)?{_LOUD}\s+{_WHAT}{_MUCH}{_OF_IT}{_POLITE}{_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\A(?P<lead>\W*)(?:(?:we|I)\s+(?:(?:kindly|now|therefore|would|hereby)\s+)*(?:ask\s+for|request|require|need|expect|await|appreciate|seek|demand|look\s+forward\s+to|call\s+for))\s+"
        rf"(?:your\s+|an?\s+)?{_LOUD}\s+{_WHAT}{_MUCH}{_OF_IT}{_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\A(?P<lead>\W*)(?P<thing>(?:this|the|your|our)\s+(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+|this|it|there\s+is\s+a\s+matter\s+that)\s+(?:now\s+)?(?:requires?|needs?|calls?\s+for|demands?)\s+"
        rf"(?:your\s+|an?\s+)?{_LOUD}\s+{_WHAT}{_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\A(?P<lead>\W*)(?:please|kindly)\s+(?:give|treat)\s+(?P<thing>(?:this|the|your)\s+(?:[\w'’-]+\s+){{0,2}}?[\w'’-]+|this|it)\s+(?:your\s+)?{_LOUD}\s+{_WHAT}{_STOP}",
        re.IGNORECASE,
    ),
)
_PAYING: Final = re.compile(
    rf"\b(?:make|arrange(?:\s+for)?)\s+(?:an?\s+)?{_LOUD}\s+payment{_MUCH}(?=\s*(?:[.!,;]|\Z|(?:to|so)\b))",
    re.IGNORECASE,
)
_IT: Final = re.compile(r"(?:this|the)\s+(?:[\w-]+\s+)?(?:matter|issue|request|subject|case)\Z", re.IGNORECASE)
_PAID: Final = re.compile(
    r"\b(?:invoices?|bills?|balances?|accounts?|amounts?|sums?|fees?|rent|arrears|debt|dues|statement|instal?lments?|charges?)\Z",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    r"\b(?:letters?|messages?|emails?|e-mails?|requests?|quer(?:y|ies)|questions?|notices?)\Z", re.IGNORECASE
)
_OBJECTS: Final = ("obj", "iobj", "compound:prt")
_LONGEST: Final = 14  # words of a thing behind which the time can still stand
# "Send immediately the form": the thing stands behind, and has to come first.
_THING_NEXT: Final = re.compile(r"\s+(?:the|your|our|any|all|this|these|those|both|an?|each|[£$€])\b", re.IGNORECASE)
# Payments and forms cannot do anything themselves.
_PEOPLE: Final = re.compile(
    r"\b(?:(?!orders|offers|numbers|letters|papers|transfers|errors)\w+(?:ers|ors|ants|(?<!m)ents|(?<!f)ees|ists|icians)|people|parents|staff|families|households|pupils|guests|children|those|all|everyone)\Z",
    re.IGNORECASE,
)
_AT_END: Final = re.compile(
    r"\s+(?:immediately|at\s+once|right\s+away|right\s+now|now|urgently|promptly|without\s+(?:any\s+)?(?:further\s+)?delay)\Z",
    re.IGNORECASE,
)


def is_dated(flagged: Flagged, text: str | None = None) -> bool:
    """Whether the sentence says by when, or how long there is."""
    said = flagged.text if text is None else text
    limited = any(
        flagged.has_placeholder(match.end(), match.end() + 1)
        for match in re.finditer(r"\b(?:by|before|until|within)\s+", said, re.IGNORECASE)
        if text is None
    )
    return limited or bool(_DATED.search(said))


def is_dangerous(flagged: Flagged) -> bool:
    """Whether the sentence is about harm, where nobody should wait until they can."""
    return bool(_DANGER.search(flagged.text))


def soon(flagged: Flagged, start: int, end: int) -> Iterator[Wording]:
    """The words for when at [start:end] as soft ones that say as much, in their place; nothing where none fit."""
    verb = _verb_of(flagged, start, end)
    if verb is None or is_dangerous(flagged) or _HABIT.search(flagged.text):
        return
    before, after = flagged.text[:start], flagged.text[end:]
    words = _who_can(flagged, verb, before)
    if words is None or (flagged.text[start:end].lower() == "promptly" and verb.form in _ON_TIME):
        return
    if any(word.form in _STOPPING for word in (verb, *verb.ancestors())):
        yield Wording(start, end, "now", "word", "review")
        return
    polite = re.search(r"\b(?:please|kindly|must|should|need|required)\b", before, re.IGNORECASE)
    place = place_for(flagged, verb)
    thing_next = _THING_NEXT.match(after) and verb.end + 1 == start
    is_named = any(child.is_(*_OBJECTS) and verb.end <= child.start < start for child in verb.children)
    if verb.end <= start and (place is None or place <= start or is_named) and not thing_next:
        # Where something follows on not paying, when to pay is no mere tone.
        owed = _TO_PAY.search(before) and _FOLLOWS.search(flagged.text)
        yield Wording(start, end, words, "phrase", "safe" if polite and not owed else "review")
    elif place is not None and place >= end:
        rest = flagged.text[end:place].lstrip()
        if not before.strip(' *_-•"“') and after:
            rest = rest[:1].upper() + rest[1:]
        yield Wording(start, place, f"{rest} {words}", "clause", "review")


def asked_as_thing(flagged: Flagged) -> Iterator[Wording]:
    """ "Your urgent attention to this matter is required": please look at this as soon as you can."""
    for pattern in _ASKED_AS_THING:
        match = pattern.match(flagged.text)
        ask = _ask_of(flagged, match) if match and not is_dangerous(flagged) else None
        if match and ask:
            yield flagged.whole(f"{match['lead']}Please {ask} {SOON}{match['stop'].replace('!', '.')}")
            return
    for match in flagged.matches(_PAYING):
        much = re.sub(r"^\s+(?:of|in\s+the\s+(?:amount|sum)\s+of)\s+", " ", match["much"] or "")
        if not is_dated(flagged) and _ASKS_YOU.search(flagged.text[: match.start()]):
            yield Wording(*match.span(), f"pay{much} {SOON}", "phrase", "review")


def _ask_of(flagged: Flagged, match: re.Match[str]) -> str | None:
    """What somebody has to do, as a verb with its thing; None where no verb is sure."""
    rows = match.groupdict()
    what, thing, much = match["what"].lower(), rows.get("thing") or "", rows.get("much") or ""
    start, _ = match.span("thing") if rows.get("thing") else (0, 0)
    if thing and (start == match.end("lead") or thing[:1].isupper()):
        thing = small(thing)
    if what in ("payment", "settlement", "remittance"):
        paid = re.sub(r"^\s+(?:of|in\s+the\s+(?:amount|sum)\s+of)\s+", "", much) or thing
        return f"pay {paid}".strip() if not thing or _PAID.search(thing) else None
    if what in ("response", "reply"):
        answers = not thing or thing.lower() in ("this", "it") or _ANSWERED.search(thing) or _IT.match(thing)
        return f"reply to {thing}".removesuffix(" to ") if answers else None
    if flagged.is_label or not (thing or what == "attention"):
        return None
    return f"look at {'this' if not thing or _IT.match(thing) else thing}"


def soon_behind(flagged: Flagged, order: re.Match[str], please: str) -> Iterator[Wording]:
    """ "Please send us the form as soon as you can" for "you must immediately send us the form"."""
    verb = flagged.word_at(order.start("verb"))
    place = place_for(flagged, verb) if verb is not None and verb.form not in _STOPPING else None
    if place is not None and not is_dangerous(flagged):
        yield Wording(order.start(), place, f"{please}{flagged.text[order.end() : place]} {SOON}", "clause", "review")


def softened(ask: str) -> str:
    """An ask that ends on a push, with soft words for it, or without them where it says by when."""
    match = _AT_END.search(ask)
    if match is None:
        return ask
    rest = ask[: match.start()]
    return rest if _DATED.search(rest) else f"{rest} {SOON}"


def place_for(flagged: Flagged, verb: Word) -> int | None:
    """Where the time of what is asked stands: behind the thing that the verb is about; None where that is too long."""
    things = [child for child in verb.children if child.is_(*_OBJECTS) and child.index > verb.index]
    end = verb
    for thing in things:
        words = thing.subtree()
        if len(words) > _LONGEST or any(word.is_("acl:relcl", "advcl", "ccomp") for word in words):
            return None
        last = max((word for word in words if word.pos != "PUNCT"), key=lambda word: word.index)
        end = max(end, last, key=lambda word: word.index)
    while (following := _where(flagged, end, bool(things))) is not None:
        end = following
    return end.end


def _where(flagged: Flagged, end: Word, has_thing: bool) -> Word | None:
    """The last word of where to or where, right behind a word: "to our depot", "in Leeds"; what has no thing has only
    a place to go to.
    """
    words = flagged.tree.words[end.index + 1 :]
    while words and (words[0].form in _PUSHES or words[0].is_("advmod")):
        words = words[1:]
    if not words or words[0].form not in (("to", "from", "in", "of", "with") if has_thing else ("to", "from", "with")):
        return None
    noun = words[0].head
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.index < words[0].index:
        return None
    last = max(noun.subtree(), key=lambda word: word.index)
    fits = last.index - words[0].index < _LONGEST // 2 and not any(
        word.is_("acl", "advcl", "nummod") for word in noun.subtree()
    )
    return last if fits else None


def _verb_of(flagged: Flagged, start: int, end: int) -> Word | None:
    """The verb whose time the words tell: what they hang on, or the next verb before or behind them."""
    words = flagged.tree.words
    first = flagged.word_at(start)
    if first is None:
        return None
    last = max((word for word in words if word.end <= end), key=lambda word: word.index, default=first)
    behind = next((word for word in words if word.index > last.index), None)
    if (
        behind is not None
        and behind.pos == "VERB"
        and (behind.imperative or behind.base)
        and not _modal_between(behind, first)
    ):
        return behind
    for word in [first, *first.ancestors()]:
        describes = word.is_("acl") and not word.has("nsubj")  # "the form attached": what is asked stands above it
        if word.pos in ("VERB", "AUX") and not start <= word.start < end and not describes:
            return word
    earlier = [word for word in words if word.end <= start and word.pos == "VERB"]
    return earlier[-1] if earlier else None


def _modal_between(verb: Word, word: Word) -> bool:
    return any(child.form == "to" and child.index > word.index for child in verb.children)


def _who_can(flagged: Flagged, verb: Word, before: str) -> str | None:
    """ "As soon as you can", as it is asked of the reader or of others; None where it is no ask."""
    who = subject(verb)
    if verb.is_("xcomp") and verb.head is not None and "you" in verb.head.forms("obj", "iobj"):
        return SOON if _ASKS_YOU.search(before) else None
    if who is None or who.form == "you":
        asked = _ASKS_YOU.search(before) or ((verb.imperative or verb.base) and not verb.has("aux", "mark"))
        return SOON if asked else None
    if who.form in ("we", "i", "it", "this", "that", "he", "she", "they"):
        return None
    helps = {child.form for child in verb.children if child.is_("aux")} & _HELPS
    if not helps:
        return None
    if verb.has("aux:pass", "nsubj:pass"):
        return "as soon as possible"
    said = flagged.text[who.subtree()[0].start : who.end]
    return "as soon as they can" if is_many(said) and _PEOPLE.search(said) else "as soon as possible"
