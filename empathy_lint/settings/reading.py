"""What settings have to say about how a file is read, handed on to whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from empathy_lint.limits import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a file is read, as far as somebody has a say in it."""

    limits: Limits = LIMITS


DEFAULT_READING: Final = ReadingOptions()
