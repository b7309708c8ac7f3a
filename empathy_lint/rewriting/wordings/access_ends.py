"""Access that will be lost, told as what ends: "you will lose access to your files" holds it up to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, cased

_LOSE: Final = re.compile(
    r"\byou(?:\s+(?P<how>will|may|might|could|can)|['’]ll)?\s+lose\s+(?:your\s+)?access"
    r"(?P<what>\s+to\s+(?:your|the|this|our|all|any)\b[^,;:.!?]*?)?(?P<end>\s+(?:and|or|unless|until|after|on|in|by|at|if|when)\b|[.!,;]|\Z)",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\s*(?:and|or)\Z", re.IGNORECASE)
_CLAUSE_NEXT: Final = re.compile(r"\s*(?:and|or)\s+(?:you|we|it|they|I)\b", re.IGNORECASE)
_AT_THE_END: Final = re.compile(
    r"\A\W*(?:up)?on\s+(?P<what>expir(?:y|ation)|cancellation|closure|termination)\s*,?\s+", re.IGNORECASE
)


def access_ends(flagged: Flagged) -> Iterator[Wording]:
    """ "You will lose access to your files": your access to your files ends."""
    for match in flagged.matches(_LOSE):
        if _GOES_ON.match(match["end"]) and not _CLAUSE_NEXT.match(flagged.text, match.start("end")):
            continue  # "access to your page and data" would be torn
        if re.search(r"\byour\s+access\b", flagged.text[: match.start()], re.IGNORECASE):
            continue  # that it ends is said already
        how = (match["how"] or "will").lower()
        text = f"your access{match['what'] or ''} {'ends' if how == 'will' else f'{how} end'}"
        start, end = match.start(), match.start("end")
        first = _AT_THE_END.match(flagged.text)
        if first and first.end() == start:
            verb = "expires" if first["what"].lower().startswith("expir") else "ends"
            yield Wording(0, end, f"When it {verb}, {text}", "clause", "review")
        else:
            yield Wording(start, end, cased(match, text), "clause", "review")
