"""Office language that is a frame and no phrase: "advise us as to whether", "is subject to terms and conditions"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.unforced import is_many

_ADVISE: Final = re.compile(
    r"\b(?P<verb>advise|inform|notify)\s+(?P<who>(?!and\b|or\b|against\b|on\b)[\w'’-]+(?:\s+(?!and\b|or\b)[\w'’-]+){0,2}?)\s+(?:as\s+to\s+)?(?P<what>whether|when|how|why|if)\b",
    re.IGNORECASE,
)
_TERMS: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>(?:the|your|this|our|all|each|every)\b[^,;:]*?)\s+(?:is|are)\s+subject\s+to\s+"
    r"(?P<terms>(?:(?:the|our|these|its|their)\s+)?(?:\w+\s+)?(?:terms(?:\s+(?:and|&)\s+conditions)?|conditions|rules))(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)


def in_plain_frames(flagged: Flagged) -> Iterator[Wording]:
    """The frame in everyday words, with all that stands in it."""
    for match in _ADVISE.finditer(flagged.text):
        if flagged.touches(match):
            tell = "tell" if match["verb"][0].islower() else "Tell"
            yield Wording(*match.span(), f"{tell} {match['who']} {match['what']}", "phrase", "safe")
    terms = _TERMS.match(flagged.text)
    if terms:
        apply = "apply" if is_many(terms["terms"]) else "applies"
        told = f"{capital(terms['terms'])} {apply} to {small(terms['what'])}{terms['stop']}"
        yield flagged.whole(f"{terms['lead']}{told}", "safe")
