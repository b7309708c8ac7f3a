"""Whether a new wording leaves words behind whose subject it takes away: "You have exceeded X and missed Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Wording

_SOME_OF: Final = re.compile(r"\b(?:of|among)\s+\Z", re.IGNORECASE)
# "We did not see you … without good cause" would be a fault of ours.
_UNEXCUSED: Final = re.compile(
    r"[^;:.!?]*?\bwithout\s+(?:an?\s+|any\s+)?(?:(?:good|valid|reasonable|proper|acceptable|lawful|just|prior)\s+)*"
    r"(?:reason|excuse|explanation|cause|permission|notice|telling|informing|contacting)\b",
    re.IGNORECASE,
)
# What says which thing is meant, behind a thing that now stands elsewhere.
_SAYS_WHICH: Final = re.compile(
    r"\s+(?:requested|required|needed|requisite|asked\s+for|agreed|owed|owing|listed|specified|mentioned)\s*(?:[.,;!]|\Z|(?:by|in|on|for|above|below)\b)",
    re.IGNORECASE,
)
_VERBAL: Final = ("VERB", "AUX")


def with_their_subjects(wordings: Callable[[Flagged], Iterable[Wording]]) -> Callable[[Flagged], Iterator[Wording]]:
    """The same wordings without those that strand a verb, or what else is said of its subject."""

    def whole(flagged: Flagged) -> Iterator[Wording]:
        return (row for row in wordings(flagged) if not _strands(flagged, row))

    return whole


def _strands(flagged: Flagged, wording: Wording) -> bool:
    """Whether a verb behind the new words is joined to one in the old ones, and has no subject but theirs, or what
    follows tells how the subject did it.
    """
    if _SOME_OF.search(flagged.text[: wording.start]):
        return True  # "seven of you have not paid"
    if wording.text and _SAYS_WHICH.match(flagged.text[wording.end :]) and not wording.text.endswith(" "):
        return True  # "the payslips were not attached requested"
    if wording.text.lower().startswith("you need to "):
        return False  # whatever "you must" stood before, this stands before it too
    if not wording.text.lower().startswith("you ") and _UNEXCUSED.match(flagged.text[wording.start :]):
        return True
    if wording.end >= len(flagged.text.rstrip(" .!?:")):
        return False
    return any(
        word.start >= wording.end and word.pos in _VERBAL and not word.has("nsubj", "csubj") and _joined(word, wording)
        for word in flagged.tree.words
    )


def _joined(word: Word, wording: Wording) -> bool:
    """Whether it is joined to a verb whose subject is there; a parser may join it to that verb's object instead.

    Behind a "please" a bare verb is one more thing to do, and only one with a helper of its own is left behind.
    """
    if wording.text.lower().startswith("please") and not word.has("aux"):
        return False
    return word.is_("conj") and any(
        above.pos in _VERBAL
        and any(child.is_("nsubj") and wording.start <= child.start < wording.end for child in above.children)
        for above in word.ancestors()
    )
