"""The words of every rule for what it flags, found all over a sentence: also where a graver finding hides them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from empathy_lint.checking.passage import Passage
from empathy_lint.checking.rule import Entry, PhraseSet, Rule, SentenceKind, looks_at_sentences
from empathy_lint.checking.selection import Selection
from empathy_lint.rewriting.flagged import Flagged, Wording
from empathy_lint.rewriting.word_fit import fits, is_sure


class PlainWords:
    """Answers with the safe words that the selected rules give for what stands in a sentence, told or not."""

    def __init__(self, rules: Iterable[Rule], selection: Selection) -> None:
        self._allowed = PhraseSet(selection.allow)
        self._entries = [
            (entry, entry.kind)
            for rule in rules
            for entry in rule.entries
            if entry.rewrites.exact
            and looks_at_sentences(entry.kind)
            and entry.kind.evidence == "words"
            and selection.wants(rule, entry)
        ]

    def __call__(self, flagged: Flagged) -> Iterator[Wording]:
        """The first fitting text for each run of words that an entry finds in the sentence."""
        passage = next((row for row in flagged.view.passages if row.sentence.index == flagged.sentence.index), None)
        for entry, kind in self._entries if passage else ():
            if passage and kind.may_match(passage.folded):
                for start, end in _found(entry, kind, passage):
                    if not self._allowed.cover(passage, start, end):
                        yield from _worded(entry, replace(flagged, start=start, end=end))


def _found(entry: Entry, kind: SentenceKind, passage: Passage) -> Iterator[tuple[int, int]]:
    for hit in kind.find(passage):
        spared = any(guard.spares(passage, hit.start, hit.end) for guard in entry.guards)
        if not spared and not entry.exceptions.cover(passage, hit.start, hit.end):
            yield hit.start, hit.end


def _worded(entry: Entry, spot: Flagged) -> Iterator[Wording]:
    for rewrite in entry.rewrites.of(spot.words):
        if rewrite.safety == "safe" and fits(rewrite.text, spot) and is_sure(rewrite.text, spot):
            yield Wording(spot.start, spot.end, rewrite.text, "phrase", "safe")
            return
