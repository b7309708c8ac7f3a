"""The measures of a whole message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Directives, Metrics, Sentence
from empathy_lint.language.readability import readability
from empathy_lint.language.sentiment import sentiment
from empathy_lint.reading.message import Block, BlockKind, Message

_WORD: Final = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[\w£$€₹][\w'’.,:/-]*\w|[\w]")
# What is read at a glance is no sentence to be graded.
_NOT_GRADED: Final = frozenset({BlockKind.BUTTON, BlockKind.LINK, BlockKind.TABLE_CELL, BlockKind.ALT_TEXT})
_SHORT_WORD: Final = "it"  # what a placeholder counts as


def measure(message: Message, sentences: Sequence[Sentence], directives: Directives) -> Metrics:
    """Measure a message; every placeholder counts as one short word."""
    plain = [_plain(sentence, message.blocks[sentence.block]) for sentence in sentences]
    counts = [count_words(text) for text in plain]
    graded = [
        text
        for text, sentence in zip(plain, sentences, strict=True)
        if message.blocks[sentence.block].kind not in _NOT_GRADED
    ]
    grade = readability(graded)
    return Metrics(
        words=sum(counts),
        sentences=len(sentences),
        reading_grade=grade.grade if grade else None,
        reading_ease=grade.ease if grade else None,
        longest_sentence=max(counts, default=0),
        sentiment=sentiment([sentence.text for sentence in sentences]),
        decision_steps=directives.steps,
        choices=directives.choices,
        channels=directives.channels,
    )


def count_words(text: str) -> int:
    """Words as a person counts them: an address, a sum, a date or a hyphenated word is one."""
    return sum(1 for _ in _WORD.finditer(text))


def _plain(sentence: Sentence, block: Block) -> str:
    """The sentence with each stand-in replaced by one short word."""
    parts, at = [], sentence.start
    for placeholder in block.placeholders_in(sentence.start, sentence.end):
        if sentence.start <= placeholder.prose_start and placeholder.prose_end <= sentence.end:
            parts += [block.prose[at : placeholder.prose_start], _SHORT_WORD]
            at = placeholder.prose_end
    return "".join([*parts, block.prose[at : sentence.end]])
