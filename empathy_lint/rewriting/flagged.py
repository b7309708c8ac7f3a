"""A finding in its sentence, as the writers see it, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.language.analysis import Sentence
from empathy_lint.language.tree import Tree, Word
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.words import Severity

Kind = Literal["word", "phrase", "clause", "sentence", "move", "insert"]
Safety = Literal["safe", "review"]
# A brand or an identifier that begins small wherever it stands.
_NAME_IN_SMALL: Final = re.compile(r"[a-z]+(?:[A-Z]|[\w.-]*_)")
_LABELS: Final = frozenset(
    {BlockKind.SUBJECT, BlockKind.HEADING, BlockKind.BUTTON, BlockKind.LINK, BlockKind.PREHEADER}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """`text` in place of sentence[start:end]; an empty text takes the words out. A `spare` one says what another says,
    too, and is wanted only where no other holds.
    """

    start: int
    end: int
    text: str
    kind: Kind
    safety: Safety
    spare: bool = False


@dataclass(frozen=True)
class Flagged:
    """The words of a finding; `start`, `end` are offsets in the text of its sentence."""

    finding: Finding
    view: MessageView
    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.sentence.text

    @property
    def words(self) -> str:
        """What was flagged."""
        return self.text[self.start : self.end]

    @property
    def block(self) -> Block:
        """The block that the sentence stands in."""
        return self.view.analysis.message.blocks[self.sentence.block]

    @property
    def is_label(self) -> bool:
        """Whether it stands in a subject, heading or button, which need not be sentences."""
        return self.block.kind in _LABELS

    @property
    def has_company(self) -> bool:
        """Whether another sentence stands in the same block."""
        return len(self.view.analysis.sentences_of(self.sentence.block)) > 1

    @property
    def holds_placeholder(self) -> bool:
        """Whether the sentence holds template code, which no rewrite may lose."""
        return self.has_placeholder(0, len(self.text))

    @property
    def softens_more(self) -> bool:
        """Whether the sentence has harsher words elsewhere, which would stand bare without those that are flagged."""
        first = self.sentence.start
        return any(
            spot.severity >= Severity.MAJOR
            and spot.sentence.index == self.sentence.index
            and (spot.end - first <= self.start or spot.start - first >= self.end)
            for spot in self.view.spots
        )

    def touches(self, match: re.Match[str]) -> bool:
        """Whether what was matched in the sentence and what was flagged have words in common."""
        return match.start() < self.end and self.start < match.end()

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Each match in the sentence that has words in common with what was flagged, in order."""
        return (match for match in pattern.finditer(self.text) if self.touches(match))

    def has_placeholder(self, start: int, end: int) -> bool:
        """Whether template code stands within sentence[start:end]."""
        first = self.sentence.start
        return bool(self.block.placeholders_in(first + start, first + end))

    @cached_property
    def tree(self) -> Tree:
        """The grammar of the sentence."""
        return self.view.analysis.tree(self.sentence)

    def word_at(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        return next((word for word in self.tree.words if word.start <= offset < word.end), None)

    def whole(self, text: str, safety: Safety = "review", *, spare: bool = False) -> Wording:
        """A wording for the whole sentence."""
        return Wording(0, len(self.text), text, "sentence", safety, spare)


def flagged(finding: Finding, view: MessageView) -> Flagged | None:
    """The finding in its sentence; None for one that is about more than a sentence."""
    place, sentence = finding.place, finding.sentence
    if place is None or sentence is None:
        return None
    start, end = max(place.prose_start - sentence.start, 0), min(place.prose_end - sentence.start, len(sentence.text))
    return Flagged(finding, view, sentence, start, end) if start < end else None


def capital(text: str) -> str:
    """The text with a capital first letter, past quotes and brackets that open it; "iPhone" and "order_id" stay."""
    match = re.match(r"[\s\"'“‘(*_]*", text)
    at = match.end() if match else 0
    if _NAME_IN_SMALL.match(text, at):
        return text
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def cased(match: re.Match[str], text: str) -> str:
    """The text with a capital first letter where what was matched has one."""
    return capital(text) if match.group()[:1].isupper() else text


def replaced(flagged: Flagged, match: re.Match[str], text: str, safety: Safety) -> Wording:
    """The text in place of a match, with its capital; where nothing takes its place, what follows gets that."""
    start, end = match.span()
    if text:
        return Wording(start, end, cased(match, text), "phrase", safety)
    if flagged.text[start].isupper():
        return Wording(start, end + 1, capital(flagged.text[end]), "word", safety)
    return Wording(start, end, "", "word", safety)


def small(text: str, first: Word | None = None) -> str:
    """The text with a small first letter, unless its first word is a name, an "I" or initials."""
    word = re.match(r"[\w'’]+", text)
    if word is None or word.group() == "I" or word.group().startswith(("I'", "I’")) or word.group()[1:2].isupper():
        return text
    if first is not None and first.pos == "PROPN":
        return text
    return text[:1].lower() + text[1:]


def as_code(flagged: Flagged, text: str) -> str:
    """Words of the sentence with its placeholders as they are written."""
    for row in flagged.block.placeholders_in(flagged.sentence.start, flagged.sentence.end):
        if flagged.sentence.start <= row.prose_start and row.prose_end <= flagged.sentence.end:
            text = text.replace(flagged.block.prose[row.prose_start : row.prose_end], row.code, 1)
    return text
