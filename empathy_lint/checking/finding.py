"""What checking hands on: findings, each tied to the words that caused it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Position
from empathy_lint.words import Dimension, Severity

# What a finding rests on: a word list, the grammar of the sentence, a measure, the whole message, or the tone model.
EvidenceKind = Literal["words", "grammar", "measure", "message", "learned"]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Words to put in place of the finding's; `safe` ones keep grammar and meaning, `review` ones need a reader.

    `replaces` says what the text stands for: the finding's words, its whole sentence, or nothing (it is added). `edits`
    make it so in the source.
    """

    text: str
    safety: Literal["safe", "review"]
    edits: tuple[Edit, ...] = ()
    replaces: Literal["words", "sentence", "nothing"] = "words"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: in the source (what the writer edits) and in a block's prose (what the reader sees)."""

    start: Position
    end: Position
    text: str  # source.text[start.offset:end.offset]
    block: int
    prose_start: int
    prose_end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a careful editor would want to look at. `place` is None when the whole message is meant.

    As checking makes it, `rewrites` are what its rule says; as the linter reports it, those that were proven here.
    Where none was, `guidance` says in one line what to write, which only a person can do.
    """

    rule: str
    entry: str
    title: str
    dimension: Dimension
    severity: Severity
    message: str
    why: str
    advice: str
    evidence: EvidenceKind
    place: Place | None = None
    sentence: Sentence | None = None
    rewrites: tuple[Rewrite, ...] = ()
    guidance: str = ""
    element: str | None = None  # what is missing, for findings about an absent element
    cap: float | None = None  # the highest total that a message with this finding can have
    confidence: float = 1.0  # how sure the tone model is, for learned findings
    fingerprint: str = ""
    beneath: Severity | None = None  # of what its rule would still say of the words around, were these mended
