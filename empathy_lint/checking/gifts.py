"""Whether a sentence thanks for a gift: those who gave are owed their thanks, in whatever words."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import Message

_THANKS: Final = re.compile(r"\b(?:thank(?:s|ful|ing)?|grateful|gratitude|appreciat\w*)\b", re.IGNORECASE)
_GIVEN: Final = re.compile(
    r"\b(?:support\w*|generosity|generous|kindness|gifts?|giving|donat\w+|contributions?|pledges?|tithes?|offerings?)\b",
    re.IGNORECASE,
)
_OF_A_GIFT: Final = re.compile(
    r"\b(?:donat(?:ed|ion|ions|ing)|donors?|tithes?|charitable|your\s+(?:\w+\s+)?(?:gift|pledge|contribution))\b",
    re.IGNORECASE,
)


def thanks_for_gift(text: str, message: Message) -> bool:
    """Whether the text thanks for what was given, in a message about a gift."""
    if not (_THANKS.search(text) and _GIVEN.search(text)):
        return False
    return any(_OF_A_GIFT.search(block.prose) for block in message.blocks)
