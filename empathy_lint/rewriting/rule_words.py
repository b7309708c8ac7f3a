"""The first writer: the words that a rule itself gives for those it flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.candidate import Candidate

Safety = Literal["safe", "review"]
_ARTICLE: Final = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
# Letters do not tell the sound of these: "an hour", "a one-off fee", "a useful link".
_VOWEL_SOUND: Final = re.compile(
    r"(?:hour|honest|honou?r|heir)|(?!(?:uni|use|usu|eu|one\b|once))[aeiou]", re.IGNORECASE
)


class RuleWords:
    """Proposes what the rule's `rewrites` say, in the case of the flagged words; nothing where “a” would stand before
    a vowel.
    """

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """A candidate for each of the finding's own rewrites."""
        place = finding.place
        if place is None:
            return
        prose = view.analysis.message.blocks[place.block].prose
        start, end = place.prose_start, place.prose_end
        for rewrite in finding.rewrites:
            if not rewrite.text:
                yield _left_out(place.block, prose, start, end, rewrite.safety)
            elif _fits_article(prose[:start], rewrite.text):
                yield Candidate(place.block, start, end, (rewrite.text,), "phrase", rewrite.safety)


def _fits_article(before: str, text: str) -> bool:
    article = _ARTICLE.search(before)
    return article is None or (article[1].lower() == "an") == bool(_VOWEL_SOUND.match(text))


def _left_out(block: int, prose: str, start: int, end: int, safety: Safety) -> Candidate:
    """Take the words out with the space beside them; what then begins the sentence gets its capital letter."""
    opens = not prose[:start].strip() or prose[:start].rstrip().endswith((".", "!", "?", "\n"))
    if opens:
        while end < len(prose) and prose[end] in " ,;:":
            end += 1
        if end < len(prose) and prose[end].islower() and prose[start].isupper():
            return Candidate(block, start, end + 1, (prose[end].upper(),), "phrase", safety)
    elif prose[start - 1] == " " and (end == len(prose) or not prose[end].isalnum()):
        start -= 1
    return Candidate(block, start, end, ("",), "phrase", safety)
