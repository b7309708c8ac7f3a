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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# One of these in capitals is a raised voice even on its own.
_ALARMING: Final = _words(
    "ACTION ALERT ATTENTION CANCELLED CAUTION DANGER DEADLINE DEMAND DISCONNECTED DO DONT FAIL FAILED"
    " FAILURE FINAL IMMEDIATE IMMEDIATELY IMPORTANT LAST LEGAL MUST NEVER NO NOT NOW ONLY OVERDUE PAST PAY"
    " STOP SUSPENDED TERMINATED TODAY URGENT URGENTLY WARN WARNING"
    " ARREARS BANNED BLOCKED DECLINED DENIED EXCEEDED EXPIRED REJECTED REVOKED DELETED DISQUALIFIED EVICTED FORFEITED"
    " LOST REFUSED SEIZED TOMORROW UNPAID UNSUCCESSFUL"
)
# Alarming in a line that is set in capitals throughout; there "HOW TO PAY" is a matter of design.
_ALARMING_HEADLINE: Final = _words(
    "ALERT CANCELLED DANGER DEMAND DISCONNECTED FAILED FAILURE FINAL IMMEDIATE IMMEDIATELY MUST NOW OVERDUE"
    " STOP SUSPENDED TERMINATED URGENT URGENTLY WARNING ARREARS BLOCKED DECLINED DENIED EXCEEDED REJECTED REVOKED"
)
# Words that stand in capitals by custom, or are mostly initials.
_CUSTOMARY: Final = _words(
    "A I AM PM OK ID FAQ FAQS UK US USA EU GMT UTC BST EST PIN SMS PDF URL VAT IT TV ATM APR IBAN BIC NHS DIY"
    " CEO HR LLC LTD PLC INC PO BOX NFCC CCJ IVA GDPR HMRC DWP IRS SSN ISO API HTML CSV ETA RSVP PS NB TBC TBA"
    " ASAP YES STOP HELP START END Y N"
)
_SMALL_WORDS: Final = _words(
    "THE AND OR OF TO IN ON FOR WITH YOUR YOU WE OUR IS ARE WILL BE HAS HAVE THIS THAT IF BY AT FROM NOT DO"
    " MUST WITHOUT UNTIL AN AS ALL ANY CAN MAY WAS MY"
)
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.BUTTON, BlockKind.LINK, BlockKind.TABLE_CELL, BlockKind.FOOTER})
# "Reply YES or NO": capitals that say what to type, unless they say when.
_REPLY_WORD = re.compile(
    r"\b(?:reply|text|send|write|type|enter|sign|choose|select|press|with|word)\b(?:\W+[A-Z0-9]+\W+(?:or|and))?\W+\Z",
    re.IGNORECASE,
)
# "WHAT HAPPENS IF MY DOMAIN EXPIRES?", not "WHY HAVE YOU NOT PAID?"
_ASKED_FOR_THE_READER = re.compile(r"\W*(?:WHAT|HOW|WHEN|WHERE|WHO|WHICH|CAN I|DO I|NEED)\b[^.!?]*\?\W*\Z")
# "IMMEDIATE ASSISTANCE" heads what the reader can get.
_OFFERED: Final = _words("ASSISTANCE HELP SUPPORT CONTACT")
# "REQUEST RECEIVED ON: 3 May"
_LABEL = re.compile(r"\W*[A-Z][A-Z /&()-]+:\s")
_WHEN: Final = frozenset({"ASAP", "IMMEDIATELY", "NOW", "TODAY", "URGENTLY"})


def capitals(view: MessageView) -> Iterator[Reading]:
    """Runs of words in capitals that raise the voice; the value is the number of words in the run."""
    for passage in view.passages:
        for match in _RUN.finditer(passage.text):
            words = [word.replace("'", "").replace("’", "") for word in _WORD.findall(match.group())]
            if passage.is_writing(*match.span()) and _raises_voice(passage, match.span(), words):
                yield _reading(passage, match.start(), match.end(), len(words))


def exclamations(view: MessageView) -> Iterator[Reading]:
    """Runs of exclamation and question marks; the value is their number."""
    for passage in view.passages:
        for match in _MARKS.finditer(passage.text):
            if passage.is_writing(*match.span()):
                yield _reading(passage, match.start(), match.end(), len(match.group()))


def _raises_voice(passage: Passage, span: tuple[int, int], words: list[str]) -> bool:
    start, end = span
    alarming = any(word in _ALARMING for word in words)
    if len(words) == 1:
        is_reply = bool(_REPLY_WORD.search(passage.text[:start])) and words[0] not in _WHEN
        return alarming and words[0] not in _CUSTOMARY and not is_reply
    if _is_headline(passage, start):
        is_help = _ASKED_FOR_THE_READER.match(_line(passage, start)[0]) or any(word in _OFFERED for word in words)
        return not is_help and any(word in _ALARMING_HEADLINE for word in words)
    if alarming or _is_label(passage, start):
        return alarming
    plain = [word for word in words if word not in _CUSTOMARY]
    if len(plain) >= 2 and passage.text.startswith("!", end) and any(char.islower() for char in passage.text):
        return True
    return len(plain) >= 4 or (len(plain) >= 2 and any(word in _SMALL_WORDS for word in words))


def _is_headline(passage: Passage, start: int) -> bool:
    """Whether the capitals stand in a heading or button without small letters, or fill a line that is no sentence; a
    question that the message goes on to answer heads what follows.
    """
    if passage.block.kind in _HEADINGS:
        return not any(char.islower() for char in passage.text)
    line, _ = _line(passage, start)
    if any(char.islower() for char in line):
        return False
    return bool(_ASKED_FOR_THE_READER.match(line)) or not line.rstrip().endswith((".", "!", "?"))


def _is_label(passage: Passage, start: int) -> bool:
    """Whether the capitals begin a line and say what it tells."""
    line, at = _line(passage, start)
    label = _LABEL.match(line)
    return label is not None and at < label.end()


def _line(passage: Passage, start: int) -> tuple[str, int]:
    """The line that a place of the passage stands on, and where on it."""
    prose, place = passage.block.prose, passage.sentence.start + start
    first = prose.rfind("\n", 0, place) + 1
    return prose[first:].split("\n", 1)[0], place - first


def _reading(passage: Passage, start: int, end: int, value: int) -> Reading:
    sentence = passage.sentence
    return Reading(value, sentence.block, sentence.start + start, sentence.start + end, sentence)
