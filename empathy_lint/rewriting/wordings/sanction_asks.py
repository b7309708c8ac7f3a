"""The ask that a sanction hangs on: its condition, a failure, "or", "otherwise", "to avoid", told as a request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.wordings.obligations import ACTS
from empathy_lint.rewriting.wordings.repeated_acts import asked_not_to_repeat
from empathy_lint.rewriting.wordings.timely import softened
from empathy_lint.rewriting.wordings.undone import asked_by, asked_by_doing

_IF: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<mark>if|unless|should|where|in\s+the\s+event\s+that)\s+(?P<if>.+?),\s*(?:then\s+)?(?P<then>.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# "If we receive nothing, or you do not contact us, your …": both are the condition.
_IF_OR: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<mark>if)\s+(?P<if>[^,]+,\s*(?:or|and)\s+(?:if\s+)?(?:you|we)\s[^,]+),\s*(?:then\s+)?(?P<then>.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_IF_TIMED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<mark>if)\s*,?\s+(?P<if>(?:within|by)\s+[^,]+,\s+[^,]+),\s*(?:then\s+)?(?P<then>.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# Commas within a number part nothing.
_RUN: Final = r"(?:[^,]|(?<=\d),(?=\d))+"


def _no_comma(much: str) -> re.Pattern[str]:
    return re.compile(
        rf"\A(?P<lead>\W*)(?P<mark>if|unless)\s+(?P<if>{_RUN}{much})\s+"
        r"(?P<then>(?:(?:(?:your|the|our|this)(?:\s+[\w'’-]+){1,3}|we|you|it|they)(?:\s+(?:will|may|might|shall)|['’]ll)\s"
        r"|(?:your|the)\s+(?:[\w'’£$€-]+\s+){1,6}?(?:becomes?|gets?|goes|falls?)\s)"
        rf"{_RUN}?)(?P<stop>[.!*_]*)\s*\Z",
        re.IGNORECASE | re.DOTALL,
    )


# The last place where a clause can begin: an earlier one may cut the condition, and is tried after it.
_NO_COMMA: Final = (_no_comma(""), _no_comma("?"))
_THEN: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<then>.+?),?(?<!and)(?<!but)(?<!or)\s+(?P<mark>if|unless|should|in\s+the\s+event\s+that)\s+"
    rf"(?P<if>{_RUN}?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OR: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<ask>.+?)(?:,\s*(?:or|otherwise|failing\s+which|after\s+which(?:\s+time)?)(?:\s+else)?|\s+(?:or(?:\s+else)?|otherwise|failing\s+which)|[.;]\s*otherwise,?)\s+(?P<then>.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_FAILURE: Final = re.compile(
    r"\A(?P<lead>\W*)(?:failure\s+to|failing\s+to)\s+(?P<ask>.+?)\s+(?=(?:will|may|could|can|shall|would|might)\s)"
    r"(?:(?:will|can|shall|would)\s+)?(?:also\s+|then\s+)?"
    r"(?P<then>(?:(?:may|might|could)\s+(?:also\s+|then\s+)?)?(?:result|lead|mean|cause|delay|incur|leave|be|trigger|affect|attract|invalidate)\b.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# A thing left undone or done late, as a noun: "missing the appointment may lead to", "paying after this date will".
_DOING: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?P<neg>not\s+)?(?P<doing>paying|replying|responding|returning|completing|attending|renewing|registering|contacting"
    r"|sending|providing|missing|ignoring)|(?P<noun>(?:late|non-?)\s*payment))(?P<rest>\b.*?)\s+(?:will|may|could|can|shall|would|might)\s+"
    r"(?:also\s+|then\s+)?(?P<then>(?:result|lead|mean|cause|delay|incur|leave|trigger|affect|attract|invalidate)\b.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DOING: Final = re.compile(r"\A(?P<lead>\W*)not\s+(?P<doing>[a-z]{2,}ing)\b", re.IGNORECASE)
_OTHERWISE: Final = re.compile(
    r"\A(?P<lead>\W*)(?:otherwise|if\s+not|if\s+you\s+(?:don['’]t|do\s+not)(?:\s+do\s+(?:this|so|that))?(?=\s*,)|failing\s+(?:this|that|which))\s*,?\s+(?P<then>.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# What only announces the sentence that it opens.
_NOTED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?:please\s+|do\s+)?(?:also\s+)?(?:note|be\s+(?:aware|advised|informed))|you\s+should\s+(?:also\s+)?know|this\s+is\s+(?:just\s+)?an?\s+(?:(?:friendly|gentle|kind|polite|final)\s+)?reminder)\s+that\s+",
    re.IGNORECASE,
)
_OF_THE_SAME: Final = re.compile(r"(?:comply|do\s+so|act|adhere|cooperate)\b", re.IGNORECASE)
_PLEASE: Final = re.compile(
    r"\W*please\s+(?!note|find|see|accept|be\b|do\s+not|don['’]t)\w|.*\b(?:we\s+(?:\w+\s+)?|and\s+)ask\s+(?:that\s+)?you\b",
    re.IGNORECASE | re.DOTALL,
)
_STEPS: Final = 2  # one ask makes no steps
_RULES: Final = re.compile(r"\b(?:terms|conditions|rules|requirements|regulations|guidelines|limits)\b", re.IGNORECASE)
ASKS: Final = (
    r"(?:pay|reply|respond|call|contact|send|return|complete|make|confirm|clear|settle|provide|update|renew|sign|submit"
    r"|register|verify|act|get|tell|file|give|log|review|book|attend|fill|enter|upload|reach|speak|arrange|recharge|top\s+up|add|change|reset|activate|upgrade|verify|check|accept|ensure|move|keep|bring)\b"
)
_TO_AVOID: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<ask>.+?),?(?:\s+and)?\s+(?:in\s+order\s+)?(?:to|and)\s+(?:avoid|prevent)\s+(?:any\s+)?(?P<then>.+?)(?P<stop>[.!:*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# The same the other way round: "to avoid late fees, please pay by Friday".
_AVOIDING: Final = re.compile(
    r"\A(?P<lead>\W*)(?:in\s+order\s+)?to\s+(?:avoid|prevent)\s+(?:any\s+)?(?P<then>[^,;:.]+?)(?:,\s*|\s+(?=please\b))(?P<ask>[^;:]+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# What a solicitor is told to do is what comes next.
_INSTRUCTED: Final = re.compile(
    r"\A(?:in\s+(?:those|these|the)\s+circumstances,?\s+)?(?:our\s+instructions\s+are|(?:we|I)\s+(?:are|am|have\s+been)\s+instructed)\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_HOLDS_MORE: Final = re.compile(r"\b(?:if|unless|when|because|or)\b", re.IGNORECASE)
_THING_MUST: Final = re.compile(
    r"\A(?P<what>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,5}?(?:\s+\([^()]*\))?)\s+(?:must|(?:need|has|have)s?\s+to|(?:is|are)\s+to|should)\s+be\s+"
    r"(?P<done>[a-z]+)(?P<rest>\b[^.;:]*)\Z",
    re.DOTALL,
)


def asks_of(flagged: Flagged) -> Iterator[tuple[str, str, str]]:
    """What stands before the ask, the ask as a request, and the sanction that hangs on it; the best reading first."""
    for lead, mark, condition, then in _conditions(flagged):
        if ask := asked_by(condition, mark, same=_same_ask(flagged)):
            yield lead, softened(ask), _INSTRUCTED.sub("we will ", then)
    match = _FAILURE.match(_as_failure(_NOTED.sub(r"\g<lead>", flagged.text)))
    if match and _is_act(match["ask"]) and not _OF_THE_SAME.match(match["ask"]):
        yield match["lead"], f"Please {match['ask']}", match["then"]
    elif match and _OF_THE_SAME.match(match["ask"]) and (ask := _same_ask(flagged) or _rules_before(flagged)):
        yield match["lead"], ask, match["then"]
    doing = _DOING.match(flagged.text)
    if doing and (ask := asked_by_doing(doing)):
        yield doing["lead"], ask, doing["then"]
    again = asked_not_to_repeat(_NOTED.sub(r"\g<lead>", flagged.text))
    if again:
        yield again
    otherwise = _OTHERWISE.match(flagged.text)
    if otherwise and _has_ask_before(flagged):
        yield otherwise["lead"], "Please do this", otherwise["then"]
    match = _OR.match(flagged.text)
    if match and (ask := _asked(match["ask"])):
        yield match["lead"], ask, match["then"]
    for pattern in (_TO_AVOID, _AVOIDING):
        match = pattern.match(flagged.text)
        if match and (ask := _asked(match["ask"])):
            yield match["lead"], ask, match["then"]


def is_to_avoid(flagged: Flagged) -> bool:
    """Whether the sentence names the sanction only as what its ask avoids."""
    return bool(_TO_AVOID.match(flagged.text) or _AVOIDING.match(flagged.text))


def _as_failure(text: str) -> str:
    """ "Not complying may lead to a fine", as it was before "failure to comply" was made plain."""
    match = _NOT_DOING.match(text)
    lemma = verb_lemma(match["doing"].lower()) if match else None
    return f"{match['lead']}Failure to {lemma}{text[match.end() :]}" if match and lemma else text


def _same_ask(flagged: Flagged) -> str:
    """The request for what the message asks for already: right before, or elsewhere; empty where there is none."""
    if _has_ask_before(flagged):
        return "Please do this"
    own = flagged.sentence.index
    asks = {index for index, _, _ in flagged.view.analysis.directives.asks}
    return "Please follow the steps in this message" if len(asks - {own}) >= _STEPS and not flagged.is_label else ""


def _rules_before(flagged: Flagged) -> str:
    """ "Please keep to these", right behind the rules or terms that are meant."""
    sentences = flagged.view.analysis.sentences_of(flagged.sentence.block)
    before = [row.text for row in sentences if row.index == flagged.sentence.index - 1]
    return "Please keep to these" if before and _RULES.search(before[0]) else ""


def _has_ask_before(flagged: Flagged) -> bool:
    """Whether the sentence right before asks for something, so that a "this" is what it asks."""
    before = flagged.sentence.index - 1
    if any(index == before for index, _, _ in flagged.view.analysis.directives.asks):
        return True
    rows = flagged.view.analysis.sentences_of(flagged.sentence.block)
    return any(row.index == before and _PLEASE.match(row.text) for row in rows)


def _conditions(flagged: Flagged) -> Iterator[tuple[str, str, str, str]]:
    """What stands before the condition, its first word, the rest of it, and what hangs on it."""
    text = _NOTED.sub(r"\g<lead>", flagged.text)
    for pattern in (_IF_OR, _IF_TIMED, _IF, _THEN, *_NO_COMMA):
        match = pattern.match(text)
        if match:
            yield match["lead"], _as_mark(match["mark"]), match["if"], match["then"]
    opener = re.match(r"\A(?P<lead>\W*)(?P<mark>if|unless)\s", flagged.text, re.IGNORECASE)
    mark = flagged.word_at(opener.start("mark")) if opener else None
    if opener and mark is not None and mark.head is not None and mark.head.is_("advcl"):
        end = mark.head.subtree()[-1].end
        then = flagged.text[end:].strip(" ,.!")
        if then and re.match(r"(?:we|your|the|our|you|it|this|I)\b", then):
            yield opener["lead"], opener["mark"].lower(), flagged.text[opener.end() : end], then


def _as_mark(mark: str) -> str:
    """ "Where" and "in the event that" open a condition as "if" does."""
    mark = mark.lower()
    return mark if mark in ("unless", "should") else "if"


def _asked(words: str) -> str | None:
    """What an order or a plain "pay now" asks for, as a request."""
    said = words
    words = re.sub(
        r"\A(?:please|kindly|(?:we|I)\s+(?:kindly\s+)?ask\s+(?:that\s+you|you\s+to)|you\s+(?:must|(?:will\s+)?need\s+to|have\s+to|should|are\s+required\s+to))\s+",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = _of_thing(words)
    words = re.sub(r"\Amake\s+contact\b", "get in touch", words, flags=re.IGNORECASE)
    words = softened(words)
    ordered = words != said and not _HOLDS_MORE.search(words)  # whatever is told to be done
    if not (re.match(ASKS, words, re.IGNORECASE) or (ordered and _is_act(words))) or words.lower() == "act":
        return None
    return f"Please {words[:1].lower()}{words[1:]}"


def _is_act(words: str) -> bool:
    return bool(re.match(ASKS, words, re.IGNORECASE)) or words.split(maxsplit=1)[0].lower() in ACTS


def _of_thing(words: str) -> str:
    """ "Return the laptop in the box", as "the laptop must be returned in the box" asks."""
    match = _THING_MUST.match(words)
    lemma = verb_lemma(match["done"].lower()) if match else ""
    if match is None or lemma not in ACTS or inflected(lemma, "VBN") != match["done"].lower():
        return words
    what = match["what"] if match["what"][1:2].isupper() else match["what"][:1].lower() + match["what"][1:]
    if what.lower() == "payment" and lemma == "make":
        return f"pay{match['rest']}"
    return f"{lemma} {what}{match['rest']}"
