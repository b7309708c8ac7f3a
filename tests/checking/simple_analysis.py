"""A small stand-in for the language layer: plain text in, an analysis out, without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import spacy

from empathy_lint.language.analysis import Directives, Metrics, Sentence
from empathy_lint.language.tree import Tree, tree_of
from empathy_lint.reading.message import (
    Block,
    BlockKind,
    Message,
    Placeholder,
    PlaceholderKind,
    Slice,
    SliceKind,
    Source,
    Suppression,
)

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s|$)|$)", re.DOTALL)
_BLANK = spacy.blank("en")


@dataclass(frozen=True)
class SimpleFact:
    name: str
    start: int
    end: int


@dataclass(frozen=True)
class SimpleMark:
    category: str
    start: int
    end: int
    confidence: float


@dataclass
class SimpleAnalysis:
    message: Message
    directives: Directives = field(default_factory=Directives)
    known_facts: dict[str, list[SimpleFact]] = field(default_factory=dict)
    known_marks: dict[str, list[SimpleMark]] = field(default_factory=dict)
    known_offers: dict[str, dict[str, float]] = field(default_factory=dict)
    has_tone: bool = False
    grade: float | None = None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found = []
        for number, block in enumerate(self.message.blocks):
            for match in _SENTENCE.finditer(block.prose):
                found.append(Sentence(len(found), number, match.start(), match.end(), match.group()))
        return tuple(found)

    @property
    def metrics(self) -> Metrics:
        words = sum(len(block.prose.split()) for block in self.message.blocks)
        return Metrics(words, len(self.sentences), self.grade, None, 0, 0.0, 0, 0, ())

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.block == block)

    def tree(self, sentence: Sentence) -> Tree:
        return tree_of(self.doc(sentence), sentence.text)

    def doc(self, sentence: Sentence) -> Any:
        return _BLANK(sentence.text)

    def facts(self, sentence: Sentence) -> list[SimpleFact]:
        return self.known_facts.get(sentence.text, [])

    def offers(self, sentence: Sentence) -> dict[str, float]:
        return self.known_offers.get(sentence.text, {})

    def reads(self, sentence: Sentence) -> list[SimpleMark]:
        return self.known_marks.get(sentence.text, [])


def analyse(text: str, path: str = "letter.txt", suppressions: tuple[Suppression, ...] = ()) -> SimpleAnalysis:
    """Plain text as a message: paragraphs between blank lines, `Subject:` and `# ` lines, {{ placeholders }}."""
    blocks = [_block(text, match.start(), match.end()) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
    return SimpleAnalysis(Message(Source(path, text), tuple(blocks), "text", suppressions=suppressions))


def _block(source: str, start: int, end: int) -> Block:
    end = start + len(source[start:end].rstrip())
    kind = BlockKind.PARAGRAPH
    for prefix, its_kind in (
        ("Subject: ", BlockKind.SUBJECT),
        ("# ", BlockKind.HEADING),
        ("- ", BlockKind.LIST_ITEM),
    ):
        if source.startswith(prefix, start):
            kind, start = its_kind, start + len(prefix)
    return _with_placeholders(source, start, end, kind)


_STAND_INS = {
    "name": (PlaceholderKind.NAME, "Alex"),
    "amount": (PlaceholderKind.AMOUNT, "£50"),
    "date": (PlaceholderKind.DATE, "1 June"),
}


def _with_placeholders(source: str, start: int, end: int, kind: BlockKind) -> Block:
    prose, slices, placeholders = "", [], []
    at = start
    for match in re.finditer(r"\{\{\s*(\w+)\s*\}\}", source[start:end]):
        first, last = start + match.start(), start + match.end()
        if first > at:
            slices.append(Slice(SliceKind.LITERAL, len(prose), len(prose) + first - at, at, first))
            prose += source[at:first]
        holds, word = _STAND_INS.get(match.group(1), (PlaceholderKind.TEXT, "something"))
        slices.append(Slice(SliceKind.PLACEHOLDER, len(prose), len(prose) + len(word), first, last))
        placeholders.append(Placeholder(holds, match.group(), len(prose), len(prose) + len(word), first, last))
        prose, at = prose + word, last
    if end > at:
        slices.append(Slice(SliceKind.LITERAL, len(prose), len(prose) + end - at, at, end))
        prose += source[at:end]
    return Block(kind, prose, tuple(slices), tuple(placeholders))
