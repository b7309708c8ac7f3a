"""Facts of grammar by name, so that a rule can ask who does what to whom without knowing the parser.

`FACTS` lists every name with what it means. A fact is found in one sentence; its span is what a reader would mark.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from empathy_lint.language.facts import blame, contrast, plain, sanctions
from empathy_lint.language.facts.cues import Surface
from empathy_lint.language.facts.fact import Fact, Finder
from empathy_lint.language.tree import Tree

_FINDERS: Final[dict[str, Finder]] = {
    finder.name: finder for finder in (*blame.FINDERS, *sanctions.FINDERS, *contrast.FINDERS, *plain.FINDERS)
}
FACTS: Final[dict[str, str]] = {name: finder.description for name, finder in sorted(_FINDERS.items())}


def find_facts(tree: Tree, names: Collection[str] = frozenset(FACTS)) -> tuple[Fact, ...]:
    """The named facts that hold in a sentence, by where they stand; each span of a fact once."""
    surface = Surface.of(tree.text)
    found = {
        Fact(finder.name, start, end)
        for finder in _chosen(frozenset(names))
        if finder.cue(surface)
        for start, end in finder.find(tree)
        if start < end
    }
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end, fact.name)))


def may_hold(text: str, names: Collection[str]) -> bool:
    """Whether one of the named facts could hold in a sentence, judged cheaply by its words."""
    surface = Surface.of(text)
    return any(finder.cue(surface) for finder in _chosen(frozenset(names)))


@lru_cache(maxsize=64)
def _chosen(names: frozenset[str]) -> tuple[Finder, ...]:
    return tuple(finder for name, finder in _FINDERS.items() if name in names)


__all__ = ["FACTS", "Fact", "find_facts", "may_hold"]
