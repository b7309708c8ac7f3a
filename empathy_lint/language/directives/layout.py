"""Where each sentence stands: in the body or around it, under which lead-in, after which question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.message import Block, BlockKind, Message

_HEADLINES: Final = frozenset({BlockKind.SUBJECT, BlockKind.PREHEADER, BlockKind.HEADING})
# A cell of a table labels or repeats; like a button it counts only where the body asks for nothing.
_CALLS: Final = frozenset({BlockKind.BUTTON, BlockKind.LINK, BlockKind.TABLE_CELL})
_ASIDES: Final = frozenset({BlockKind.FOOTER, BlockKind.ALT_TEXT})
_OPTIONS: Final = re.compile(
    r"\b(?:either|one\s+of|any\s+of|options?|ways?|choices?|choose|whichever"
    r"|(?<!before )(?<!so )(?<!that )you\s+(?:can|may|could|might)|we\s+(?:can|could|may)|arrangements?"
    r"|open\s+to\s+you|works?\s+for\s+you|suits|(?:there\s+are|few|couple|several|some)\s+(?:\w+\s+)?(?:things"
    r"|ways))\b",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"[\w\s'’→>»]{3,40}(?::\s*|\(\s*|-\s+|–\s+|\n)(?:https?://|www\.|[\w-]+\.)\S+(?:\s*\))?", re.IGNORECASE
)
# "Restart your trial (https://…) - …": an entry of a list that is set as a paragraph.
_ENTRY: Final = re.compile(r"[\w\s'’]{3,40}\(\s*(?:https?://|www\.|[\w-]+\.)\S+\s*\)\s*[-–:]\s", re.IGNORECASE)
_TWO_LINKS: Final = re.compile(r"\w[^|.!?]{0,40} \| \w[^|.!?]{0,40}")
_BRACKETED: Final = re.compile(r"\([^()]*\)[.!]?")
# What is listed under such words is not to be done, or is what others or a guide do.
_FORBIDDING: Final = re.compile(
    r"\b(?:do\s+not|don['’]t|never|must\s+not|avoid|how\s+to|helps?\s+you(?:\s+to)?)\s*:?\s*$", re.IGNORECASE
)
# What is listed under such words is advice for later, or help for whoever wants it.
_ADVICE: Final = re.compile(
    r"\b(?:tips?|best\s+practices?|advice|(?:security|safety)\s+reminders?|remember|good\s+to\s+know|stay(?:ing)?\s+safe"
    r"|protect\s+your(?:self)?|prevent(?:ing)?\s+future|during\s+(?:the|an?|this)\s+\w+"
    r"|(?:need|want|looking\s+for)\s+(?:\w+\s+)?(?:help|assistance|support)|having\s+(?:trouble|problems))\b",
    re.IGNORECASE,
)
_SHORT_QUESTION: Final = 9  # words
_ASKING: Final = re.compile(r"\b(?:could|can|would|will)\s+you\b", re.IGNORECASE)


class Part(Enum):
    """The part of the message that a sentence belongs to."""

    BODY = "body"
    HEADLINE = "headline"
    CALL = "call"  # a button, or a link on its own
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and its surroundings. `options` is the index of the lead-in, where it stands in a list of options."""

    sentence: Sentence
    part: Part
    item: bool = False
    options: int | None = None
    forbidden: bool = False  # stands in a list under "Do not:"
    answers: bool = False  # follows a short question: "Already paid?"


def placed(message: Message, sentences: Sequence[Sentence]) -> list[Placed]:
    """The sentences with their surroundings, in order."""
    rows: list[Placed] = []
    lead: Sentence | None = None
    question: Sentence | None = None
    section: Sentence | None = None  # what the list that follows is about
    for sentence in sentences:
        kind = message.blocks[sentence.block].kind
        item = kind is BlockKind.LIST_ITEM or _ENTRY.match(message.blocks[sentence.block].prose) is not None
        if (
            not item and lead is not None and lead is not (rows[-1].sentence if rows else None) and not rows[-1].item
        ) or (not item and rows and rows[-1].item):
            lead = None
        is_option = item and lead is not None and _OPTIONS.search(lead.text) is not None
        answers = question is not None and question.block == sentence.block
        part = Part.CALL if _is_all_link(message.blocks[sentence.block], sentence) else _part(kind, sentence.text)
        if item and section is not None and _ADVICE.search(section.text):
            part = Part.ASIDE
        forbidden = item and lead is not None and _FORBIDDING.search(lead.text) is not None
        rows.append(
            Placed(sentence, part, item, lead.index if is_option and lead is not None else None, forbidden, answers)
        )
        if not item:
            section = sentence
        if not item and (sentence.text.endswith(":") or _OPTIONS.search(sentence.text)):
            lead = sentence
        question = sentence if _is_short_question(sentence.text) else None
    return rows


def _is_all_link(block: Block, sentence: Sentence) -> bool:
    return any(link.prose_start <= sentence.start and sentence.end - 1 <= link.prose_end for link in block.links)


def _part(kind: BlockKind, text: str) -> Part:
    if text.count(" | ") > 1 or text.count(" · ") > 1 or _TWO_LINKS.fullmatch(text):
        return Part.ASIDE  # a row of links, as at the foot of an email
    if _BRACKETED.fullmatch(text):
        return Part.ASIDE
    if _LABELLED.fullmatch(text):
        return Part.CALL
    if kind in _HEADLINES:
        return Part.HEADLINE
    if kind in _CALLS:
        return Part.CALL
    return Part.ASIDE if kind in _ASIDES else Part.BODY


def _is_short_question(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= _SHORT_QUESTION and _ASKING.search(text) is None
