"""The names that the language layer lends to rules: facts of grammar, categories of tone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that rules may use; None leaves them unchecked."""

    facts: frozenset[str] | None = None
    categories: frozenset[str] | None = None
