"""Duties and expectations as what is asked for: "it is your duty to know", "parents are expected to", "you will be
expected to". What can be done on the spot is an order, and asked for as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_MY_DUTY: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?:you\s+are\s+reminded|please\s+(?:note|remember)|remember|note)\s+that\s+)?it\s+(?:is|remains)\s+(?:solely\s+|entirely\s+)?your\s+(?:sole\s+|own\s+)?(?:responsibility|duty|obligation)\s+to\s+"
    r"(?P<do>(?P<verb>[a-z]+)\s+(?:and\s+(?P<second>[a-z]+)\s+)?)(?P<what>(?:your|the|our|any|all|these|this|which|when|what|how|that)\b)",
    re.IGNORECASE,
)
_KNOWS: Final = frozenset("know understand".split())
_THEIR_DUTY: Final = re.compile(
    r"\A(?P<lead>\W*)it\s+(?:is|remains)\s+(?:solely\s+)?the\s+(?:sole\s+)?(?:responsibility|duty)\s+of\s+(?P<who>(?:all\s+|each\s+|every\s+)?(?:parents|tenants|residents|members|students|customers|employees|staff|visitors"
    r"|guests|passengers|claimants|applicants|drivers|owners|patients|users|households|leaseholders|carers|pupils|participants)(?:\s+and\s+[a-z]+s)?)\s+to\s+(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_EXPECTED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<who>(?:all\s+)?(?:parents|tenants|residents|members|students|customers|employees|staff|visitors|guests|passengers|claimants|applicants|drivers"
    r"|owners|patients|users|carers|pupils|participants))\s+are\s+(?:also\s+)?expected\s+to\s+(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_YOU_ARE: Final = re.compile(
    r"\A(?P<lead>\W*)you\s+(?:are|will\s+be)\s+(?P<also>also\s+)?expected\s+to\s+(?=(?P<verb>[a-z]+)\b)", re.IGNORECASE
)
_NO_ACT: Final = frozenset("be have get receive hear see need want live qualify win lose arrive earn not".split())


def asked_for(flagged: Flagged) -> Iterator[Wording]:
    """What is told as a duty or an expectation, as something asked for."""
    mine = _MY_DUTY.match(flagged.text)
    if mine and flagged.touches(mine):
        yield from _mine(mine)
    theirs = _THEIR_DUTY.match(flagged.text)
    if theirs and theirs["verb"] not in _NO_ACT:
        many = theirs["who"].split()[0].lower() not in ("each", "every")
        told = f"{capital(theirs['who'])} {'need' if many else 'needs'} to "
        yield Wording(theirs.end("lead"), theirs.end(), told, "clause", "review")
    them = _EXPECTED.match(flagged.text)
    if them and them["verb"].lower() not in _NO_ACT:
        told = f"We ask {them['who'][:1].lower()}{them['who'][1:]} to "
        yield Wording(them.end("lead"), them.end(), told, "clause", "review")
    you = _YOU_ARE.match(flagged.text)
    if you and you["verb"].lower() not in _NO_ACT:
        told = f"Please {you['also'] or ''}"
        yield Wording(you.end("lead"), you.end(), told, "clause", "review")


def _mine(match: re.Match[str]) -> Iterator[Wording]:
    """ "It is your responsibility to know your dates": please make sure that you know your dates. What can be done is
    asked for as any order is.
    """
    verb, second = match["verb"].lower(), (match["second"] or "").lower()
    if verb in _KNOWS or (second in _KNOWS and verb not in _NO_ACT):
        told = f"Please make sure that you {match['do']}"
        yield Wording(match.end("lead"), match.start("what"), told, "clause", "review")
