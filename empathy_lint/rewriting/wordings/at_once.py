"""What takes effect at once, told as "now": "has been cancelled effective immediately" has now been cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_AT_ONCE: Final = re.compile(
    r"(?P<comma>\s*,?\s*)\b(?:effective\s+immediately|with\s+immediate\s+effect)\b(?P<behind>,?)", re.IGNORECASE
)
# What is so already, by whose act ever: its verb can take a "now".
_IS_SO: Final = re.compile(
    r"\b(?P<has>has|have|is|are)\s+(?P<now>now\s+)?(?P<done>(?:not\s+)?(?:been\s+)?\w+(?:ed|en|wn|un))\Z", re.IGNORECASE
)
_WAS: Final = re.compile(r"\b(?:was|were|had\s+been|ceased|lapsed|ended|expired)\b[^,;:.]*\Z", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:[.!;:,]|\Z|(?:and|because|as|due|for|until|pending)\b)", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|going\s+to|minded\s+to|intends?\s+to|may|might|must|to)\s", re.IGNORECASE
)
# What begins or ended on a day does so on no other.
_DAY: Final = re.compile(
    r"\b(?:on|from|since|as\s+of)\s+(?:the\s+)?(?:\d|[A-Z][a-z]+\s+\d)|\b(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)


def taking_effect(flagged: Flagged) -> Iterator[Wording]:
    """ "From now on" where it opens the sentence, "now" beside the verb where that says what is so."""
    for match in flagged.matches(_AT_ONCE):
        before, after = flagged.text[: match.start()], flagged.text[match.end() :]
        if _DAY.search(flagged.text):
            continue
        if not re.search(r"\w", before):
            start = match.end("comma")
            yield Wording(start, match.end(), f"From now on{match['behind']}", "phrase", "safe")
        elif (so := _IS_SO.search(before)) and (_ENDS.match(after) or match["behind"]):
            told = f" {so['now'] or 'now '}{so['done']}"
            # Nothing but the comma that closed it off is left behind.
            stays = match["behind"] if match["behind"] and not match["comma"].strip() else ""
            yield Wording(so.end("has"), match.end(), f"{told}{stays}", "clause", "safe")
            if not match["comma"].strip():
                # Where the words are bold by themselves, others take their place.
                yield Wording(match.end("comma"), match.start("behind"), "as of now", "phrase", "review", spare=True)
        elif not _WAS.search(before) and not _TO_COME.search(before) and _ENDS.match(after):
            yield Wording(match.start(), match.end(), f" now{match['behind']}", "phrase", "review")
