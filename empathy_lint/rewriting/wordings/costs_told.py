"""Costs as part of a sum, and whose they are: "will be part of the balance" for "will be added to the balance"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, cased

_COSTS: Final = r"(?:costs|charges|fees|interest|expenses)"
_LIABLE: Final = re.compile(
    r"\byou\s+(?P<will>will|may|might|shall|could)\s+(?:also\s+)?(?:be\s+)?(?:held\s+)?(?:(?:personally|fully|solely)\s+)?(?:liable|responsible)\s+for\s+"
    rf"(?P<what>(?:all|any|the|our)\s+(?:[\w'’-]+\s+){{0,3}}?{_COSTS}(?:\s+incurred)?)(?=\s*(?:[.!]|\Z))",
    re.IGNORECASE,
)
_ADDED: Final = re.compile(
    rf"(?P<what>\b(?:[\w'’-]+\s+){{0,3}}?{_COSTS}(?:\s+incurred(?:\s+by\s+[\w'’ -]+?)?)?)\s+"
    r"(?P<will>will|may|might|shall|could)\s+(?P<also>also\s+)?be\s+added\s+to\s+"
    r"(?=(?:your|the|this|that)\s+(?:[\w-]+\s+){0,2}?(?:balance|debt|claim|bill|invoice|amount|sum|total)\b)",
    re.IGNORECASE,
)
_HANGS_ON: Final = re.compile(r"\b(?:if|unless|until|failing|otherwise|or)\b", re.IGNORECASE)


def as_part(flagged: Flagged) -> Iterator[Wording]:
    """Who pays them, or what they are part of, with all that was said of them."""
    sure: Safety = "review" if _HANGS_ON.search(flagged.text) else "safe"
    for match in flagged.matches(_LIABLE):
        told = f"{match['what']} {_will(match)} be yours to pay"
        yield Wording(*match.span(), cased(match, told), "clause", sure)
    for match in flagged.matches(_ADDED):
        if flagged.has_placeholder(match.start("will"), match.end()):
            continue
        told = f"{_will(match)} {match['also'] or ''}be part of "
        yield Wording(match.start("will"), match.end(), told, "phrase", sure)


def _will(match: re.Match[str]) -> str:
    will = match["will"].lower()
    return "will" if will == "shall" else will
