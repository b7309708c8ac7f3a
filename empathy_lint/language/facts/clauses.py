"""What several facts ask of a tree: clauses, subjects, conditions, negation, extents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from empathy_lint.language.tree import Tree, Word

READER: Final = frozenset({"you", "u", "ye", "yourself", "yourselves"})
SENDER: Final = frozenset({"we", "i", "us", "our"})
NEGATORS: Final = frozenset({"not", "n't", "never", "nt", "no"})
# The first three letters of days, months and hours.
_WHEN: Final = frozenset(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun noo mid clo end tom tod".split()
)


def subject(verb: Word) -> Word | None:
    """The subject of a verb; one that is joined to another verb, or completes it, shares that verb's."""
    own = verb.child("nsubj", "csubj")
    if own is not None:
        return own
    if verb.head is not None and verb.is_("conj", "xcomp") and verb.head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return subject(verb.head)
    return None


def is_passive(verb: Word) -> bool:
    """Whether the verb is in the passive: "was sent", "be closed"."""
    if verb.has("aux:pass", "nsubj:pass"):
        return True
    head = verb.head
    return (
        verb.dep == "conj"
        and head is not None
        and not verb.has("nsubj", "aux")
        and is_passive(head)
        and verb.form[-2:] in ("ed", "en")
    )


def auxiliaries(verb: Word) -> list[Word]:
    """The auxiliaries of a verb, or those of the verb it is joined to."""
    own = [child for child in verb.children if child.is_("aux")]
    if not own and verb.dep == "conj" and verb.head is not None and not verb.has("nsubj"):
        return auxiliaries(verb.head)
    return own


def agent(verb: Word) -> Word | None:
    """By whom something is done; "by Friday" and "by 3 May" say when."""
    for child in verb.children:
        by = child.is_("obl:agent") or (child.is_("obl") and "by" in child.forms("case"))
        if by and child.pos in ("NOUN", "PROPN", "PRON") and child.form[:3] not in _WHEN and not child.has("nummod"):
            return child
    return None


def negator(verb: Word) -> Word | None:
    """The "not" of a verb."""
    return next((child for child in verb.children if child.form in NEGATORS and child.index < verb.index), None)


def in_condition(verb: Word) -> bool:
    """Whether a verb stands inside an "if", "unless" or "whether" clause."""
    for word in (verb, *verb.ancestors()):
        if condition_mark(word) is not None:
            return True
        if word.dep == "ROOT" or word.is_("parataxis"):
            return False
    return False


def condition_mark(verb: Word) -> Word | None:
    """The word that makes the verb's own clause a condition."""
    for child in verb.children:
        if (
            child.index < verb.index
            and child.form in ("if", "unless", "whether")
            and child.is_("mark", "advmod", "case")
        ):
            return child
        if child.index < verb.index and child.form == "should" and _is_inverted(verb, child):
            return child
        if child.form in ("provided", "providing") and child.is_("mark") and child.index < verb.index:
            return child
    if verb.form in ("if", "unless"):
        return verb
    return None


def _is_inverted(verb: Word, should: Word) -> bool:
    """Whether "should" stands before the subject: "Should you have any questions"."""
    own = verb.child("nsubj")
    return own is not None and should.index < own.index and own.form in READER | {"it", "this", "payment"}


def conditions(tree: Tree) -> Iterator[Word]:
    """The verbs of the clauses that begin with "if", "unless" or an inverted "should"."""
    for word in tree.words:
        mark = condition_mark(word)
        if mark is not None and mark.form != "whether" and mark is not word:
            yield word


def extent(words: Iterable[Word]) -> tuple[int, int]:
    """From the start of the first word to the end of the last, without punctuation at either end."""
    rows = sorted(words, key=lambda word: word.index)
    while rows and rows[-1].pos == "PUNCT":
        rows.pop()
    while rows and rows[0].pos == "PUNCT":
        rows.pop(0)
    return (rows[0].start, rows[-1].end) if rows else (0, 0)


def clause_words(
    verb: Word, *, without: tuple[str, ...] = ("advcl", "parataxis", "discourse", "vocative")
) -> list[Word]:
    """The verb's words without the clauses and asides that hang on it, and without those joined to it by a subject."""
    found, waiting = [], [verb]
    while waiting:
        word = waiting.pop()
        found.append(word)
        for child in word.children:
            if word is verb and (
                child.is_(*without) or (child.is_("conj") and child.has("nsubj")) or child.is_("cc", "punct")
            ):
                continue
            waiting.append(child)
    return sorted(found, key=lambda word: word.index)


def is_reader(word: Word | None) -> bool:
    """Whether a subject is the reader: "you", "both of you"."""
    return word is not None and word.form in READER


def is_sender(word: Word | None) -> bool:
    """Whether a subject is the sender: "we", "our team"."""
    return word is not None and (word.form in SENDER or any(child.form in ("our", "my") for child in word.children))
