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
_BEGINS_CLAUSE: Final = re.compile(r"(?:^|[.!?:;,—–]|\b(?:and|then|so|or))\s*$", re.IGNORECASE)
_DETERMINER: Final = re.compile(r"(?:the|an?|this|our|your)\s", re.IGNORECASE)
_PLURAL_VERB: Final = re.compile(r"\s+(?:are|were|have|do)\b", re.IGNORECASE)
_NOUN_PARTS: Final = frozenset({"det", "amod", "poss", "nummod", "compound", "nmod:poss"})


class RuleWords:
    """Proposes what the rule's `rewrites` say, in the case of the flagged words, where they fit the words around."""

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """A candidate for each of the finding's own rewrites."""
        place, sentence = finding.place, finding.sentence
        if place is None or sentence is None:
            return
        prose = view.analysis.message.blocks[place.block].prose
        start, end = place.prose_start, place.prose_end
        for rewrite in finding.rewrites:
            if not rewrite.text:
                yield _left_out(place.block, prose, start, end, rewrite.safety)
            elif _fits(rewrite.text, finding, view, prose[sentence.start : start]):
                yield Candidate(place.block, start, end, (rewrite.text,), "phrase", rewrite.safety)


def _fits(text: str, finding: Finding, view: MessageView, before: str) -> bool:
    """Whether the text can stand there: its sound suits the article, an ask begins a clause, a new article has no other
    determiner or adjective before it, and the number stays.
    """
    article = _ARTICLE.search(before)
    if article is not None and (article[1].lower() == "an") != bool(_VOWEL_SOUND.match(text)):
        return False
    if text.lower().startswith("please ") and not _BEGINS_CLAUSE.search(before):
        return False
    return not _DETERMINER.match(text) or _is_whole_phrase(finding, view)


def _is_whole_phrase(finding: Finding, view: MessageView) -> bool:
    """Whether the flagged noun phrase has no determiner or adjective outside of it, and is not the subject of a plural
    verb.
    """
    place, sentence = finding.place, finding.sentence
    if place is None or sentence is None:
        return False
    start, end = place.prose_start - sentence.start, place.prose_end - sentence.start
    words = view.analysis.doc(sentence).char_span(start, end, alignment_mode="expand")
    if words is None:
        return False
    outside = [child for token in words for child in token.children if child not in words]
    if any(child.dep_ in _NOUN_PARTS for child in outside):
        return False
    return not _PLURAL_VERB.match(sentence.text[end:])


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
