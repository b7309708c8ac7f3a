"""Whether a message has to say who did something: it warns of the deed, or acts on a rule that was broken."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.wordings.acts import Act

RULES: Final = re.compile(
    r"\b(?:polic(?:y|ies)|rules?|terms|conditions?|guidelines|instructions?|directions?|advice|guidance|regulations|limits?"
    r"|signs?|requirements?|code)\b",
    re.IGNORECASE,
)
BREAKS: Final = frozenset("breach violate contravene break infringe disregard ignore flout".split())
# Where a message warns of what the reader did, or acts on it, who did it is what it has to say.
_WARNS: Final = re.compile(
    r"\b(?:(?:formal|written|official|verbal|final|first|second|last|this)\s+warning|warned|warn\s+you|bann?(?:ed|s)?|sanction\w*|disciplin\w+"
    r"|moderat(?:or|ors|ion)|strikes?|muted?|misconduct|abus(?:e|ive)|harass\w*)\b",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(r"\b(?:suspen\w+|terminat\w+|appeal\w*|penalt(?:y|ies)|warnings?)\b", re.IGNORECASE)
_OF_CONDUCT: Final = re.compile(
    r"\b(?:chat|communit\w+|conduct|behavio\w+|fair\s+play|house|guild|server|game)\b", re.IGNORECASE
)


def has_to_say_who(flagged: Flagged, act: Act) -> bool:
    """Whether the act is a deed or a broken rule which the message warns of or acts on."""
    prose = [block.prose for block in flagged.view.analysis.message.blocks]
    warns = any(_WARNS.search(text) for text in prose)
    rest = flagged.text[act.verb.end :]
    if act.lemma in BREAKS or (act.denied and act.lemma in ("comply", "keep", "follow", "adhere")):
        thing = re.split(r"[.,;:]", rest)[0]
        conduct = _OF_CONDUCT.search(thing) or warns or any(_STOPS.search(text) for text in prose)
        return bool(RULES.search(thing) and conduct)
    return warns and not act.denied
