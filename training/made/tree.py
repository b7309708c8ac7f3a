"""A dependency tree written in the order of its words, from which an annotated sentence follows by construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from training.conllu import ROOT, Sentence, Word

CLINGING = frozenset({".", ",", "!", "?", ":", ";", "n't", "'s", "'ve", "'re", "'ll", "'m"})
"""Forms that stand against the word before them."""

OPENING = frozenset({"$", "£", "("})
"""Forms that stand against the word after them."""


@dataclass(frozen=True)
class Node:
    """A word with the dependents that stand before and after it, each side in the order of the text."""

    form: str
    pos: str
    relation: str = ROOT
    features: str = ""
    lemma: str = ""
    before: tuple[Node, ...] = field(default=())
    after: tuple[Node, ...] = field(default=())

    def adding(self, before: tuple[Node, ...] = (), after: tuple[Node, ...] = ()) -> Node:
        """Put further dependents outside those it has."""
        return replace(self, before=before + self.before, after=self.after + after)

    def related(self, relation: str) -> Node:
        """Return the same node under another relation."""
        return replace(self, relation=relation)


def _walk(node: Node, head: Node | None) -> Iterator[tuple[Node, Node | None]]:
    for dependent in node.before:
        yield from _walk(dependent, node)
    yield node, head
    for dependent in node.after:
        yield from _walk(dependent, node)


def to_sentence(root: Node, capitalised: bool = True) -> Sentence:
    """Write the tree out as a sentence."""
    pairs = list(_walk(root, None))
    index = {id(node): i for i, (node, _) in enumerate(pairs)}
    words = []
    for i, (node, head) in enumerate(pairs):
        form = node.form
        if i == 0 and capitalised and form[:1].islower():
            form = form[0].upper() + form[1:]
        following = pairs[i + 1][0].form if i + 1 < len(pairs) else ""
        words.append(
            Word(
                form=form,
                space_after=following not in CLINGING and node.form not in OPENING,
                lemma=node.lemma or node.form,
                pos=node.pos,
                features=node.features,
                head=i if head is None else index[id(head)],
                relation=ROOT if head is None else node.relation,
            )
        )
    return Sentence("made", tuple(words))
