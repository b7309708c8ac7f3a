"""Stock sympathy, apology and praise: left out, or made room for what happened and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.rewriting.flagged import Flagged, Safety, Wording

_ENDING: Final = re.compile(r"[\s.!,–—-]*\Z")
_WITHIN: Final = re.compile(
    r"(?:this|it|that|the delay)?\s*(?:(?:may|might|will|has|could)\s+)?(?:have\s+)?(?:be\s+)?(?:caused?|causing)?"
    r"(?:\s+you)?[\s.!]*\Z",
    re.IGNORECASE,
)
_LEAD_ONLY: Final = re.compile(r"\A\W*(?:please\s+|and\s+|again,?\s+|we\s+|once\s+again,?\s+)*\Z", re.IGNORECASE)
_ASSURED: Final = re.compile(r"(?:please\s+)?(?:be\s+|rest\s+)assured\s*(?:that\s+|,\s*)", re.IGNORECASE)
_VALUED: Final = re.compile(
    r"\A\W*(?:as\s+)(?:an?|one\s+of)\s+[^,]{0,50}\b(?:customers?|clients?|members?|guests?|partners?|users?)\s*,\s*",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\s*,?\s*(?:and|but)\s+\Z", re.IGNORECASE)
_APOLOGY: Final = re.compile(r"sorry|apolog|regret", re.IGNORECASE)
_APOLOGY_GAP: Final = "We are sorry that [say what happened]. [Say what you have done, or will do, to put it right.]"
_FEELING_GAP: Final = "[Say what has happened to this reader, and what you can do about it.]"
_FEELS: Final = re.compile(r"sorry|apolog|regret|understand|know|feel|hear|concern|imagine|upset|happen", re.IGNORECASE)
_COURTESY: Final = frozenset({"thanks-in-advance", "sorry-to-see-you-go", "flattery"})
# Courtesy at no cost to the reader, and nothing that a reader would miss.
_IDLE: Final = frozenset({"flattery", "thanks-in-advance", "stock-promise", "sorry-to-see-you-go", "reads-as-hollow"})


def without_lead(flagged: Flagged) -> Iterator[Wording]:
    """ "Please rest assured that" and "As a valued customer," left out: what they lead up to stands alone."""
    assured = _ASSURED.search(flagged.text)
    if assured and assured.start() < flagged.end and flagged.start < assured.end():
        yield Wording(*assured.span(), "", "phrase", "safe")
        return
    valued = _VALUED.match(flagged.text)
    if valued and flagged.start < valued.end():
        yield Wording(*valued.span(), "", "phrase", "safe")


def with_substance(flagged: Flagged) -> Iterator[Wording]:
    """The stock phrase left out where the rest stands; else a gap for what happened and what is done."""
    leads = list(without_lead(flagged))
    if leads:
        yield from leads
        return
    before, after = flagged.text[: flagged.start], flagged.text[flagged.end :]
    ends = bool(_ENDING.fullmatch(after) or (_APOLOGY.search(flagged.words) and _WITHIN.fullmatch(after)))
    if _LEAD_ONLY.fullmatch(before) and ends:
        yield from _whole(flagged)
    elif _LEAD_ONLY.fullmatch(before) and (
        cut := re.match(r"\s*,\s+(?:and\s+|but\s+|so\s+)?(?=(?:we|your|you|the|thanks?|please|our)\b)", after)
    ):
        yield Wording(0, flagged.end + cut.end(), "", "clause", _company(flagged, alone=True))
    elif ends and (joint := _JOINED.search(before)):
        yield Wording(joint.start(), flagged.end + len(after.rstrip(" .!")), "", "clause", "review")
    elif _APOLOGY.search(flagged.words) and ends and not flagged.has_placeholder(flagged.start, len(flagged.text)):
        yield Wording(flagged.start, flagged.end, "are sorry that [say what happened]", "clause", "review")


def _whole(flagged: Flagged) -> Iterator[Wording]:
    """The phrase is all of the sentence."""
    if flagged.holds_placeholder:
        return
    yields_gap = _FEELS.search(flagged.text) and flagged.finding.entry not in _COURTESY
    out = flagged.whole("", _company(flagged))
    if out.safety == "safe" and flagged.has_company:
        yield out
    if yields_gap:
        yield flagged.whole(_APOLOGY_GAP if _APOLOGY.search(flagged.words) else _FEELING_GAP)
    if out.safety == "review" and not flagged.is_label and flagged.has_company:
        yield out


def _company(flagged: Flagged, *, alone: bool = False) -> Safety:
    """Safe where nothing is lost: idle courtesy, or an apology that another sentence makes with more to say."""
    if flagged.finding.entry in _IDLE and flagged.finding.entry != "reads-as-hollow":
        return "safe"
    if flagged.finding.entry == "reads-as-hollow" or alone:
        return "review"
    presence = flagged.view.presence
    return (
        "safe"
        if presence.get("action") and (presence.get("acknowledge") or not _APOLOGY.search(flagged.words))
        else "review"
    )
