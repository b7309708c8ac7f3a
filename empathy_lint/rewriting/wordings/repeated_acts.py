"""A sanction on what happens again: "further late payments will attract a fee", "may lead to closure"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_FURTHER: Final = r"(?:further|continued|repeated|future|additional|subsequent|persistent|more|another)"
_RESULTS: Final = (
    r"(?:will|may|can|could|might|shall)\s+(?:also\s+)?(?:result\s+in|lead\s+to|cause|attract|invite|trigger)"
)
_AGAIN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:any\s+|a\s+)?{_FURTHER}\s+(?:(?P<late>late|missed)\s+)?(?P<what>payments?|non-?payment)"
    rf"\s+(?P<then>{_RESULTS}\s+.+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_STOP: Final = r"(?:suspension|suspending|pausing)"
_END: Final = r"(?:termination|terminating|closure|closing)"
# Only what came before can happen again.
_SAME_AGAIN: Final = re.compile(
    r"\A(?P<lead>\W*)(?:any\s+|a\s+)?(?:further|another|additional|subsequent)\s+(?:[\w-]+\s+)?"
    r"(?:violations?|breach(?:es)?|infractions?|infringements?|incidents?|misuse|abuse)\s+(?:may|can|could|might)\s+(?:also\s+)?(?:result\s+in|lead\s+to)\s+"
    rf"(?:the\s+)?(?:{_STOP}(?:\s+or\s+(?:the\s+)?|/){_END}\s+of\s+(?:your|the|this)\s+account"
    rf"|(?:your\s+)?account\s+(?:{_STOP}(?:\s+or\s+|/){_END}|being\s+(?:suspended|paused)\s+or\s+(?:terminated|closed))"
    r"|your\s+account\s+being\s+(?:suspended|paused)\s+or\s+(?:terminated|closed))(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)


def asked_not_to_repeat(text: str) -> tuple[str, str, str] | None:
    """What stands before it, the request to do otherwise from now on, and the sanction; None for another sentence.

    What breaks a rule has no such request: that the account stays open if it is kept would hide what was done.
    """
    match = _AGAIN.match(text)
    if match is None:
        return None
    if match["what"].lower().startswith("non"):
        return match["lead"], "Please pay", match["then"]
    return (match["lead"], "Please pay on time", match["then"]) if match["late"] else None


def if_it_happens_again(flagged: Flagged) -> Iterator[Wording]:
    """ "Further violations may result in account suspension or termination": if this happens again, we may do both."""
    match = _SAME_AGAIN.match(flagged.text)
    if match and _is_told_before(flagged):
        told = "If this happens again, we may pause or close the account"
        yield flagged.whole(f"{match['lead']}{told}{match['stop']}")


def _is_told_before(flagged: Flagged) -> bool:
    """Whether the sentence right before tells what it was."""
    rows = flagged.view.analysis.sentences_of(flagged.sentence.block)
    return any(row.index == flagged.sentence.index - 1 for row in rows)
