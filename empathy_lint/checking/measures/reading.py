"""What a measure says: a value, and the place it was measured at."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_lint.language.analysis import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a measure; without a block it is one of the whole message. Offsets are those of the block's
    prose.
    """

    value: float
    block: int | None = None
    start: int = 0
    end: int = 0
    sentence: Sentence | None = None
