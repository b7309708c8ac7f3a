"""The ask in a sanction on what happens again: "further violations may result in a ban"."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re

_RULES: Final = (
    r"(?:terms|conditions|rules|requirements|regulations|guidelines|polic(?:y|ies)|standards|code|agreement)"
)
_AGAIN: Final = re.compile(
    r"\A(?P<lead>\W*)(?:any\s+|a\s+)?(?:further|continued|repeated|future|additional|subsequent|persistent|more|another)\s+(?:[\w-]+\s+)?"
    r"(?P<what>violations?|breach(?:es)?|offen[cs]es?|infractions?|infringements?|incidents?|misconduct|non-?compliance|misuse|abuse"
    r"|payments?|non-?payment)"
    r"(?P<of>\s+of\s+(?P<rules>(?:our|the|these|this|your|any|school|company)\s+(?:[\w'’&-]+\s+){0,5}?[\w'’&-]+))?"
    r"\s+(?P<then>(?:will|may|can|could|might|shall)\s+(?:also\s+)?(?:result\s+in|lead\s+to|cause|attract|invite|trigger)\s+.+?)"
    r"(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_UNPAID: Final = re.compile(r"non-?payment\Z", re.IGNORECASE)
_LATE: Final = re.compile(r"\b(?:late|missed)\s+payments?\b", re.IGNORECASE)


def asked_not_to_repeat(text: str) -> tuple[str, str, str] | None:
    """What stands before it, the request to do otherwise from now on, and the sanction; None for another sentence."""
    match = _AGAIN.match(text)
    if match is None:
        return None
    what = match["what"].lower()
    if _UNPAID.match(what):
        ask = "Please pay"
    elif what.startswith("payment"):
        if not _LATE.search(text[: match.end("what")]):
            return None
        ask = "Please pay on time"
    elif match["of"] and not re.search(rf"\b{_RULES}\Z", match["rules"], re.IGNORECASE):
        return None
    else:
        rules = match["rules"] or "the rules"
        if not re.match(r"(?:our|the|these|this|your)\s", rules, re.IGNORECASE):
            rules = f"the {re.sub('^any ', '', rules, flags=re.IGNORECASE)}"
        ask = f"Please keep to {rules} from now on"
    return match["lead"], ask, match["then"]
