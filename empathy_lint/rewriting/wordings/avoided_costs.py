"""Costs held up as what to avoid, told as what will not be added: "to avoid further penalties, please return it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_AVOIDED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:in\s+order\s+)?to\s+avoid\s+(?:any\s+|paying\s+|being\s+charged\s+)*(?:an?\s+)?(?P<more>further|additional|extra|late|more)?\s*"
    r"(?P<cost>penalt(?:y|ies)|fines?|fees?|charges?|interest)\s*,?\s+(?:please\s+|kindly\s+)?(?P<ask>[a-z]+\s+[^;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ASK: Final = re.compile(
    r"(?:pay|return|renew|settle|clear|send|submit|complete|make|book|cancel|update|bring|file|move|reply|confirm)\b",
    re.IGNORECASE,
)
_ONE: Final = {"penalties": "penalty", "fines": "fine", "fees": "fee", "charges": "charge"}
_MORE: Final = {"additional": "further", "extra": "further", "more": "further"}


def nothing_is_added(flagged: Flagged) -> Iterator[Wording]:
    """The ask first, and then what it spares."""
    match = _AVOIDED.match(flagged.text)
    if match is None or not _ASK.match(match["ask"]) or not flagged.touches(match):
        return
    cost = match["cost"].lower()
    more = (match["more"] or "").lower()
    spared = " ".join(filter(None, ("no", _MORE.get(more, more), _ONE.get(cost, cost))))
    text = f"{match['lead']}Please {match['ask']} so that {spared} is added{match['stop'] or '.'}"
    yield flagged.whole(capital(text), "review")
