"""Thanks of which one half is hollow: the other half stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

# Thanks for what the reader was not asked for, beside thanks for what they gave.
_HALF_MEANT: Final = re.compile(
    r"\A\W*(?:(?:once\s+)?again,?\s+)?(?:thank\s+you|thanks|we\s+(?:\w+\s+)?(?:thank\s+you\s+for|appreciate)|I\s+appreciate)(?:\s+(?:very|so)\s+much)?(?:\s+for)?\s+your\s+"
    r"(?P<hollow>(?:(?:continued\s+)?(?:patience|understanding|co-?operation)(?:\s*,\s*|\s+and\s+(?:your\s+)?|\s*,\s*and\s+(?:your\s+)?))+)"
    r"(?P<also>(?:continued\s+|ongoing\s+|continuing\s+)?)(?=(?:interest\s+in|support\s+(?:of|for)|feedback|time|help|effort|hard\s+work|application|payment|contribution|visit|donation|gift)\b)",
    re.IGNORECASE,
)


def with_real_thanks(flagged: Flagged) -> Iterator[Wording]:
    """ "Thank you for your understanding and continued interest": thank you for your interest."""
    match = _HALF_MEANT.match(flagged.text)
    if match and flagged.start < match.end("hollow"):
        yield Wording(match.start("hollow"), match.end("also"), "", "phrase", "safe")
