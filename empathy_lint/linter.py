"""The way of a message, from a file to its report. `Linter.lint` is the place to begin reading.

path ─▶ reading ─▶ Message ─▶ language ─▶ Analysis ─▶ checking ─▶ findings ─▶ scoring ─▶ MessageReport
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from empathy_lint.checking.check import Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.merging import Merged, merged, with_shared_ask
from empathy_lint.checking.packs import Pack
from empathy_lint.checking.sameness import keys_of
from empathy_lint.checking.selection import Selection
from empathy_lint.errors import Problem
from empathy_lint.language.analyser import Analyser
from empathy_lint.reading.message import Message, Variant
from empathy_lint.scoring.report import MessageReport, SuppressedFinding
from empathy_lint.scoring.variants import ScoredVariant, leading_conditions, scored_findings, scored_variant, worst_of
from empathy_lint.words import ELEMENTS


@dataclass(frozen=True)
class Wishes:
    """What flags and settings say about one message; None where they say nothing.

    `decided_by` names, for `channel` and `situation`, who said it: "flag" or "config".
    """

    channel: str | None = None
    situation: str | None = None
    decided_by: dict[str, str] | None = None
    selection: Selection = field(default_factory=Selection)


@dataclass(frozen=True)
class Linted:
    """The report on a message, and what is wrong with what its author asked of the linter."""

    report: MessageReport
    problems: tuple[Problem, ...] = ()


class Linter:
    """Lints messages by the rules of a pack. One linter serves a whole run; sentences seen before cost nothing."""

    def __init__(self, pack: Pack, analyser: Analyser) -> None:
        self._pack = pack
        self._analyser = analyser
        self._checker = Checker(pack)

    def lint(self, message: Message, wishes: Wishes = Wishes()) -> Linted:
        """Analyse, check and score one message: each variant by itself, the worst for all."""
        context = self.context(message, wishes)
        variants = message.variants or (Variant((), tuple(range(len(message.blocks)))),)
        # Branches that no variant has, of a template with too many, are linted but not scored.
        blocks = [*(variant.blocks for variant in variants), *([message.unread] if message.unread else [])]
        analyses = [self._analyser.analyse(message.only(numbers), context.channel) for numbers in blocks]
        parts = with_shared_ask([self._checker.check(analysis, context, wishes.selection) for analysis in analyses])
        keys = keys_of(parts, [analysis.message for analysis in analyses])
        scored = [
            scored_variant(part, own, analysis.metrics, variant.when)
            for part, own, analysis, variant in zip(parts, keys, analyses, variants, strict=False)
        ]
        worst = worst_of(scored)
        told = merged(message, parts, keys, blocks, worst)
        return Linted(_report(message, context, scored, worst, told), parts[worst].problems)

    def lint_all(self, messages: Iterable[tuple[Message, Wishes]]) -> list[Linted]:
        """Lint several messages; what they need parsed is parsed together."""
        rows = list(messages)
        self._analyser.prepare(
            self._analyser.analyse(message, self.context(message, wishes).channel) for message, wishes in rows
        )
        return [self.lint(message, wishes) for message, wishes in rows]

    def context(self, message: Message, wishes: Wishes) -> Context:
        """Channel and situation: as wished, as the message declares, or inferred."""
        return self._pack.inference.context(message, wishes.channel, wishes.situation, wishes.decided_by or {})


def _report(
    message: Message, context: Context, variants: Sequence[ScoredVariant], worst: int, told: Merged
) -> MessageReport:
    """Put everything together: measures, score and what is present are those of the worst variant."""
    shown = variants[worst]
    return MessageReport(
        message=message,
        channel=context.channel,
        situation=context.situation,
        decided_by=context.decided_by,
        score=shown.score,
        metrics=replace(shown.metrics, variants=len(variants)),
        present=tuple(element for element in ELEMENTS if shown.counts.get(element)),
        findings=scored_findings(told.findings, variants),
        suppressed=tuple(SuppressedFinding(finding, suppression) for finding, suppression in told.suppressed),
        unused_suppressions=told.unused_suppressions,
        when=leading_conditions(variants, worst),
    )
