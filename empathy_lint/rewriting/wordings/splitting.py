"""Long sentences cut where a new clause with its own subject begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_LIMITS: Final = {"sms": 22}
_LIMIT: Final = 30
_SHORTEST: Final = 4
_FREE: Final = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_SUBORDINATORS: Final = frozenset(
    """if when because since unless although though while whereas as that whether once until after before where which
        who so""".split()
)
_RELATIVE: Final = {"which": "This"}


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where sentence[start:end] becomes `text`, which ends one sentence and begins the next."""

    start: int
    end: int
    text: str
    safety: Safety


def short_sentences(flagged: Flagged) -> Iterator[Wording]:
    """The sentence in two or more: by safe cuts alone where they are enough, else also by those that need a reader."""
    limit = _LIMITS.get(flagged.view.context.channel, _LIMIT)
    cuts = sorted(_cuts(flagged), key=lambda cut: cut.start)
    for chosen in ([cut for cut in cuts if cut.safety == "safe"], cuts):
        needed = _needed(flagged.text, chosen, limit)
        if needed:
            safety: Safety = "safe" if all(cut.safety == "safe" for cut in needed) else "review"
            yield _joined(flagged.text, needed, safety)
            if safety == "safe":
                return


def _needed(text: str, cuts: list[_Cut], limit: int) -> list[_Cut]:
    """The fewest of the cuts, from the left, after which no part is too long; none where that cannot be."""
    needed: list[_Cut] = []
    start = 0
    for position, cut in enumerate(cuts):
        following = cuts[position + 1].start if position + 1 < len(cuts) else len(text)
        if _length(text[start:following]) > limit:
            needed.append(cut)
            start = cut.end
    bounds = [0, *(cut.start for cut in needed), len(text)]
    return needed if all(_length(text[first:last]) <= limit for first, last in pairwise(bounds)) else []


def _length(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _joined(text: str, cuts: list[_Cut], safety: Safety) -> Wording:
    parts, at = [], cuts[0].start
    for cut in cuts:
        parts.append(text[at : cut.start] + cut.text)
        at = cut.end
    return Wording(cuts[0].start, at, "".join(parts), "sentence", safety)


def _cuts(flagged: Flagged) -> Iterator[_Cut]:
    text, words = flagged.text, flagged.tree.words
    if any(mark in text for mark in '“”"()[]') and not re.fullmatch(r"[^“”\"()\[\]]*", text):
        quoted = _enclosed(text)
    else:
        quoted = set()
    for word in words:
        cut = _cut_at(flagged, word)
        if cut is None or cut.start in quoted or flagged.has_placeholder(cut.start, cut.end):
            continue
        before = [each for each in words if each.end <= cut.start]
        after = [each for each in words if each.start >= cut.end - 1]
        if len(before) >= _SHORTEST and len(after) >= _SHORTEST:
            yield cut


def _enclosed(text: str) -> set[int]:
    found: set[int] = set()
    for match in re.finditer(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]", text):
        found.update(range(*match.span()))
    return found


def _cut_at(flagged: Flagged, word: Word) -> _Cut | None:
    """The cut at a word that joins clauses, or None."""
    if word.form == ";":
        return _after_semicolon(flagged, word)
    if word.form in ("and", "so", "but"):
        return _at_joint(flagged, word)
    if word.form == "which" and word.index and flagged.tree.words[word.index - 1].form == ",":
        return _at_relative(flagged, word)
    if word.form in ("because", "as") and word.is_("mark") and word.head is not None and word.head.is_("advcl"):
        return _at_reason(flagged, word)
    return None


def _clause_verb(flagged: Flagged, start: int) -> Word | None:
    """The verb of a clause with its own subject that begins right at `start` and hangs on no other."""
    first = flagged.word_at(start)
    if first is None or first.form in _SUBORDINATORS:
        return None
    for word in flagged.tree.words[first.index :]:
        if word.pos in ("VERB", "AUX", "ADJ", "NOUN") and word.dep in _FREE:
            own = word.child("nsubj", "expl", "csubj")
            if own is not None and own.index >= first.index:
                opens = min(each.index for each in own.subtree())
                return word if opens == first.index and _is_finite(word) else None
            return word if word.imperative and first in (word, *word.children) else None
    return None


def _is_finite(verb: Word) -> bool:
    return verb.pos in ("VERB", "AUX") or verb.has("cop", "aux") or any(child.pos == "AUX" for child in verb.children)


def _before_is_whole(flagged: Flagged, cut: int, verb: Word) -> bool:
    """Whether what stands before a cut is a sentence: its verb is the one that the clause was joined to."""
    head = verb.head
    if verb.dep == "ROOT":
        return any(
            word.end <= cut and word.dep in ("ccomp", "parataxis") and word.has("nsubj") for word in flagged.tree.words
        )
    while head is not None and head.dep == "conj" and head.end <= cut:
        head = head.head
    if head is None or head.end > cut or head.dep not in ("ROOT", "parataxis", "ccomp"):
        return False
    first = flagged.tree.words[0]
    # "If you are late and we …" would take the second clause out of the condition.
    inside = first.form in ("if", "when", "unless", "because", "although", "while") and "," not in flagged.text[:cut]
    return not inside and (head.has("nsubj", "expl", "csubj") or head.imperative or head.base)


def _at_joint(flagged: Flagged, word: Word) -> _Cut | None:
    rest = re.compile(r"\s*,?\s*").match(flagged.text, word.end)
    start = rest.end() if rest else word.end
    verb = _clause_verb(flagged, start)
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    cut = lead.start() if lead else word.start
    if verb is None or not _before_is_whole(flagged, cut, verb):
        return None
    opener = {"so": ". So ", "but": ". But "}.get(word.form)
    if opener:
        return _Cut(cut, start, opener, "safe" if word.form == "so" else "review")
    return _Cut(cut, start + 1, ". " + capital(flagged.text[start : start + 1]), "safe")


def _after_semicolon(flagged: Flagged, word: Word) -> _Cut | None:
    rest = re.compile(r"\s*").match(flagged.text, word.end)
    start = rest.end() if rest else word.end
    verb = _clause_verb(flagged, start)
    if verb is None:
        return None
    return _Cut(word.start, start + 1, ". " + capital(flagged.text[start : start + 1]), "safe")


def _at_relative(flagged: Flagged, word: Word) -> _Cut | None:
    verb = word.head
    following = flagged.tree.after(word)
    if (
        verb is None
        or not verb.is_("acl")
        or not word.is_("nsubj")
        or following is None
        or verb.pos not in ("VERB", "AUX", "ADJ", "NOUN")
    ):
        return None
    if following.form not in ("is", "was", "has", "will", "can", "may", "means", "could"):
        return None
    cut = flagged.tree.words[word.index - 1].start
    return _Cut(cut, word.end, ". This", "review")


def _at_reason(flagged: Flagged, word: Word) -> _Cut | None:
    """ "X because Y": X. This is because Y."""
    if (
        word.form == "as"
        or word.head is None
        or word.head.head is None
        or word.head.head.dep != "ROOT"
        or word.index < _SHORTEST
    ):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return _Cut(lead.start() if lead else word.start, word.end, ". This is because", "review")
