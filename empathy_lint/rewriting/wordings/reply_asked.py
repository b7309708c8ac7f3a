"""Sanctions that hang on a reply: what ends without one stays told, for a reply alone may not keep it.

Who pays, renews or updates keeps a service; who replies has only replied.
"""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.consequences import NAMES_TIME, Consequences

_ENDS: Final = {
    "carries on": "end", "carry on": "end", "stays open": "close", "stay open": "close", "stays on": "stop",
    "stays in force": "end", "stays online": "go offline", "keeps working": "stop working",
}  # fmt: skip
_STAY: Final = re.compile(rf"(?P<what>your\s.+)\s(?P<stays>{'|'.join(_ENDS)})\Z", re.IGNORECASE)
# What is looked at, and goes on for as long as it is: there a reply is all that is needed.
_CASE: Final = re.compile(r"\b(?:request|case|offer|application|claim|reservation|booking|order)\Z", re.IGNORECASE)
_PERHAPS: Final = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)


def hangs_on_more(told: Consequences) -> bool:
    """Whether what stays is a service, which a reply alone does not pay for."""
    return any(not _is_case(stay) for stay in told.stays)


def what_ends(told: Consequences, ask: str, sanction: str) -> str | None:
    """ "If nothing has reached us by then, your service will end."; None where it has no such words."""
    ends = [match for stay in told.stays if (match := _STAY.match(stay))]
    if told.steps or not ends or len(ends) < len(told.stays):
        return None
    first = "If nothing has reached us by then" if NAMES_TIME.search(ask) else "Without a reply"
    will = "may" if _PERHAPS.search(sanction) else "will"
    said = [f"{row['what']} {will} {_ENDS[row['stays'].lower()]}" for row in ends]
    return f"{first}, {' and '.join(said)}."


def _is_case(stay: str) -> bool:
    match = _STAY.match(stay)
    return bool(match and _CASE.search(match["what"]))
