"""What a writer of rewrites proposes, before it is proven: new words for a run of a block's prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView


@dataclass(frozen=True, slots=True)
class Kept:
    """prose[start:end] of the candidate's block, carried over as its source has it: markup, placeholders and all."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """New words for block.prose[start:end]: a sequence of own words and of runs kept from the block.

    `kind` says how it was made ("word", "phrase", "clause", "sentence", "move", "insert"). `safety` is the best that it
    can be: "safe" where grammar and meaning are kept by how it is made, "review" where a person has to read it. A
    `spare` one is tried where no other holds.
    """

    block: int
    start: int
    end: int
    pieces: tuple[str | Kept, ...]
    kind: Literal["word", "phrase", "clause", "sentence", "move", "insert"]
    safety: Literal["safe", "review"]
    spare: bool = False


def has_gap(candidate: Candidate) -> bool:
    """Whether the candidate's own words leave something in brackets to fill, such as "[date]"."""
    return any(isinstance(piece, str) and "[" in piece for piece in candidate.pieces)


class Writer(Protocol):
    """Proposes rewrites for a finding, best first; pure, and silent where it has nothing to say."""

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """Candidates for the finding in the message that `view` shows."""
