"""Whether words name a meeting at which its reader can have been missed: "your appointment", "an interview"."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re

_MEETINGS: Final = re.compile(
    r"\b(?:appointments?|meetings?|sessions?|interviews?|screening|assessments?|calls?|visits?|hearings?|class(?:es)?|course"
    r"|orientation|check-?up|review|inspection|lessons?|shifts?|tests?|exams?|viewing)\b",
    re.IGNORECASE,
)
# Who came to two of three meetings was seen there, and a test of breath is no place to be seen at.
_SEVERAL: Final = re.compile(
    r"\b(?:all|every|each|any|required|mandatory|\d+|two|three|four|five|several|some|meetings|sessions|classes|visits|lessons|shifts)\b"
    r"|\b(?:breath|blood|urine|drug|alcohol)\s+tests?\Z",
    re.IGNORECASE,
)
# Whom we saw we know.
IT_SEEMS: Final = re.compile(r"\b(?:see|appears?|seems?)\s+(?:to\s+us\s+)?(?:that\s+)?\Z", re.IGNORECASE)


def is_meeting(words: str) -> bool:
    """Whether the words name one place and time to be seen at."""
    return bool(_MEETINGS.search(words)) and not _SEVERAL.search(words)
