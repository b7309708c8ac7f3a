"""What the language layer hands to checking: sentences and measures of one message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text == message.blocks[block].prose[start:end]`; `index` counts over the whole message."""

    index: int
    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Directives:
    """What the reader is asked to do: steps in sequence, ways to choose from, routes of contact."""

    steps: int = 0
    choices: int = 0
    channels: tuple[str, ...] = ()
    # (sentence index, start, end) in block prose of each act asked for, in reading order
    asks: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of a whole message; None where a text is too short to be measured."""

    words: int
    sentences: int
    reading_grade: float | None
    reading_ease: float | None
    longest_sentence: int
    sentiment: float
    decision_steps: int
    choices: int
    channels: tuple[str, ...]
    variants: int = 1
