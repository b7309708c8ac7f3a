"""Entries that call a check of an installed plugin: entry points of the group `empathy_lint.rules`.

A plugin's check is a function from a `MessageView` to `MessageHit`s, or a `SentenceKind`/`MessageKind` of its own.
What it raises is kept as a problem, and it is not asked again: a broken plugin costs its own findings and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.view import MessageHit, MessageView
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.plugins import RULES, Plugin, offered

_T = TypeVar("_T")


# Compared by identity: two entries that call one check fail each for itself.
@dataclass(eq=False)
class _Check:
    """A plugin's check, and what was wrong with it once it was called."""

    plugin: Plugin
    kind: Any
    problem: Problem | None = None

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with it, if anything."""
        return [self.problem] if self.problem else []

    @property
    def evidence(self) -> EvidenceKind:
        """What its findings rest on."""
        evidence: EvidenceKind = getattr(self.kind, "evidence", "message")
        return evidence if evidence in get_args(EvidenceKind) else "message"

    def _asked(self, work: Callable[[], _T], otherwise: _T) -> _T:
        if self.problem is not None:
            return otherwise
        try:
            return work()
        except Exception as error:
            self.problem = self.plugin.problem("failed", error)
            return otherwise


class MessageCheck(_Check):
    """Looks at the whole message."""

    @property
    def late(self) -> bool:
        """Whether it wants all findings and all that is present to be known."""
        return bool(getattr(self.kind, "late", True))

    def find(self, view: MessageView) -> Sequence[MessageHit]:
        """What the plugin found; nothing once it has failed."""
        find = getattr(self.kind, "find", self.kind)
        return self._asked(lambda: [_sound_in_message(hit, view) for hit in find(view)], ())


class SentenceCheck(_Check):
    """Looks at one sentence at a time."""

    def may_match(self, folded: str) -> bool:
        """Whether the plugin wants to see the sentences of a message with this text, in small letters."""
        return self._asked(lambda: bool(self.kind.may_match(folded)), otherwise=False)

    def find(self, passage: Passage) -> Iterable[Hit]:
        """What the plugin found; nothing once it has failed."""
        return self._asked(lambda: [_sound_in_sentence(hit, passage) for hit in self.kind.find(passage)], ())


def load(name: str) -> MessageCheck | SentenceCheck:
    """The plugin's check; raises KeyError where none has that name, ProblemError when it cannot be used."""
    plugin = offered(RULES)[name]
    found = plugin.load()
    if hasattr(found, "may_match"):
        return SentenceCheck(plugin, found)
    if not callable(getattr(found, "find", found)):
        error = TypeError("it is no function and has no “find”")
        raise ProblemError(plugin.problem("cannot be used", error))
    return MessageCheck(plugin, found)


def _sound_in_message(hit: Any, view: MessageView) -> MessageHit:
    if not isinstance(hit, MessageHit):
        raise TypeError(f"it gave {type(hit).__name__} where a MessageHit is wanted")
    blocks = view.analysis.message.blocks
    if hit.block is not None:
        if not 0 <= hit.block < len(blocks):
            raise ValueError(f"it found something in block {hit.block}, and there are {len(blocks)}")
        _check_span(hit.start, hit.end, len(blocks[hit.block].prose))
    if hit.sentence is not None and hit.sentence not in view.analysis.sentences:
        raise ValueError("it found something in a sentence of another message")
    return hit


def _sound_in_sentence(hit: Any, passage: Passage) -> Hit:
    if not isinstance(hit, Hit):
        raise TypeError(f"it gave {type(hit).__name__} where a Hit is wanted")
    _check_span(hit.start, hit.end, len(passage.text))
    return hit


def _check_span(start: int, end: int, length: int) -> None:
    if not 0 <= start < end <= length:
        raise ValueError(f"it found something from {start} to {end} in a text of {length} characters")
