"""The first writer: the words that a rule itself gives for those it flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.language.inflecting import is_noun
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.fitting import candidates
from empathy_lint.rewriting.flagged import Wording, flagged

Safety = Literal["safe", "review"]
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
        spot = flagged(finding, view)
        for rewrite in finding.rewrites:
            if spot and _fits(rewrite.text, finding, view, prose[sentence.start : place.prose_start]):
                yield from candidates(spot, Wording(spot.start, spot.end, rewrite.text, "phrase", rewrite.safety))


def _fits(text: str, finding: Finding, view: MessageView, before: str) -> bool:
    """Whether the text can stand there: a noun stays one, an ask begins a clause, a new article has no other determiner
    or adjective before it, the number stays, and what is left out is no thing of its own.
    """
    if _is_noun(finding, view) and text and not is_noun(text.lower()):
        return False
    if not text and _carries_others(finding, view):
        return False
    if text.lower().startswith("please ") and not _BEGINS_CLAUSE.search(before):
        return False
    return not _DETERMINER.match(text) or _is_whole_phrase(finding, view)


def _is_noun(finding: Finding, view: MessageView) -> bool:
    """Whether what was flagged is one word that is a noun there: "our remit"."""
    spot = flagged(finding, view)
    word = spot.word_at(spot.start) if spot else None
    return bool(spot and word and word.end >= spot.end and word.pos == "NOUN" and " " not in spot.words)


def _carries_others(finding: Finding, view: MessageView) -> bool:
    """Whether what was flagged is a thing in its clause: "the aforementioned is closed" needs it."""
    spot = flagged(finding, view)
    word = spot.word_at(spot.start) if spot else None
    return bool(spot and word and word.end >= spot.end and word.is_("nsubj", "obj", "iobj", "nmod"))


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
