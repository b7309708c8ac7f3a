"""Which finding stands when several are about the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.language.analysis import Sentence
from empathy_lint.words import Severity

_GENERALITY: Final = {"grammar": 1, "learned": 2}
_A_FEW_WORDS: Final = 20  # characters; more than that beside mended words is heard as before
_MOST = 0.5  # of the shorter span: from here on, two findings are about the same words


@dataclass(frozen=True)
class Draft:
    """A finding before it is settled; offsets are those of the block's prose. Without a block it is about the
    message.

    `rank` is the place of rule and entry among all, which settles ties.
    """

    rule: Rule
    entry: Entry
    severity: Severity
    rank: tuple[int, int]
    block: int | None = None
    start: int = 0
    end: int = 0
    sentence: Sentence | None = None
    confidence: float = 1.0
    element: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    beneath: Severity | None = None

    @property
    def length(self) -> int:
        """Characters of prose."""
        return self.end - self.start

    @property
    def competes(self) -> bool:
        """Whether it is about words; a long sentence or a broken order says nothing against the words inside."""
        return self.block is not None and self.entry.kind.evidence not in ("measure", "message")

    @property
    def is_learned(self) -> bool:
        """Whether it rests on the tone component alone."""
        return self.entry.kind.evidence == "learned"

    @property
    def generality(self) -> int:
        """How little its entry says of the words: those it names tell most, and have rewrites; then clauses known by
        their grammar; then what reads so to the tone component.
        """
        return _GENERALITY.get(self.entry.kind.evidence, 0)


def settle_within_rules(drafts: Iterable[Draft]) -> list[Draft]:
    """Inside one rule the longest hit wins: of "legal action" and "take legal action" the second is told."""
    return _settle(
        drafts,
        order=lambda draft: (draft.generality, -draft.length, -draft.severity, draft.rank, draft.start),
        conflict=lambda one, other: one.rule.id == other.rule.id and _common(one, other) > 0,
    )


def settle_within_clauses(drafts: Iterable[Draft]) -> list[Draft]:
    """Of findings of one rule that were widened to the same clause, the gravest is told."""
    return _settle(
        drafts,
        order=lambda draft: (-draft.severity, -draft.length, draft.generality, draft.rank, draft.start),
        conflict=lambda one, other: (
            one.rule.id == other.rule.id
            and "words" not in (one.entry.mark, other.entry.mark)
            and _are_about_the_same(one, other)
        ),
    )


def settle_across_rules(drafts: Iterable[Draft]) -> list[Draft]:
    """The same words are told once: by a rule that names words before one that hears a tone, then by the more severe
    one. Findings that share less than half stay both.
    """
    return _settle(
        drafts,
        order=lambda draft: (
            draft.is_learned,
            -draft.severity,
            draft.generality,
            -draft.length,
            draft.rank,
            draft.start,
        ),
        conflict=_are_rivals,
    )


def with_what_is_beneath(drafts: Sequence[Draft], found: Iterable[Draft]) -> list[Draft]:
    """The drafts, each with the severity of what its rule found in more words than these, and tells for it alone."""
    wider: dict[int, list[Severity]] = {}
    for hidden in found:
        over = [draft for draft in drafts if _hides(draft, hidden)]
        if len(over) == 1 and _is_wider(hidden, over[0]):
            wider.setdefault(id(over[0]), []).append(min(hidden.severity, over[0].severity))
    return [replace(draft, beneath=max(wider[id(draft)])) if id(draft) in wider else draft for draft in drafts]


def _hides(draft: Draft, hidden: Draft) -> bool:
    same = draft.rule.id == hidden.rule.id and draft.block == hidden.block
    return same and draft.competes and hidden.competes and _common(draft, hidden) > 0


def _is_wider(hidden: Draft, draft: Draft) -> bool:
    return max(draft.start - hidden.start, hidden.end - draft.end) >= _A_FEW_WORDS


def _are_rivals(one: Draft, other: Draft) -> bool:
    """Whether only one of two findings is to be told; a rule that stands beside others lets both be."""
    if one.rule.beside or other.rule.beside:
        return False
    return _are_about_the_same(one, other)


def _are_about_the_same(one: Draft, other: Draft) -> bool:
    return _common(one, other) >= _MOST * min(one.length, other.length)


def _settle(
    drafts: Iterable[Draft], order: Callable[[Draft], Any], conflict: Callable[[Draft, Draft], bool]
) -> list[Draft]:
    kept: list[Draft] = []
    by_block: dict[int | None, list[Draft]] = {}
    for draft in sorted(drafts, key=order):
        rivals: Sequence[Draft] = by_block.setdefault(draft.block, []) if draft.competes else ()
        if any(conflict(draft, rival) for rival in rivals):
            continue
        kept.append(draft)
        if draft.competes:
            by_block[draft.block].append(draft)
    return kept


def _common(one: Draft, other: Draft) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
