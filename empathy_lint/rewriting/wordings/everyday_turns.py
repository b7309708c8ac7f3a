"""Turns of office language with an everyday one that fits the same place: "you will require", "be debited"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, cased
from empathy_lint.rewriting.wordings.holds import is_pause

_REQUIRE: Final = re.compile(
    r"\b(?P<who>you|we|they|I)\s+(?P<will>(?:will|may|might|would|do\s+not|did\s+not|also|still)\s+)?require(?=\s+(?:an?|the|your|our|this|these|any|some|more|further|two|\d)\b)",
    re.IGNORECASE,
)
# What is required that somebody does is a demand, and no need.
_TO_DO: Final = re.compile(r"\s+(?:\w+\s+){0,3}?to\s+(?!\w+\s+(?:your|the|this)\s+\w+\s*(?:[.,;!]|\Z))", re.IGNORECASE)
_FORWARD: Final = re.compile(r"(?P<comma>,?\s*)\bgoing\s+forwards?\b(?P<behind>,?)", re.IGNORECASE)
_FORWARD_WITH: Final = re.compile(r"\s+(?:with|to|into|from)\b", re.IGNORECASE)
# What is considered or planned lies ahead anyhow.
_AHEAD: Final = re.compile(r"\b(?:consider|options?|plans?|think\s+about|next\s+steps)\s*\Z", re.IGNORECASE)
_LASTS: Final = re.compile(
    r"\b(?:will|must|need|can|cannot|please|should|use|manage|receive|send|get|pay)\b", re.IGNORECASE
)
_DEBITED: Final = re.compile(r"\b(?P<be>be|been|is|are|was|were)\s+debited(?=\s+from\s)", re.IGNORECASE)
_CONTRARY: Final = re.compile(
    r"\bunless\s+(?:good\s+|sufficient\s+)?cause\s+(?:is|can\s+be)\s+shown(?P<contrary>\s+to\s+the\s+contrary)?",
    re.IGNORECASE,
)
_BREACH: Final = re.compile(
    r"\b(?P<considered>(?:considered|found|deemed|thought)\s+)to\s+be\s+in\s+breach\s+of(?=\s+(?:the|this|your|our|these|its|their)\b)",
    re.IGNORECASE,
)
_NOT_KEPT: Final = re.compile(
    r"\b(?P<tell>(?:informing|telling|advising|notifying)\s+\w+|(?:inform|tell|advise|notify)\s+\w+)\s+(?:of|about)\s+(?:the|this|any)\s+breach\s+of\s+"
    r"(?P<what>(?:the|your|our|this)\s+(?:[\w'’-]+\s+){0,2}?(?:lease|agreement|contract|tenancy|terms|arrangement|licen[cs]e|order))\b",
    re.IGNORECASE,
)
_NO_CHOICE: Final = re.compile(
    r"\b(?P<have>have|has|had)\s+(?:been\s+left\s+(?:with\s+)?)?no\s+(?:other\s+)?(?:option|choice|alternative)\s+(?:left\s+)?but\s+to\b",
    re.IGNORECASE,
)
_HOLD_REASON: Final = re.compile(r"\A(?P<lead>\W*)suspension\s+reason(?=\s*:|\W*\Z)", re.IGNORECASE)
# Behind where it is written that it has to be told, the telling stays; elsewhere it can go.
_LETTER_TELLS: Final = re.compile(
    r",\s+this\s+(?P<what>letter|email|e-mail|message|notice)\s+is\s+to\s+(?:notify|inform|advise)\s+you\s+that\b",
    re.IGNORECASE,
)


def in_everyday_turns(flagged: Flagged) -> Iterator[Wording]:
    """The everyday turn in place of each that was flagged."""
    for match in flagged.matches(_REQUIRE):
        if not _TO_DO.match(flagged.text, match.end()):
            told = f"{match['who']} {match['will'] or ''}need"
            yield Wording(*match.span(), told, "phrase", "safe")
    yield from _from_now_on(flagged)
    for match in flagged.matches(_DEBITED):
        yield Wording(*match.span(), f"{match['be']} paid", "phrase", "safe")
    for match in flagged.matches(_CONTRARY):
        told = "unless somebody shows a good reason " + ("why it should not be" if match["contrary"] else "not to")
        yield Wording(*match.span(), cased(match, told), "clause", "review")
    for match in flagged.matches(_BREACH):
        yield Wording(*match.span(), f"{match['considered']}not to be keeping to", "phrase", "safe")
    for match in flagged.matches(_NOT_KEPT):
        have = "have" if match["what"].lower().endswith("terms") else "has"
        yield Wording(
            *match.span(), f"{match['tell']} that {match['what']} {have} not been kept to", "phrase", "review"
        )
    for match in flagged.matches(_NO_CHOICE):
        yield Wording(*match.span(), f"{match['have']} to", "phrase", "safe")
    reason = _HOLD_REASON.match(flagged.text)
    if reason and is_pause(flagged):
        yield Wording(reason.end("lead"), reason.end(), "Reason for the hold", "phrase", "review")
    for match in flagged.matches(_LETTER_TELLS):
        yield Wording(*match.span(), f", this {match['what'].lower()} tells you that", "phrase", "safe")


def _from_now_on(flagged: Flagged) -> Iterator[Wording]:
    for match in flagged.matches(_FORWARD):
        before, after = flagged.text[: match.start()], flagged.text[match.end() :]
        if _FORWARD_WITH.match(after):
            continue
        if not re.search(r"\w", before):
            yield Wording(match.end("comma"), match.end(), f"From now on{match['behind']}", "phrase", "safe")
        elif _AHEAD.search(before):
            yield Wording(match.start(), match.end(), match["behind"], "phrase", "safe")
        elif _LASTS.search(before):
            told = f"{match['comma']}from now on{match['behind']}"
            yield Wording(*match.span(), told, "phrase", "safe")
