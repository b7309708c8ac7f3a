"""What must stand in a text for a pattern to match it: the cheap test before the dear one.

A run tests hundreds of patterns on thousands of sentences. `literal in text` costs a fraction of a search
with a pattern, so each pattern carries *required literals*: strings of which at least one stands in every
text it matches.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

# Signs that a writer types in one way and finds in several.
FOLDED: Final = {"'": "'’‘ʼ", '"': '"“”', "-": "-‐‑"}
_TABLE = str.maketrans({sign: plain for plain, signs in FOLDED.items() for sign in signs})
_MOST_ALTERNATIVES = 32


def fold(text: str) -> str:
    """The form in which texts and literals are compared: case folded, plain quotes and hyphens, single
    spaces.
    """
    folded = text.translate(_TABLE).casefold()
    return " ".join(folded.split()) if len(text) > 1 else folded


class Literals(NamedTuple):
    """All folded texts that a piece of a pattern matches (`exact`, None if too many), and those it requires."""

    exact: frozenset[str] | None
    required: frozenset[str] | None

    def best(self) -> frozenset[str] | None:
        """The most selective set of required alternatives; None when nothing is certain."""
        return _best([self.exact, self.required])


def unknown() -> Literals:
    """A piece that can match anything."""
    return Literals(None, None)


def sequence(parts: Sequence[Literals]) -> Literals:
    """Pieces that follow one another."""
    current: Collection[str] = ("",)
    candidates: list[Collection[str] | None] = []
    for exact, required in parts:
        if exact is not None and len(current) * len(exact) <= _MOST_ALTERNATIVES:
            current = {left + right for left in current for right in exact}
            continue
        candidates += [current, required]
        current = exact if exact is not None else ("",)
    if not candidates:
        return Literals(frozenset(current), None)
    return Literals(None, _best([*candidates, current]))


def choice(parts: Sequence[Literals]) -> Literals:
    """Pieces of which one stands there."""
    exact = [part.exact for part in parts]
    if all(texts is not None for texts in exact):
        union = frozenset(text for texts in exact if texts is not None for text in texts)
        if len(union) <= _MOST_ALTERNATIVES:
            return Literals(union, None)
    best = [part.best() for part in parts]
    if any(texts is None for texts in best):
        return unknown()
    return Literals(None, frozenset(text for texts in best if texts is not None for text in texts))


def optional(part: Literals) -> Literals:
    """A piece that may be left out."""
    return Literals(None if part.exact is None else part.exact | {""}, None)


def _best(candidates: Sequence[Collection[str] | None]) -> frozenset[str] | None:
    usable = [texts for texts in candidates if texts and "" not in texts]
    best = max(usable, key=lambda texts: (min(map(len, texts)), -len(texts)), default=None)
    return None if best is None else frozenset(best)
