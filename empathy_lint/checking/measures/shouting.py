"""Capitals and exclamation marks that raise the voice.

Capitals are many things besides shouting: initials, codes, names of forms, headings set so by convention. A
run is shouting when it holds words that are ordinary English in small letters and is emphatic or alarming.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.checking.measures.reading import Reading
from empathy_lint.checking.passage import Passage
from empathy_lint.checking.view import MessageView
from empathy_lint.reading.message import BlockKind

_RUN = re.compile(r"(?<![\w@#/.\-])[A-Z][A-Z'’]*(?:[ \u00a0,]+(?:[A-Z][A-Z'’]*|\d+|&)(?![\w@/\-]))*(?![\w@/\-])")
_WORD = re.compile(r"[A-Z][A-Z'’]+")
_MARKS = re.compile(r"!{2,}|\?{2,}|[!?]*(?:!\?|\?!)[!?]*")
# One of these in capitals is a raised voice even on its own.
_ALARMING: Final = frozenset(
    [
        "ACT",
        "ACTION",
        "ALERT",
        "ATTENTION",
        "CANCELLED",
        "CAUTION",
        "DANGER",
        "DEADLINE",
        "DEMAND",
        "DISCONNECTED",
        "DO",
        "DONT",
        "FAIL",
        "FAILED",
        "FAILURE",
        "FINAL",
        "IMMEDIATE",
        "IMMEDIATELY",
        "IMPORTANT",
        "LAST",
        "LEGAL",
        "MUST",
        "NEVER",
        "NO",
        "NOT",
        "NOTICE",
        "NOW",
        "ONLY",
        "OVERDUE",
        "PAST",
        "PAY",
        "STOP",
        "SUSPENDED",
        "TERMINATED",
        "TODAY",
        "URGENT",
        "URGENTLY",
        "WARN",
        "WARNING",
    ]
)
# Words that stand in capitals by custom, or are mostly initials.
_CUSTOMARY: Final = frozenset(
    [
        "A",
        "I",
        "AM",
        "PM",
        "OK",
        "ID",
        "FAQ",
        "FAQS",
        "UK",
        "US",
        "USA",
        "EU",
        "GMT",
        "UTC",
        "BST",
        "EST",
        "PIN",
        "SMS",
        "PDF",
        "URL",
        "VAT",
        "IT",
        "TV",
        "ATM",
        "APR",
        "IBAN",
        "BIC",
        "NHS",
        "DIY",
        "CEO",
        "HR",
        "LLC",
        "LTD",
        "PLC",
        "INC",
        "PO",
        "BOX",
        "NFCC",
        "CCJ",
        "IVA",
        "GDPR",
        "HMRC",
        "DWP",
        "IRS",
        "SSN",
        "ISO",
        "API",
        "HTML",
        "CSV",
        "ETA",
        "RSVP",
        "PS",
        "NB",
        "TBC",
        "TBA",
        "ASAP",
        "YES",
        "STOP",
        "HELP",
        "START",
        "END",
        "Y",
        "N",
    ]
)
_SMALL_WORDS: Final = frozenset(
    [
        "THE",
        "AND",
        "OR",
        "OF",
        "TO",
        "IN",
        "ON",
        "FOR",
        "WITH",
        "YOUR",
        "YOU",
        "WE",
        "OUR",
        "IS",
        "ARE",
        "WILL",
        "BE",
        "HAS",
        "HAVE",
        "THIS",
        "THAT",
        "IF",
        "BY",
        "AT",
        "FROM",
        "NOT",
        "DO",
        "MUST",
        "WITHOUT",
        "UNTIL",
        "AN",
        "AS",
        "ALL",
        "ANY",
        "CAN",
        "MAY",
        "WAS",
        "MY",
    ]
)
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.BUTTON, BlockKind.LINK, BlockKind.TABLE_CELL, BlockKind.FOOTER})
_REPLY_WORD = re.compile(
    r"\b(?:reply|text|send|write|type|enter|sign|choose|select|press|with|word)\W+\Z", re.IGNORECASE
)


def capitals(view: MessageView) -> Iterator[Reading]:
    """Runs of words in capitals that raise the voice; the value is the number of words in the run."""
    for passage in view.passages:
        for match in _RUN.finditer(passage.text):
            words = [word.replace("'", "").replace("’", "") for word in _WORD.findall(match.group())]
            if passage.is_writing(*match.span()) and _raises_voice(passage, match.start(), words):
                yield _reading(passage, match.start(), match.end(), len(words))


def exclamations(view: MessageView) -> Iterator[Reading]:
    """Runs of exclamation and question marks; the value is their number."""
    for passage in view.passages:
        for match in _MARKS.finditer(passage.text):
            if passage.is_writing(*match.span()):
                yield _reading(passage, match.start(), match.end(), len(match.group()))


def _raises_voice(passage: Passage, start: int, words: list[str]) -> bool:
    plain = [word for word in words if word not in _CUSTOMARY]
    alarming = [word for word in words if word in _ALARMING]
    if _REPLY_WORD.search(passage.text[:start]) and len(words) == 1:
        return False  # "Reply STOP": the capitals are what to type
    if passage.block.kind in _HEADINGS and not _mixed(passage):
        return bool(alarming)  # a heading or a button set in capitals throughout is a matter of design
    if len(words) == 1:
        return bool(alarming) and words[0] not in _CUSTOMARY
    return bool(alarming) or (len(plain) >= 2 and any(word in _SMALL_WORDS for word in words)) or len(plain) >= 4


def _mixed(passage: Passage) -> bool:
    return any(char.islower() for char in passage.text)


def _reading(passage: Passage, start: int, end: int, value: int) -> Reading:
    sentence = passage.sentence
    return Reading(value, sentence.block, sentence.start + start, sentence.start + end, sentence)
