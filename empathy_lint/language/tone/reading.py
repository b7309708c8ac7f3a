"""What the tone model says of one sentence: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that read as `category`; offsets in the sentence's text, confidence from 0 to 1.

    The confidence is calibrated: of marks at 0.8 about four in five hold for a careful reader of ordinary messages.
    """

    category: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ToneReading:
    """Marks in the order of the sentence, and how surely the sentence offers each element (0 to 1)."""

    marks: tuple[Mark, ...] = ()
    offers: dict[str, float] = field(default_factory=dict)
