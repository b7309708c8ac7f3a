"""Court, told as a place where a matter is settled: "if this has to go to court", "settle this without a court".

Only where the words say that it may come so far, or how it need not. Who does what stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, cased

_ACTION: Final = r"(?:any\s+)?(?:further\s+)?(?:legal|court)\s+(?:action|proceedings)"
_IF_NEEDED: Final = re.compile(
    rf"\b(?:(?P<should>should\s+{_ACTION}\s+be(?:come)?\s+)|if\s+{_ACTION}\s+(?:is|are|becomes?)\s+)"
    r"(?:necessary|needed|required|issued|started|taken|begun|commenced)(?:\s+against\s+you)?\b",
    re.IGNORECASE,
)
_HOW_TO_AVOID: Final = re.compile(
    rf"\b(?P<how>(?:how|ways?|help|steps)(?:\s+you)?\s+(?:to|can)\s+)(?:avoid|prevent|stop)\s+{_ACTION}(?:\s+against\s+you)?\b",
    re.IGNORECASE,
)
_TAKES: Final = re.compile(
    r"\b(?P<take>takes?|taking|took)\s+you\s+to\s+court\b(?:\s+in\s+relation\s+to\b)?", re.IGNORECASE
)
# What is written down is so in any case, and not only if it comes so far.
_KEPT: Final = re.compile(
    r"\b(?:record(?:ed|s|ing)?|kept|keep(?:ing)?|collect(?:ed|ing)?|documented|evidence|copies|photos|photographs|notes)\b[^,;]*\Z",
    re.IGNORECASE,
)
_GOES: Final = {"take": "go", "takes": "goes", "taking": "going", "took": "went"}


def gone_to_court(flagged: Flagged) -> Iterator[Wording]:
    """The step by its plain name, where it is only what may come or what need not."""
    # What is marked may be only the clause that hangs on it.
    for match in _IF_NEEDED.finditer(flagged.text):
        kept = match["should"] and _KEPT.search(flagged.text[: match.start()])
        yield _change(match, f"{'in case' if kept else 'if'} this has to go to court")
    for match in _HOW_TO_AVOID.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(match.end("how"), match.end(), "settle this without going to court", "phrase", "review")
    for match in _TAKES.finditer(flagged.text):
        if flagged.touches(match):
            about = " about" if match.group().lower().endswith("to") else ""
            yield _change(match, f"{_GOES[match['take'].lower()]} to court{about}")


def _change(match: re.Match[str], text: str) -> Wording:
    return Wording(*match.span(), cased(match, text), "phrase", "review")
