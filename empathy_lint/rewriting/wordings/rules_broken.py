"""What was done "for violating our rules", told by what was not in line with them: "it was not used in line with our
rules". What was done, and by which rules, stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_USED: Final = r"accounts?|profiles?|access|memberships?|cards?|subscriptions?|services?|stores?|shops?|pages?|servers?"
_MADE: Final = (
    r"posts?|listings?|comments?|reviews?|photos?|videos?|images?|content|messages?|items?|ads?|adverts?|submissions?"
    r"|uploads?|files?"
)
_DONE: Final = (
    r"(?:suspended|removed|taken\s+down|hidden|deleted|disabled|locked|blocked|restricted|limited|closed|rejected"
    r"|put\s+on\s+hold|deactivated)"
)
_FOR: Final = re.compile(
    rf"\b(?:your|the|this)\s+(?:[\w'’-]+\s+){{0,3}}?(?:(?P<used>{_USED})|(?P<made>{_MADE}))\b(?P<mid>[^.;:,]{{0,60}}?)\s+(?:has|have|was|were|is|are)\s+(?:been\s+)?(?:\w+ly\s+)?{_DONE}"
    r"(?P<cut>\s*,?\s+(?:for|due\s+to|because\s+of|as\s+a\s+result\s+of|owing\s+to)\s+(?:an?\s+|the\s+|your\s+)*"
    r"(?:violat(?:ing|ions?\s+of)|breach(?:ing|(?:es)?\s+of)|breaking|infringing|not\s+following|non-compliance\s+with))\s+"
    r"(?=(?:our|the|these|one\s+of\s+our)\s)",
    re.IGNORECASE,
)


def not_in_line(flagged: Flagged) -> Iterator[Wording]:
    """The thing that was not in line with the rules, where somebody is told to have broken them."""
    for match in _FOR.finditer(flagged.text):
        start, end = match.span("cut")
        if not (start < flagged.end and flagged.start < end + 20) or flagged.has_placeholder(start, end):
            continue
        word = match["used"] or match["made"]
        many = word.lower().endswith("s") and word.lower() != "access"
        was = "they were" if many else "it was"
        used = "used " if match["used"] else ""
        yield Wording(start, end, f" because {was} not {used}in line with", "phrase", "review")
