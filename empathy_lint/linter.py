"""The way of a message, from a file to its report. `Linter.lint` is the place to begin reading.

path ─▶ reading ─▶ Message ─▶ language ─▶ Analysis ─▶ checking ─▶ findings ─▶ scoring ─▶ MessageReport
                                                                     └─▶ rewriting ─▶ rewrites, each linted in turn
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from empathy_lint.checking.check import Checked, Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.packs import Pack
from empathy_lint.checking.selection import Selection
from empathy_lint.errors import Problem
from empathy_lint.language.analyser import Analyser
from empathy_lint.language.analysis import Metrics
from empathy_lint.reading.message import Message
from empathy_lint.rewriting.offers import OfferSentences, sentences_of
from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.proof import Verdict, proven_rewrites
from empathy_lint.rewriting.writers import writers
from empathy_lint.scoring.report import MessageReport, Score, SuppressedFinding
from empathy_lint.scoring.score import Weighed, score, scored_findings
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
        self._writers = writers()

    def lint(self, message: Message, wishes: Wishes = Wishes()) -> Linted:
        """Analyse, check and score one message, and offer rewrites for what was found."""
        checked, metrics = self._check(message, wishes)
        checked = replace(checked, findings=self._with_rewrites(checked, metrics, wishes))
        return Linted(_report(message, checked, metrics), checked.problems)

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

    def _check(self, message: Message, wishes: Wishes) -> tuple[Checked, Metrics]:
        context = self.context(message, wishes)
        analysis = self._analyser.analyse(message, context.channel)
        return self._checker.check(analysis, context, wishes.selection), analysis.metrics

    def _with_rewrites(self, checked: Checked, metrics: Metrics, wishes: Wishes) -> tuple[Finding, ...]:
        """The findings, each with the rewrites that were proven for it."""
        if not wishes.rewrites:
            return tuple(replace(finding, rewrites=()) for finding in checked.findings)

        def judge(message: Message) -> Verdict:
            again, measured = self._check(message, wishes)
            return Verdict(again.findings, _score(again, measured).total)

        before = Verdict(checked.findings, _score(checked, metrics).total)
        ready = OfferSentences(sentences_of(self._pack.elements), wishes.offers)
        asked = (*self._writers, ready)
        return tuple(
            replace(
                finding,
                rewrites=proven_rewrites(finding, checked.view, asked, before, judge)
                or ready.gap(finding, checked.view),
            )
            for finding in checked.findings
        )


def _score(checked: Checked, metrics: Metrics) -> Score:
    weighed = [Weighed.of(finding) for finding in checked.findings]
    return score(weighed, _counts(checked), checked.needs, metrics.words)


def _counts(checked: Checked) -> dict[str, int]:
    return {element: len(offers) for element, offers in checked.presence.items()}


def _report(message: Message, checked: Checked, metrics: Metrics) -> MessageReport:
    """Score what was found and put everything together."""
    context, counts = checked.view.context, _counts(checked)
    return MessageReport(
        message=message,
        channel=context.channel,
        situation=context.situation,
        decided_by=context.decided_by,
        score=_score(checked, metrics),
        metrics=metrics,
        present=tuple(element for element in ELEMENTS if counts.get(element)),
        findings=scored_findings(checked.findings, counts, checked.needs, metrics.words),
        suppressed=tuple(SuppressedFinding(finding, suppression) for finding, suppression in checked.suppressed),
        unused_suppressions=checked.unused_suppressions,
    )
