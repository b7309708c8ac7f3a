"""Access that will be lost, told as what ends: "you will lose access to your files" holds it up to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, cased, small

_LOSE: Final = re.compile(
    r"\byou(?:\s+(?P<how>will|may|might|could|can)|(?P<ll>['’]ll))?\s+lose\s+(?:your\s+)?access"
    r"(?P<what>\s+to\s+(?:your|the|this|our|all|any)\b[^,;:.!?]*?)?(?P<end>\s+(?:and|or|unless|until|after|on|in|by|at|if|when)\b|[.!,;]|\Z)",
    re.IGNORECASE,
)
_AT_THE_END: Final = re.compile(
    r"\A\W*(?:up)?on\s+(?P<what>expir(?:y|ation)|cancellation|closure|termination)\s*,?\s+", re.IGNORECASE
)


def access_ends(flagged: Flagged) -> Iterator[Wording]:
    """ "You will lose access to your files": your access to your files ends."""
    for match in flagged.matches(_LOSE):
        how = (match["how"] or "").lower()
        verb = f"{how} end" if how in ("may", "might", "could", "can") else "ends"
        text = f"your access{match['what'] or ''} {verb}"
        at_end = _AT_THE_END.match(flagged.text[: match.start()])
        start = 0 if at_end and at_end.end() == match.start() else match.start()
        if start == 0 and at_end:
            text = f"When it {'ends' if at_end['what'].lower() != 'expiration' else 'expires'}, {small(text)}"
        else:
            text = cased(match, text)
        yield Wording(start, match.start("end"), text, "clause", "review")
