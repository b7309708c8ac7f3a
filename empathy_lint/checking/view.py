"""A message as the kinds that look at it whole see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from empathy_lint.checking.context import Context
from empathy_lint.checking.passage import Passage
from empathy_lint.checking.protocol import Analysis
from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.message import BlockKind
from empathy_lint.words import Severity

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that offer an element: offsets are those of the block's prose."""

    block: int
    start: int
    end: int
    sentence: int
    text: str


Presence = dict[str, tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule was hit, for checks of order."""

    rule: str
    entry: str
    severity: Severity
    block: int
    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class MessageHit:
    """What a message kind found; without a block it is about the whole message.

    `values` fill the entry's message: `{value}`, `{limit}` and so on.
    """

    block: int | None = None
    start: int = 0
    end: int = 0
    sentence: Sentence | None = None
    values: dict[str, Any] = field(default_factory=dict)
    element: str | None = None


@dataclass(frozen=True)
class MessageView:
    """Everything that is known about a message; `spots` and `presence` are complete for late kinds only."""

    analysis: Analysis
    context: Context
    passages: tuple[Passage, ...]
    needs: Mapping[str, str] = field(default_factory=dict)
    presence: Presence = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()


def opening_sentences(analysis: Analysis) -> frozenset[int]:
    """Indexes of the sentences that a reader sees first: subject, preheader, first heading, first body
    sentence.
    """
    blocks = analysis.message.blocks
    opening: set[int] = set()
    heading_seen = False
    for sentence in analysis.sentences:
        kind = blocks[sentence.block].kind
        if kind in (BlockKind.SUBJECT, BlockKind.PREHEADER):
            opening.add(sentence.index)
        elif kind is BlockKind.HEADING and not heading_seen:
            opening.update(each.index for each in analysis.sentences if each.block == sentence.block)
            heading_seen = True
        elif kind in _BODY and not is_greeting(sentence.text):
            opening.add(sentence.index)
            break
    return frozenset(opening)


def is_greeting(text: str) -> bool:
    """Whether a sentence is no more than a salutation: "Dear Alex,"."""
    words = text.split()
    first = words[0].strip(",.!:").lower() if words else ""
    return len(words) <= 6 and (
        first in {"dear", "hi", "hello", "hey", "greetings"} or text.lower().startswith("good ")
    )
