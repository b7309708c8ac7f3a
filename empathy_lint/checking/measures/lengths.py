"""How long things are, and how hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from empathy_lint.checking.measures.reading import Reading
from empathy_lint.checking.view import MessageView
from empathy_lint.reading.message import BlockKind

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
# What is not written as sentences is not measured as one.
_NO_SENTENCES = frozenset({BlockKind.TABLE_CELL, BlockKind.FOOTER, BlockKind.ALT_TEXT})


def sentence_words(view: MessageView) -> Iterator[Reading]:
    """Words of each sentence; a placeholder's stand-in counts as the words it is made of."""
    for passage in view.passages:
        if passage.block.kind not in _NO_SENTENCES:
            sentence = passage.sentence
            words = sum(1 for _ in _WORD.finditer(sentence.text))
            yield Reading(words, sentence.block, sentence.start, sentence.end, sentence)


def message_words(view: MessageView) -> Iterator[Reading]:
    """Words of the whole message."""
    yield Reading(view.analysis.metrics.words)


def reading_grade(view: MessageView) -> Iterator[Reading]:
    """Years of schooling that the message asks for; nothing when it is too short to be measured."""
    grade = view.analysis.metrics.reading_grade
    if grade is not None:
        yield Reading(grade)


def sentiment(view: MessageView) -> Iterator[Reading]:
    """The tone of the words on their surface, from −1 to 1."""
    yield Reading(view.analysis.metrics.sentiment)
