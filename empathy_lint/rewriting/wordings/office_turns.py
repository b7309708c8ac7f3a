"""Turns of the office that no single word stands for: "take the necessary steps", "acknowledge receipt of"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, cased, small

Tell = Callable[[re.Match[str]], str]

_THING_DONE: Final = r"(?:payment|completion|approval|verification|registration|activation|submission|delivery|renewal)"
_DONE_FIRST: Final = rf"(?:(?:successful|full|final|your|the|our)\s+)*{_THING_DONE}"


def _with(text: str) -> Tell:
    return lambda match: match.expand(text)


def _received(match: re.Match[str]) -> str:
    return f"{match['who']} confirm that {small(match['who'])} have received"


def _needed(match: re.Match[str]) -> str:
    return f"{'doing' if match['take'].lower().endswith('ing') else 'do'} what is needed"


def _unpaid(match: re.Match[str]) -> str:
    unpaid = "" if match["what"].lower().startswith("debt") else "unpaid "
    return f"pay {match['which']} {unpaid}{match['what']}"


def _builds_up(match: re.Match[str]) -> str:
    return f"interest {match['will']} {match['still'] or ''}build up"


_SAID: Final[tuple[tuple[str, Tell, Safety], ...]] = (
    (r"\b(?P<who>I|we)\s+(?:hereby\s+)?acknowledge\s+receipt\s+of(?=\s+(?:this|the|your)\b)", _received, "safe"),
    (
        r"\b(?P<who>I|we)(?:\s+are|\s+am|['’]re|['’]m)\s+(?:currently\s+)?(?:unable|not\s+able)\s+to\s+proceed\b",
        _with(r"\g<who> cannot go ahead"),
        "safe",
    ),
    (
        r"\b(?P<take>take|taking)\s+(?:(?:the|any|all)\s+)?(?:necessary|requisite)\s+(?:actions?|steps|measures)\b",
        _needed,
        "safe",
    ),
    (
        r"\b(?P<what>this\s+(?:letter|e-?mail|message|notice))\s+is\s+in\s+response\s+to(?=\s+(?:your|the|this)\b)",
        _with(r"\g<what> answers"),
        "safe",
    ),
    (rf"\bupon\s+(?P<what>{_DONE_FIRST})\b", _with(r"after \g<what>"), "safe"),
    (r"\A\W*upon\s+(?P<what>[a-z]{3,}ing)\b", _with(r"after \g<what>"), "review"),
    (r"(?<=\w\s)upon\s+(?P<what>[a-z]{3,}ing)\b", _with(r"when \g<what>"), "review"),
    (
        r"\b(?:settle|clear)\s+(?P<which>any|the|your|all(?:\s+your)?|this)\s+outstanding\s+(?P<what>(?:invoice|bill|balance|amount|fee|charge|fine|debt|payment)s?)\b",
        _unpaid,
        "safe",
    ),
    (
        r"\b(?:an?\s+)?service\s+degradation\s+(?:incident|event|issue)\b",
        _with("problems with our service"),
        "safe",
    ),
    (
        r"\binterest\s+(?P<will>will|may)\s+(?P<still>continue\s+to\s+)?accrue\b",
        _builds_up,
        "safe",
    ),
)
_TURNS: Final = tuple((re.compile(pattern, re.IGNORECASE), tell, safety) for pattern, tell, safety in _SAID)


def in_other_turns(flagged: Flagged) -> Iterator[Wording]:
    """The turn in everyday words, with all that hangs on it."""
    for pattern, tell, safety in _TURNS:
        for match in flagged.matches(pattern):
            if not flagged.has_placeholder(*match.span()):
                yield Wording(*match.span(), cased(match, tell(match)), "phrase", safety)
