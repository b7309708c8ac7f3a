"""The way of a message, from a file to its report. `Linter.lint` is the place to begin reading.

path ─▶ reading ─▶ Message ─▶ language ─▶ Analysis ─▶ checking ─▶ findings ─▶ scoring ─▶ MessageReport
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from empathy_lint.checking.check import Checked, Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.merging import Merged, merged, with_shared_ask
from empathy_lint.checking.packs import Pack
from empathy_lint.checking.sameness import keys_of
from empathy_lint.checking.selection import Selection
from empathy_lint.errors import Problem
from empathy_lint.language.analyser import Analyser
from empathy_lint.reading.message import Message, Variant
from empathy_lint.rewriting.guidance import guidance
from empathy_lint.rewriting.offers import OfferSentences, sentences_of
from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.proof import Verdict, proven
from empathy_lint.rewriting.writers import writers
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
    offers: Offers = field(default_factory=Offers)
    rewrites: bool = True  # whether findings get rewrites, each of which costs another round of linting


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
        """Analyse, check and score one message, and offer rewrites for what was found."""
        return self.lint_all([(message, wishes)])[0]

    def lint_all(self, messages: Iterable[tuple[Message, Wishes]]) -> list[Linted]:
        """Lint several messages; what they need parsed is parsed together."""
        rows = [(message, self.context(message, wishes), wishes) for message, wishes in messages]
        self._analyser.prepare(self._analyser.analyse(message, context.channel) for message, context, _ in rows)
        judged = [self._judged(*row) for row in rows]
        self._analyser.grow(
            finding.sentence.text
            for (_, _, wishes), each in zip(rows, judged, strict=True)
            for _, finding in each.told.findings
            if wishes.rewrites and finding.sentence is not None and finding.place is not None
        )
        return [self._linted(*row, each) for row, each in zip(rows, judged, strict=True)]

    def _linted(self, message: Message, context: Context, wishes: Wishes, judged: _Judged) -> Linted:
        judged = replace(judged, told=self._with_rewrites(message, context, judged, wishes))
        return Linted(_report(message, context, judged), judged.parts[judged.worst].problems)

    def context(self, message: Message, wishes: Wishes) -> Context:
        """Channel and situation: as wished, as the message declares, or inferred."""
        return self._pack.inference.context(message, wishes.channel, wishes.situation, wishes.decided_by or {})

    def _judged(self, message: Message, context: Context, wishes: Wishes) -> _Judged:
        """Check and score each variant by itself; the worst stands for all."""
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
        return _Judged(tuple(parts), tuple(scored), worst, merged(message, parts, keys, blocks, worst))

    def _with_rewrites(self, message: Message, context: Context, judged: _Judged, wishes: Wishes) -> Merged:
        """What is told, each finding with the rewrites that were proven for it."""
        told = judged.told
        if not wishes.rewrites:
            return replace(told, findings=tuple((key, replace(row, rewrites=())) for key, row in told.findings))

        def judge(version: Message) -> Verdict:
            return self._judged(version, context, wishes).verdict

        # Writers see all branches at once, numbered as the findings are.
        view = judged.parts[0].view
        if message.variants:
            view = self._checker.check(self._analyser.analyse(message, context.channel), context, wishes.selection).view
        ready = OfferSentences(sentences_of(self._pack.elements), wishes.offers)
        asked = writers(self._pack.rules, wishes.selection, ready)
        rows = []
        for key, row in told.findings:
            holds = proven(row, view, asked, judged.verdict, judge)
            line = "" if holds.rewrites else guidance(row, view, holds.with_gaps, ready)
            rows.append((key, replace(row, rewrites=holds.rewrites, guidance=line)))
        return replace(told, findings=tuple(rows))


@dataclass(frozen=True)
class _Judged:
    """What checking says about each variant of a message, the scores, which is the worst, and what is told of all."""

    parts: tuple[Checked, ...]
    variants: tuple[ScoredVariant, ...]
    worst: int
    told: Merged

    @property
    def verdict(self) -> Verdict:
        findings = tuple(row for _, row in self.told.findings)
        return Verdict(findings, self.variants[self.worst].score.total, self.outdone)

    @property
    def outdone(self) -> tuple[tuple[str, str], ...]:
        """Rule and entry of what stood behind another finding in any variant."""
        return tuple(row for part in self.parts for row in part.outdone)


def _report(message: Message, context: Context, judged: _Judged) -> MessageReport:
    """Put everything together: measures, score and what is present are those of the worst variant."""
    variants, told = judged.variants, judged.told
    shown = variants[judged.worst]
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
        when=leading_conditions(variants, judged.worst),
        outdone=judged.outdone,
    )
