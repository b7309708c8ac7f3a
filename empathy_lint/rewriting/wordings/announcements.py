"""Openings that only announce what comes: "we are writing to inform you of", left out or said shortly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_ENTRIES: Final = frozenset({"announcements", "stock-openings"})
_BEFORE: Final = re.compile(
    r"\A\W*(?:(?:you\s+are|you['’]re)\s+receiving\s+|we(?:\s+are|['’]re)\s+sending\s+(?:you\s+)?|this\s+is\s+)?\Z",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(r"\s+(?:of|about|regarding|concerning)\s+(?=\w)", re.IGNORECASE)
# "… to inform you there was a problem", "… to notify you your plan ends": a sentence of its own.
_CLAUSE: Final = re.compile(
    r"\s+(?=(?:there\s+(?:is|was|are|were|has|have|will)|(?:your|our)\s+\w+\s+(?:is|was|has|will|ends)|we\s+\w+|you\s+\w+)\b)",
    re.IGNORECASE,
)
# Behind what was done first it tells who did it: "Upon review, it has come to our attention that".
_DEATH: Final = re.compile(r"\b(?:deceased|died|death|passed\s+away|passing)\b", re.IGNORECASE)
_COME_TO_US: Final = re.compile(r"it\s+has\s+come\s+to\s+our\s+attention\s+that", re.IGNORECASE)


def without_announcement(flagged: Flagged) -> Iterator[Wording]:
    """What is announced, without the announcement."""
    if _COME_TO_US.fullmatch(flagged.words) and flagged.text[: flagged.start].rstrip().endswith(","):
        yield Wording(flagged.start, flagged.end, "we found that", "phrase", "safe")
        return
    if _COME_TO_US.fullmatch(flagged.words) and _DEATH.search(flagged.text[flagged.end :]):
        told = "we have been told that"
        opens = not flagged.text[: flagged.start].strip()
        yield Wording(flagged.start, flagged.end, capital(told) if opens else told, "phrase", "safe")
        return
    if flagged.finding.entry not in _ENTRIES or not _BEFORE.match(flagged.text[: flagged.start]):
        return
    after = flagged.text[flagged.end :]
    if re.search(r"\b(?:and|or|but)\s+that\b", after, re.IGNORECASE):
        return  # two things are announced
    if re.search(r"\bthat\Z", flagged.words, re.IGNORECASE):
        if flagged.text[: flagged.start].strip():  # alone, the words that the rule gives for it are enough
            yield Wording(0, len(flagged.text), capital(after.lstrip()), "clause", "safe")
    elif topic := _TOPIC.match(after):
        yield Wording(0, flagged.end + topic.end(), "This is about ", "clause", "review")
    elif clause := _CLAUSE.match(after):
        yield Wording(0, len(flagged.text), capital(after[clause.end() :]), "clause", "review")
