"""The words that the rules themselves give in place of what they flag."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_lint.rewriting.flagged import Flagged, Wording


def rule_words(flagged: Flagged) -> Iterator[Wording]:
    """Each text that the rule's entry holds for the flagged words."""
    for rewrite in flagged.finding.rewrites:
        if not rewrite.edits:
            kind = "phrase" if " " in flagged.words or " " in rewrite.text else "word"
            yield Wording(flagged.start, flagged.end, rewrite.text, kind, rewrite.safety)
