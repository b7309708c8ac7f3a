"""Rules as they run: compiled, validated, tied to the line on which they were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeGuard

from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.guards import Guard
from empathy_lint.checking.kinds.tone import OfferedTone
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.phrases import Phrase
from empathy_lint.checking.replacements import Replacements
from empathy_lint.checking.schema import ElementExamples, Evidence, RuleExamples
from empathy_lint.errors import Problem
from empathy_lint.words import Dimension, Severity

if TYPE_CHECKING:
    from empathy_lint.checking.view import MessageHit, MessageView


class SentenceKind(Protocol):
    """Finds words in one sentence."""

    @property
    def evidence(self) -> EvidenceKind: ...  # noqa: D102
    def may_match(self, folded: str) -> bool: ...  # noqa: D102
    def find(self, passage: Passage) -> Iterable[Hit]: ...  # noqa: D102


class MessageKind(Protocol):
    """Looks at a message as a whole; `late` kinds want all findings and all that is present to be known."""

    @property
    def evidence(self) -> EvidenceKind: ...  # noqa: D102
    @property
    def late(self) -> bool: ...  # noqa: D102
    def find(self, view: MessageView) -> Iterable[MessageHit]: ...  # noqa: D102


class MayFail(Protocol):
    """A kind that runs what a user wrote, and tells what went wrong with it."""

    @property
    def problems(self) -> Sequence[Problem]: ...  # noqa: D102


def may_fail(kind: object) -> TypeGuard[MayFail]:
    """Whether the kind runs what a user wrote."""
    return hasattr(kind, "problems")


def looks_at_sentences(kind: SentenceKind | MessageKind) -> TypeGuard[SentenceKind]:
    """Whether the kind finds words in one sentence at a time."""
    return hasattr(kind, "may_match")


def looks_at_messages(kind: SentenceKind | MessageKind) -> TypeGuard[MessageKind]:
    """Whether the kind looks at a message as a whole."""
    return hasattr(kind, "late")


@dataclass(frozen=True, slots=True)
class Scope:
    """The situations and channels to which something is limited; an empty set is no limit."""

    situations: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()

    def holds(self, context: Context) -> bool:
        """Whether the message belongs to the scope."""
        return (not self.situations or context.situation in self.situations) and (
            not self.channels or context.channel in self.channels
        )


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was written."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class PhraseSet:
    """Phrases that say where something holds: in which nothing is flagged ("risk-free" for "risk"), or what stands in
    the way of an element.
    """

    phrases: tuple[Phrase, ...] = ()

    def cover(self, passage: Passage, start: int, end: int) -> bool:
        """Whether one of the phrases stands in the passage and holds all of the hit."""
        return any(first <= start and end <= last for first, last in self._places(passage))

    def stand_in(self, passage: Passage, start: int, end: int) -> bool:
        """Whether all of one of the phrases stands in the hit."""
        return any(start <= first and last <= end for first, last in self._places(passage))

    def touch(self, passage: Passage, start: int, end: int) -> bool:
        """Whether one of the phrases has a letter in common with the hit."""
        return any(first < end and start < last for first, last in self._places(passage))

    def are_in(self, passage: Passage) -> bool:
        """Whether one of the phrases stands anywhere in the passage."""
        return any(True for _ in self._places(passage))

    def _places(self, passage: Passage) -> Iterator[tuple[int, int]]:
        for phrase in self.phrases:
            if passage.words.may_hold(phrase):
                yield from phrase.spans(passage.text)


@dataclass(frozen=True)
class Entry:
    """One thing that a rule looks for."""

    id: str
    kind: SentenceKind | MessageKind
    severity: Severity
    message: str
    why: str
    advice: str
    note: str
    origin: Origin
    guards: tuple[Guard, ...] = ()
    exceptions: PhraseSet = PhraseSet()
    scope: Scope = Scope()
    where: frozenset[str] = frozenset()
    rewrites: Replacements = field(default_factory=Replacements)
    cap: float | None = None
    mark: str = "words"  # what its findings point at; see `schema.MARKS`


@dataclass(frozen=True)
class Rule:
    """A rule with the entries that are switched on."""

    id: str
    title: str
    dimension: Dimension
    severity: Severity
    why: str
    advice: str
    note: str
    evidence: Evidence
    scope: Scope
    entries: tuple[Entry, ...]
    examples: RuleExamples
    origin: Origin
    beside: bool = False  # told also where another rule flags the same words


@dataclass(frozen=True)
class Element:
    """Something that a message may offer, and how it is recognised."""

    id: str
    title: str
    kinds: tuple[SentenceKind, ...]
    certain: tuple[SentenceKind, ...]  # words that count whatever the tone component makes of the sentence
    guards: tuple[Guard, ...]
    exceptions: PhraseSet
    never: PhraseSet  # what stands in the way of the element, for words that touch it and for the tone component
    tone: OfferedTone
    bearing_out: PhraseSet  # what makes likely things sure
    sentence: dict[str, str]
    examples: ElementExamples
    origin: Origin

    def hits(self, passage: Passage) -> list[Hit]:
        """The words that offer the element in the passage; all of it where the tone component alone is sure."""
        if certain := self._found(self.certain, passage):
            return certain
        hits = self._found(self.kinds, passage)
        if hits and self.tone.doubts(passage):
            return []
        return hits or [Hit(0, len(passage.text))] * self._is_heard(passage)

    def _found(self, kinds: Iterable[SentenceKind], passage: Passage) -> list[Hit]:
        """What the words find, where nothing speaks against them."""
        return [
            hit
            for kind in kinds
            for hit in kind.find(passage)
            if not self.exceptions.cover(passage, hit.start, hit.end)
            and not self.never.touch(passage, hit.start, hit.end)
            and not any(guard.spares(passage, hit.start, hit.end) for guard in self.guards)
        ]

    def _is_heard(self, passage: Passage) -> bool:
        """Whether the tone component finds the element in the sentence, and no words speak against it."""
        borne_out = self.tone.is_likely(passage) and self.bearing_out.are_in(passage)
        return (
            (self.tone.is_sure(passage) or borne_out)
            and not self.never.are_in(passage)
            and not any(guard.spares(passage, 0, len(passage.text)) for guard in self.guards)
        )
