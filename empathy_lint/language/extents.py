"""Which words of a sentence say a thing whole, where a rule found some of them by name or by ear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint.language.facts.clauses import extent
from empathy_lint.language.tree import Tree, Word

_HELPERS: Final = ("aux", "cop")
_COMPLETING: Final = ("obj", "xcomp", "compound:prt", "iobj")
_ASIDE: Final = ("advcl", "conj", "parataxis", "acl:relcl", "cc", "punct", "appos")
# A subject that takes more letters than this is told by its main words alone.
_LONGEST_SUBJECT: Final = 60


def clause_around(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The clause whose verb the words at text[start:end] hold or hang on: from its subject to its object.

    "be closed" in "If you do not pay, your account will be closed" becomes "your account will be closed". Words that
    are told apart from their clause ("without further notice") and those of no finite clause stay as they are.
    """
    verb = _verb(tree, start, end)
    if verb is None:
        return start, end
    subjects = [child for child in verb.children if child.is_("nsubj", "csubj") and child.index < verb.index]
    if not subjects:
        return start, end
    first = _subject_start(max(subjects, key=lambda word: word.index))
    last = max([end, *(extent(_without_asides(child))[1] for child in verb.children if child.is_(*_COMPLETING))])
    return first, max(last, verb.end)


def verb_group(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The words at text[start:end] without the subject they begin with: "Your card has been blocked" becomes "has been
    blocked".
    """
    verb = _verb(tree, start, end)
    if verb is None or not verb.has("nsubj", "csubj"):
        return start, end
    inside = [child.start for child in verb.children if child.is_(*_HELPERS) and start <= child.start < verb.start]
    return min([*inside, verb.start]) if start <= verb.start < end else start, end


def _verb(tree: Tree, start: int, end: int) -> Word | None:
    """The verb of the finite clause that the words belong to, or None where an adjunct alone was found."""
    held = [word for word in tree.words if word.start < end and start < word.end]
    if not held or held[0].pos in ("ADP", "ADV"):
        return None
    # The verb that is found last says what will be done; what stands before it may be another clause's end.
    for word in reversed(held):
        if word.pos in ("VERB", "AUX", "ADJ") and _is_finite(word):
            return word
    top = next((word for word in held if word.head is None or word.head not in held), held[0])
    for word in (top, *top.ancestors()):
        if _is_finite(word):
            return word if word.pos in ("VERB", "ADJ") else None
        if word.pos == "VERB" and word.is_("conj"):  # what is threatened besides stands for itself
            return None
    return None


def _is_finite(word: Word) -> bool:
    """Whether a verb has a subject and a form of its own; a relative clause only says which thing is meant."""
    return word.has("nsubj", "csubj") and not word.is_("acl", "advcl")


def _subject_start(subject: Word) -> int:
    words = subject.subtree()
    # "The last try fails, your plan …": what stands before a comma belongs to another clause, whatever the parse says.
    commas = [word.index for word in words if word.form == "," and word.index < subject.index]
    first, last = extent(word for word in words if word.index > max(commas, default=-1))
    return first if last - first <= _LONGEST_SUBJECT else extent(_without_asides(subject))[0]


def _without_asides(word: Word) -> list[Word]:
    kept = [word]
    for child in word.children:
        if not child.is_(*_ASIDE):
            kept += _without_asides(child)
    return kept


EXTENTS: Final[dict[str, Callable[[Tree, int, int], tuple[int, int]]]] = {
    "clause": clause_around,
    "verb": verb_group,
}
