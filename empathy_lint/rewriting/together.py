"""The writer that mends all of a sentence at once: what one rewrite uncovers, another one answers.

Of several findings in one sentence each has its own rewrite, and often none holds alone, because what was hidden behind
one finding becomes another: "You must remit it immediately" without "immediately" still says "must".
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting import shared_subject
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.fitting import candidates, fitted
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital, flagged
from empathy_lint.rewriting.wordings import (
    alarm,
    blame,
    contrast,
    hollow,
    mishaps,
    obligations,
    office,
    sanctions,
    urgency,
)

Wordings = Callable[[Flagged], Iterable[Wording]]

# For each rule what rewords it all over a sentence. Those that change the clause come first: words inside of what they
# replace are theirs.
_ALL_OVER: Final[tuple[tuple[str, Wordings], ...]] = (
    ("blame-language", shared_subject.with_their_subjects(mishaps.what_happened)),
    ("blame-language", shared_subject.with_their_subjects(blame.neutral_facts)),
    ("pressure-language", shared_subject.with_their_subjects(obligations.plain_asks)),
    ("but-usage", contrast.without_but),
    ("hollow-empathy", hollow.without_lead),
    ("pressure-language", urgency.without_push),
    ("threat-language", sanctions.threads),
    ("fear-words", alarm.as_it_is),
    ("jargon", office.phrases),
)

# A long sentence in plainer words is still long; this share of its letters may stay.
_SHORTER: Final = 0.8


class Together:
    """Proposes the sentence with everything in it reworded that can be: by safe words alone, then by all of them.

    `rules` are those that the user wants to hear of; what another one would flag is left alone.
    """

    def __init__(self, rules: Container[str], plain_words: Wordings) -> None:
        self._wordings = (*(wordings for rule, wordings in _ALL_OVER if rule in rules), plain_words)

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """At most two candidates, each of at least two changes, one of them in what was flagged; none where the author
        silenced something.
        """
        if view.analysis.message.suppressions:
            return
        spot = flagged(finding, view)
        if spot is None:
            return
        whole = replace(spot, start=0, end=len(spot.text))
        found = [wording for wordings in self._wordings for wording in wordings(whole)]
        usable = [wording for wording in found if "[" not in wording.text and not _is_everything(wording, whole)]
        for chosen in (_apart([row for row in usable if row.safety == "safe"]), _apart(usable)):
            if len(chosen) > 1 and any(row.start < spot.end and spot.start < row.end for row in chosen):
                composed = _composed(whole, chosen)
                if finding.rule != "sentence-length" or _is_much_shorter(composed):
                    yield from candidates(spot, composed)


def _is_much_shorter(wording: Wording) -> bool:
    """Whether what was too long is so no more, rather than a word under the limit."""
    return len(wording.text) <= _SHORTER * (wording.end - wording.start)


def _is_everything(wording: Wording, whole: Flagged) -> bool:
    return (wording.start, wording.end) == (0, len(whole.text))


def _apart(wordings: Sequence[Wording]) -> list[Wording]:
    """Those that share no words, the first come first, in the order of the sentence."""
    chosen: list[Wording] = []
    for row in wordings:
        if all(row.end <= other.start or other.end <= row.start for other in chosen):
            chosen.append(row)
    return sorted(chosen, key=lambda row: row.start)


def _composed(whole: Flagged, chosen: Sequence[Wording]) -> Wording:
    """All changes as one, from the first to the last of them."""
    parts: list[str] = []
    at = start = min(fitted(whole, chosen[0])[0], chosen[0].start)
    opens = False
    for wording in chosen:
        first, last, text = fitted(whole, wording)
        # Where a sentence begins anew its first letter becomes a capital; that may belong to the next change.
        takes_letter = bool(text) and text != wording.text and wording.text in ("", ". ") and last > wording.end
        if takes_letter:
            last, text = last - 1, text[:-1]
        kept = whole.text[at : max(first, at)]
        parts.append(capital(kept) if opens and kept.strip() else kept)
        opens = opens and not kept.strip()
        parts.append(capital(text) if opens and text else text)
        opens = (opens and not text.strip()) or takes_letter
        at = max(last, at)
    end = at
    if opens and at < len(whole.text) and not whole.has_placeholder(at, at + 1):
        parts.append(whole.text[at].upper())
        end = at + 1
    safety: Safety = "safe" if all(row.safety == "safe" for row in chosen) else "review"
    return Wording(start, end, "".join(parts), "sentence", safety)
