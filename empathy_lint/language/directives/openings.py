"""Whether a sentence could ask or offer anything, judged by its words, so that the others are spared the parser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.command_words import AMBIGUOUS_VERBS, BEFORE, ON_SCREEN, OPENING_CLAUSE, PLAIN_VERBS

_VERBS: Final = Path(__file__).parents[1] / "verbs.txt"
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Adverbs that may stand before a command, beside those that `imperatives` knows.
_EARLIER: Final = BEFORE | {"or", "ok", "okay", "great", "well", "yes", "no", "hi", "hello", "hey", "to"}
_COMMANDS: Final = AMBIGUOUS_VERBS | PLAIN_VERBS | ON_SCREEN | {"let", "let's", "dont", "don't", "grab", "select"}
# Verbs that look like another form, or like a question.
_OVERLOOKED: Final = frozenset({"ring", "bring", "have", "let's", "sign", "order", "reply", "call", "contact"})
# Where a command opens inside a sentence: behind a full stop or the like, a "so", or the comma after "if you have …".
_INNER_START: Final = re.compile(r"(?:[:;.!?|–—]|\bso|\bthen)\s+", re.IGNORECASE)
_COMMA: Final = re.compile(r"[,)-]\s+")
_FIRST: Final = re.compile(r"[^\W\d_]{2,}")
_NOT_BASE: Final = re.compile(r"(?:ing|ed|tion|ment|(?<!rep)(?<!app)(?<!supp)ly)$")
# What no command begins with.
_NO_COMMAND: Final = frozenset(
    """the your we our you this that these those an it there they he she his her their its my as at by for from in of on
    with without if when once while since after before until unless because although though but and or so thank thanks
    dear hi hello hey yours sincerely regards kind best all any some no not is are was were will would may might can
    could has have had i'm we're we've we'll it's mr mrs ms dr what who why how which where here sorry yes ltd inc plc
    payment account amount total date subject invoice order customer balance monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december""".split()
)
_VERBS_OF_COMMAND: Final = (
    r"log|sign|click|tap|call|ring|phone|text|e-?mail|reply|respond|visit|go|pay|settle|send|return|submit|upload"
    r"|provide|complete|fill|confirm|verify|check|choose|select|pick|open|update|change|add|remove|download|book"
    r"|schedule|renew|contact|write|speak|tell|ask|make|get|bring|take|give|set|enter|use|follow|scan|start|stop|cancel"
    r"|register|apply|activate|accept|move|switch|leave|rebook|collect|review|reset|create|attend|come|post|print|clear"
    r"|join|read|put|top|try|let|do|don['’]t|message|press"
)
_COMMAND_INSIDE: Final = rf"[,:;–—-]\s+(?:please\s+|just\s+|then\s+|simply\s+)*(?:{_VERBS_OF_COMMAND})\b"
_PLEA: Final = (
    r"please|pls|plz|kindly|you\s+(?:can|may|could|might)|(?:could|can|would|will)\s+you|let\s+us|recommend|suggest"
    r"|advise"
)
_REQUEST: Final = r"(?:we|i)\s+(?:\w+\s+)?(?:need|request|like|require|want|urge|invite)\b.*\byou"
_OWED: Final = r"must|should|shall|needs?|ha(?:ve|s)\s+to|required?|asked|requested|directed|instructed|ask"
_CUE: Final = re.compile(rf"\b(?:{_PLEA}|{_OWED})\b|{_COMMAND_INSIDE}", re.IGNORECASE)
_ASKING: Final = re.compile(rf"\b(?:{_PLEA}|{_REQUEST})\b|{_COMMAND_INSIDE}", re.IGNORECASE)
_DUTY: Final = re.compile(rf"\b(?:{_OWED})\b", re.IGNORECASE)
# A duty is the reader's, or is left to the reader in the passive.
_WHOSE: Final = re.compile(r"\b(?:you|u|be|been|being)\b", re.IGNORECASE)


def may_direct(text: str) -> bool:
    """Whether a sentence sounds as if it could ask or offer anything."""
    return _may_open_with_command(text) or _CUE.search(text) is not None


def may_hold_acts(text: str) -> bool:
    """Whether a sentence has the words without which `find_acts` finds nothing in it; the same, told more strictly."""
    return (
        _ASKING.search(text) is not None
        or (_DUTY.search(text) is not None and _WHOSE.search(text) is not None)
        or (_may_open_with_command(text) and _leads_with(text, _verbs()))
        or _leads_with(text, _OVERLOOKED)
        or any(_leads_with(text[match.end() :], _verbs()) for match in _INNER_START.finditer(text))
        or any(_leads_with(text[match.end() :], _after_comma(text)) for match in _COMMA.finditer(text))
    )


def _after_comma(text: str) -> frozenset[str]:
    """The verbs that count as a command behind a comma: all behind an opening clause, else those of most commands."""
    opening = _WORD.search(text)
    return _verbs() if opening and opening.group().lower() in OPENING_CLAUSE else _COMMANDS


def _may_open_with_command(text: str) -> bool:
    """Whether the first word may open a command, for all that its letters tell."""
    first = _FIRST.search(text)
    word = first.group().lower() if first else ""
    return bool(word) and word not in _NO_COMMAND and _NOT_BASE.search(word) is None


def _leads_with(text: str, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs comes first, behind no more than numbers and what may stand before a command."""
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'")
        if word in verbs:
            return True
        if word not in _EARLIER and not word.isdigit():
            return False
    return False


@cache
def _verbs() -> frozenset[str]:
    """Base forms of English verbs, in small letters (written by `training.verbs`)."""
    return frozenset(_VERBS.read_text(encoding="utf-8").lower().split()) | _COMMANDS
