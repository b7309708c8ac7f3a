"""Entries in spaCy's own pattern languages: Matcher over tokens, DependencyMatcher over the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.kinds.token_expressions import TokenExpressions
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.errors import Problem
from empathy_lint.language.spacy_library import spacy_library

MatcherName = Literal["tokens", "dependencies"]


@dataclass(eq=False)
class Grammar:
    """Runs patterns of one of the two matchers; the matcher is built with the first Doc's vocabulary."""

    language: MatcherName
    patterns: list[list[dict[str, Any]]]
    evidence: EvidenceKind = "grammar"
    expressions: TokenExpressions = field(default_factory=lambda: TokenExpressions(""))
    _matchers: dict[int, Any] = field(default_factory=dict, repr=False)

    @property
    def problems(self) -> list[Problem]:
        """What went wrong with regular expressions while they ran."""
        return self.expressions.problems

    def may_match(self, _folded: str) -> bool:
        """Always: grammar is not known before parsing."""
        return True

    def find(self, passage: Passage) -> Iterator[Hit]:
        """Each match, from its first token to its last."""
        doc = passage.doc
        matcher = self._matchers.get(id(doc.vocab))
        if matcher is None:
            matcher = self._matchers[id(doc.vocab)] = _build(
                self.language, doc.vocab, self.expressions.bounded(self.patterns)
            )
        for match in matcher(doc):
            first, last = (match[1], match[2] - 1) if self.language == "tokens" else (min(match[1]), max(match[1]))
            yield Hit(doc[first].idx, doc[last].idx + len(doc[last]))


def check_patterns(language: MatcherName, patterns: list[list[dict[str, Any]]]) -> str:
    """What spaCy has against the patterns, or an empty string."""
    expressions = TokenExpressions("")
    try:
        vocab = spacy_library().blank("en").vocab
        _build(language, vocab, patterns, validate=True)
        _build(language, vocab, expressions.bounded(patterns))
    except Exception as error:
        return " ".join(str(error).split())
    finally:
        expressions.forget()
    return ""


def _build(language: str, vocab: Any, patterns: list[list[dict[str, Any]]], validate: bool = False) -> Any:
    spacy_library()
    from spacy.matcher import DependencyMatcher, Matcher

    matcher = (Matcher if language == "tokens" else DependencyMatcher)(vocab, validate=validate)
    matcher.add("entry", patterns)
    return matcher
