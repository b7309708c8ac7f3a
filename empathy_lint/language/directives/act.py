"""What one sentence asks of its reader: acts, and how they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ActKind(str, Enum):
    """How an act is meant."""

    STEP = "step"  # to be done
    ALTERNATIVE = "alternative"  # another way, or another outcome, beside the act before it
    PROHIBITION = "prohibition"
    CONDITIONAL = "conditional"  # only if something holds for this reader
    OPTIONAL = "optional"  # courtesy, information, waiting
    OFFER = "offer"  # "you can …"


@dataclass(frozen=True, slots=True)
class Act:
    """One act; offsets are those of the sentence's text.

    `verb` is the family of the verb ("settle" and "pay" are one), `object` the head noun of what it is done to, or
    empty. `goals` are the families that the act serves ("to reset your password" gives "reset").
    """

    kind: ActKind
    verb: str
    object: str
    start: int
    end: int
    goals: frozenset[str] = frozenset()
    means: bool = False  # "click the button", "log in": serves whatever is asked beside it
    pressing: bool = True  # asked for with "please", as a duty, or by a time
