"""A sentence's grammar as plain data: words with their Universal Dependencies, free of spaCy.

Facts and directives read trees, so that they can be tested on trees written by hand, kept cheaply, and drawn from any
pipeline. The older labels of spaCy's English pipelines are mapped to their UD counterparts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

# ClearNLP labels, as in en_core_web_sm, that have a UD counterpart with the same head.
UD_LABELS: Final = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "acomp": "xcomp",
    "attr": "xcomp",
    "agent": "obl:agent",
    "prep": "obl",
    "poss": "nmod:poss",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "predet": "det:predet",
    "preconj": "cc:preconj",
}


@dataclass(slots=True, eq=False)
class Word:
    """One token; `start`, `end` are offsets in the sentence's text, `head` is None at a root.

    `pos` is the universal part of speech, `dep` the universal relation, `form` the lower-cased text with a straight
    apostrophe, `imperative` whether the pipeline saw Mood=Imp.
    """

    index: int
    form: str
    start: int
    end: int
    pos: str
    dep: str
    imperative: bool = False
    base: bool = False  # the form is a bare infinitive, or may be one
    head: Word | None = None
    children: list[Word] = field(default_factory=list)

    def has(self, *relations: str) -> bool:
        """Whether a child stands in one of the relations; subtypes count ("nsubj" covers "nsubj:pass")."""
        return any(child.is_(*relations) for child in self.children)

    def child(self, *relations: str) -> Word | None:
        """The first child in one of the relations."""
        return next((child for child in self.children if child.is_(*relations)), None)

    def is_(self, *relations: str) -> bool:
        """Whether the word stands in one of the relations; subtypes count."""
        return any(self.dep == name or self.dep.startswith(name + ":") for name in relations)

    def ancestors(self) -> Iterator[Word]:
        """The head, its head, and so on."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> list[Word]:
        """The word and all that depends on it, in order."""
        found, waiting = [], [self]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting.extend(word.children)
        return sorted(found, key=lambda word: word.index)

    def forms(self, *relations: str) -> set[str]:
        """The forms of the children in these relations."""
        return {child.form for child in self.children if child.is_(*relations)}


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one sentence; `text` is the sentence as the reader sees it."""

    text: str
    words: tuple[Word, ...]

    def after(self, word: Word, distance: int = 1) -> Word | None:
        """The word that stands `distance` places further on."""
        at = word.index + distance
        return self.words[at] if 0 <= at < len(self.words) else None


def tree_of(doc: Any, text: str) -> Tree:
    """The tree of a parsed spaCy Doc; `text` has the same length as the Doc's."""
    words: list[Word] = []
    places: dict[int, int] = {}
    for token in doc:
        if token.is_space:
            continue
        places[token.i] = len(words)
        form = token.lower_
        morph = str(token.morph)
        words.append(
            Word(
                len(words),
                form,
                token.idx,
                token.idx + len(token),
                token.pos_,
                UD_LABELS.get(token.dep_, token.dep_),
                "Mood=Imp" in morph,
                _may_be_base(morph, token.tag_),
            )
        )
    for token in doc:
        if token.i in places and token.head.i != token.i and token.head.i in places:
            word, head = words[places[token.i]], words[places[token.head.i]]
            word.head = head
            head.children.append(word)
    return Tree(text, tuple(words))


def retold(tree: Tree, text: str) -> Tree:
    """The tree for a text of the same grammar, letter for letter as long."""
    if text == tree.text:
        return tree
    words = [
        Word(
            word.index,
            text[word.start : word.end].lower()
            if text[word.start : word.end] != tree.text[word.start : word.end]
            else word.form,
            word.start,
            word.end,
            word.pos,
            word.dep,
            word.imperative,
            word.base,
        )
        for word in tree.words
    ]
    for word, known in zip(words, tree.words, strict=True):
        word.head = None if known.head is None else words[known.head.index]
        word.children = [words[child.index] for child in known.children]
    return Tree(text, tuple(words))


def _may_be_base(morph: str, tag: str) -> bool:
    """Whether a verb's form is the base form: by its features, or by its Penn tag where there are no features."""
    if tag:
        return tag in ("VB", "VBP")
    if "VerbForm=Inf" in morph or "Mood=Imp" in morph:
        return True
    return "Tense=Pres" in morph and "VerbForm=Fin" in morph and "Person=3" not in morph
