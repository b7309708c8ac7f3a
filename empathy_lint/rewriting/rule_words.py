"""The first writer: the words that a rule itself gives for those it flags."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.fitting import candidates
from empathy_lint.rewriting.flagged import Wording, flagged
from empathy_lint.rewriting.word_fit import fits, is_sure


class RuleWords:
    """Proposes what the rule's `rewrites` say, in the case of the flagged words, where they fit the words around."""

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """A candidate for each of the finding's own rewrites. What the tone model marks holds more words than those
        that the rule knows, and is for another writer.
        """
        spot = flagged(finding, view) if finding.evidence != "learned" else None
        for rewrite in finding.rewrites if spot else ():
            if spot and fits(rewrite.text, spot):
                safety = rewrite.safety if is_sure(rewrite.text, spot) else "review"
                yield from candidates(spot, Wording(spot.start, spot.end, rewrite.text, "phrase", safety))
