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
    if verb is None:
        return _next_step(flagged, word, cut) if word.form == "and" else None
    if not _before_is_whole(flagged, cut, verb) or _hangs_on_condition(flagged, cut, start):
        return None
    opener = {"so": ". So ", "but": ". But "}.get(word.form)
    if opener:
        has_subject = verb.has("nsubj", "expl", "csubj")
        return _Cut(cut, start, opener, "safe" if word.form == "so" else "review") if has_subject else None
    return _Cut(cut, start + 1, ". " + capital(flagged.text[start : start + 1]), "safe")


def _hangs_on_condition(flagged: Flagged, cut: int, start: int) -> bool:
    """Whether a condition opens the sentence: "If you do not pay, X and we will Y" does both only then.

    What a "this" or "it" says of the first clause still holds by itself.
    """
    opener = re.match(r"\W*(?:if|unless|should|when|where|once|in\s+case|provided)\b", flagged.text, re.IGNORECASE)
    condition = opener or re.search(r"\b(?:if|unless)\b", flagged.text[:cut], re.IGNORECASE)
    first = flagged.word_at(start)
    return bool(condition) and not (first is not None and first.form in ("this", "that", "it", "these"))


def _next_step(flagged: Flagged, word: Word, cut: int) -> _Cut | None:
    """ "You should fill in the form and then send it back": a second thing to do, as a request of its own."""
    then = flagged.tree.after(word)
    verb = flagged.tree.after(word, 2) if then is not None and then.form == "then" else then
    if verb is None or not verb.base or verb.pos != "VERB" or not verb.is_("conj") or verb.head is None:
        return None
    asks = verb.head.dep == "ROOT" and (verb.head.imperative or verb.head.forms("nsubj") == {"you"})
    helpers = {child.form for child in verb.head.children if child.is_("aux")}
    if not asks or not helpers <= {"should", "must", "can"} or verb.has("aux", "nsubj"):
        return None
    return _Cut(cut, verb.start, ". Then ", "review")


def _after_semicolon(flagged: Flagged, word: Word) -> _Cut | None:
    rest = re.compile(r"\s*").match(flagged.text, word.end)
    start = rest.end() if rest else word.end
    verb = _clause_verb(flagged, start)
    if verb is None or _hangs_on_condition(flagged, word.start, start):
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
