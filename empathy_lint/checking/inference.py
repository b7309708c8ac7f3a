"""The channel and the situation of a message, when nobody named them.

Words in a subject or heading, words in the body and parts of the path each speak for a situation. The one
with the most in its favour wins if that is enough; a tie goes to the one that stands first in the table.
Without enough, the situation is "general": a wrong situation would demand what nobody owes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from empathy_lint.checking.compiling import Compiler
from empathy_lint.checking.context import Context
from empathy_lint.checking.literals import fold
from empathy_lint.checking.phrase_index import PhraseIndex
from empathy_lint.checking.phrases import Phrase
from empathy_lint.checking.schema import Cues, SituationsFile
from empathy_lint.located_yaml import LocatedYaml
from empathy_lint.reading.message import BlockKind, Message

_ENOUGH = 2
_SURE, _CUE, _PATH = 2, 1, 2
_HEADLINES = frozenset({BlockKind.SUBJECT, BlockKind.PREHEADER, BlockKind.HEADING})
_SMS_SUFFIXES = frozenset({".sms"})
_LONGEST_SMS = 320
_LETTERS = frozenset({"docx"})  # formats of what is printed


@dataclass(frozen=True)
class Evidence:
    """What speaks for one situation or channel; `paths` are folded parts of file names."""

    sure: tuple[Phrase, ...] = ()
    cues: tuple[Phrase, ...] = ()
    paths: tuple[str, ...] = ()

    def weight(self, texts: Sequence[_Text], path: str) -> int:
        """How much the message speaks for it; a phrase counts once in each text."""
        weight = _PATH * any(part in path for part in self.paths)
        for phrases, points in ((self.sure, _SURE), (self.cues, _CUE)):
            for text in texts:
                weight += points * sum(text.holds(phrase) for phrase in phrases if phrase in text.possible)
        return weight


@dataclass(frozen=True)
class _Text:
    """Words of a message, and the phrases that may stand in them."""

    written: str
    possible: frozenset[Phrase]

    def holds(self, phrase: Phrase) -> bool:
        return phrase.pattern.search(self.written) is not None


@dataclass(frozen=True)
class Inference:
    """The tables by which channel and situation are guessed."""

    situations: Mapping[str, Evidence] = field(default_factory=dict)
    channels: Mapping[str, Evidence] = field(default_factory=dict)

    def context(
        self, message: Message, channel: str | None, situation: str | None, decided_by: Mapping[str, str]
    ) -> Context:
        """The message's context. What is given stands, then what the message declares; the rest is inferred.

        `decided_by` names who gave `channel` and `situation`: "flag" or "config".
        """
        chosen: dict[str, str] = {}
        decided: dict[str, str] = {}
        for name, given, infer in (
            ("channel", channel, self.channel),
            ("situation", situation, self.situation),
        ):
            declared = message.declared.get(name)
            if given and decided_by.get(name) != "config":
                chosen[name], decided[name] = given, decided_by.get(name, "flag")
            elif declared:
                chosen[name], decided[name] = declared, "front matter"
            elif given:
                chosen[name], decided[name] = given, "config"
            else:
                chosen[name], decided[name] = infer(message), "inferred"
        return Context(chosen["channel"], chosen["situation"], decided)

    def situation(self, message: Message) -> str:
        """The situation that the message most speaks for, or "general"; a line of a screen is too little to tell."""
        if message.is_on_screen:
            return "general"
        return self._strongest(self.situations, message) or "general"

    def channel(self, message: Message) -> str:
        """The channel by where it is read, path, format, then structure: what has a subject or links is an email."""
        if message.is_on_screen:
            return "screen"
        path = _path(message)
        by_path = next(
            (name for name, table in self.channels.items() if any(part in path for part in table.paths)), None
        )
        if by_path:
            return by_path
        if message.format in _LETTERS:
            return "letter"
        kinds = {block.kind for block in message.blocks}
        if BlockKind.SUBJECT in kinds or BlockKind.PREHEADER in kinds or BlockKind.BUTTON in kinds:
            return "email"
        suffixes = {suffix.lower() for suffix in PurePath(message.path).suffixes}
        length = sum(len(block.prose) for block in message.blocks)
        if suffixes & _SMS_SUFFIXES or (
            len(message.blocks) == 1 and length <= _LONGEST_SMS and kinds == {BlockKind.PARAGRAPH}
        ):
            return "sms"
        return self._strongest(self.channels, message) or "email"

    def _strongest(self, table: Mapping[str, Evidence], message: Message) -> str | None:
        headline = "\n".join(block.prose for block in message.blocks if block.kind in _HEADLINES)
        body = "\n".join(block.prose for block in message.blocks if block.kind not in _HEADLINES)
        path = _path(message)
        texts = [_Text(text, self._index.possible(fold(text))) for text in (headline, body)]
        weights = {name: evidence.weight(texts, path) for name, evidence in table.items()}
        best = max(weights, key=lambda name: weights[name], default=None)
        return best if best is not None and weights[best] >= _ENOUGH else None

    @cached_property
    def _index(self) -> PhraseIndex:
        tables = (*self.situations.values(), *self.channels.values())
        return PhraseIndex(phrase for evidence in tables for phrase in (*evidence.sure, *evidence.cues))


def compile_inference(compiler: Compiler, model: SituationsFile, file: LocatedYaml) -> Inference:
    """The tables of a pack; phrases that cannot be read are reported to the compiler."""

    def evidence(group: str, name: str, cues: Cues) -> Evidence:
        where = (group, name)
        return Evidence(
            tuple(compiler.phrases(cues.sure, file, (*where, "sure"))),
            tuple(compiler.phrases(cues.phrases, file, (*where, "phrases"))),
            tuple(part.casefold() for part in cues.paths),
        )

    return Inference(
        {name: evidence("situations", name, cues) for name, cues in model.situations.items()},
        {name: evidence("channels", name, cues) for name, cues in model.channels.items()},
    )


def _path(message: Message) -> str:
    """The last parts of the path and the key, folded, words joined by hyphens: "late-notices/final-demand"."""
    parts = "/".join(PurePath(message.path).parts[-3:])
    return re.sub(r"[\s_.]+|(?<=[a-z])(?=[A-Z])", "-", f"{parts}/{message.key or ''}").casefold()
