"""The writer for what only the tone model marks: plain words for the office words in the mark, or right beside it.

What the model marks has no fixed words, and often ends in the middle of the phrase that made it sound so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.replacements import Replacements
from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.fitting import candidates
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital, flagged
from empathy_lint.rewriting.word_fit import fits

_BESIDE: Final = 24  # letters around a mark that still belong to its phrase


def known_words(rule: Rule, entry: Entry) -> Replacements:
    """Every text that the rule gives for exact words; those of the entry itself come first."""
    exact = dict(entry.rewrites.exact)
    for other in rule.entries:
        for key, texts in other.rewrites.exact.items():
            exact.setdefault(key, texts)
    return Replacements({key: texts for key, texts in exact.items() if texts}, inside=True)


class AroundMarks:
    """Answers a learned mark with what its rule gives for words, wherever the rule keeps them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._known = {
            (rule.id, entry.id): known_words(rule, entry)
            for rule in rules
            for entry in rule.entries
            if entry.rewrites.inside
        }

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """The fewest changes first: in the mark, beside it, then all over the sentence, which a reader has to see."""
        known = self._known.get((finding.rule, finding.entry))
        spot = flagged(finding, view) if known else None
        if known is None or spot is None:
            return
        found = [row for row in known.among(spot.text) if _stands(spot, *row)]
        within = [row for row in found if row[0] < spot.end and spot.start < row[1]]
        if not within:
            return  # a term that stays as it is has become no plainer, however the model now reads the sentence
        beside = [row for row in found if row[0] < spot.end + _BESIDE and spot.start - _BESIDE < row[1]]
        scopes: tuple[tuple[list[tuple[int, int, str]], Safety], ...] = (
            (within, "safe"),
            (beside, "safe"),
            (found, "review"),
        )
        for rows, safety in scopes:
            yield from candidates(spot, _written(spot, rows, safety))


def _stands(spot: Flagged, start: int, end: int, text: str) -> bool:
    """Whether the text fits there, no template code is touched, and what is replaced is no name."""
    words = spot.text[start:end]
    opens = not any(char.isalnum() for char in spot.text[:start])
    is_name = words[:1].isupper() and not opens and not spot.text.isupper() and not spot.is_label
    fitting = replace(spot, start=start, end=start + len(words.rstrip()))
    return not is_name and not spot.has_placeholder(start, end) and fits(text, fitting)


def _written(spot: Flagged, rows: list[tuple[int, int, str]], safety: Safety) -> Wording:
    """All of the changes as one wording, from the first to the last of them."""
    parts: list[str] = []
    at = start = rows[0][0]
    for first, last, text in rows:
        parts += [spot.text[at:first], text]
        at = last
    written = "".join(parts)
    if not any(char.isalnum() for char in spot.text[:start]) and spot.text[start : start + 1].isupper():
        if not written and not spot.has_placeholder(at, at + 1):
            written, at = spot.text[at : at + 1].upper(), at + 1
        written = capital(written)
    return Wording(start, at, written, "phrase", safety)
