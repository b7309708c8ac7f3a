"""Reproaches that nobody answered or paid, in sentences that tell more: what was sent, and what comes of it.

"Despite our letters, you have refused to clear your arrears" tells of letters and of arrears; "your failure to respond
leaves us no option but to" tells that nothing came, and what has to follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, cased
from empathy_lint.rewriting.wordings.sent_before import first_acts

_REFUSED: Final = re.compile(
    r"you\s+(?:have\s+|still\s+)*(?:(?:refused|failed|neglected|declined|chosen\s+not)\s+to\s+|not\s+(?:yet\s+)?)"
    r"(?P<do>pay|paid|clear|cleared|settle|settled|respond|responded|reply|replied|contact(?:ed)?\s+us)\b\s*(?P<what>[^,;:!?]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OWED: Final = re.compile(
    r"(?:your|the|this)\s+(?:[\w-]+\s+){0,2}?(?P<thing>arrears|balance|debt|amount|bill|invoice|account|rent|instal?ments?|sum|payments?)\b[^,;:]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ITSELF: Final = re.compile(r"(?:rent|instal?ments?|sum|amount|payments?)\Z", re.IGNORECASE)
_LEAVES: Final = re.compile(
    r"\byour\s+(?:(?:continued|repeated|persistent|continuing)\s+)*(?:failure|refusal)\s+to\s+"
    r"(?P<do>respond|reply|answer|engage|make\s+contact|contact\s+us|get\s+in\s+touch|pay|make\s+payment)"
    r"(?:\s+to\s+(?:us|our\s+\w+)|\s+with\s+us)?\s+(?:has\s+)?(?:leaves|left|means\s+that|means|gives)\s+(?:us\s+with\s+|us\s+)?"
    r"(?:(?:no\s+(?:other\s+)?(?:option|choice|alternative)\s+but\s+to)|we\s+(?:now\s+)?(?:have\s+to|must|need\s+to))\s+(?=[a-z])",
    re.IGNORECASE,
)


def as_what_came(flagged: Flagged) -> Iterator[Wording]:
    """What was sent and did not come, and what follows from it, without whose fault it is."""
    sent = first_acts(flagged)
    if sent is not None:
        acts, end = sent
        match = _REFUSED.match(flagged.text, end)
        told = _not_come(match) if match else None
        if match and told:
            yield flagged.whole(f"{acts}. {told}{match['stop'] or '.'}", "safe")
    for match in flagged.matches(_LEAVES):
        pays = "pay" in match["do"].lower()
        told = "we have not received your payment" if pays else "we have not heard from you"
        yield Wording(*match.span(), cased(match, f"{told}, so we have to "), "clause", "safe")


def _not_come(match: re.Match[str]) -> str | None:
    if re.match(r"respond|repl|contact", match["do"], re.IGNORECASE):
        alone = not match["what"].strip() or re.match(r"to\s+(?:us|them|any\b[^,]*)\Z", match["what"], re.IGNORECASE)
        return "We have not heard from you" if alone else None
    owed = _OWED.match(match["what"])
    if owed is None:
        return None
    payment = "" if _ITSELF.search(owed["thing"]) else "payment for "
    return f"We have not received {payment}{match['what']}"
