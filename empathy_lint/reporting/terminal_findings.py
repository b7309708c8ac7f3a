"""The findings of one message on the terminal: each sentence once, with everything that is to be said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.reporting import wording
from empathy_lint.reporting.excerpt import Piece, excerpt, flagged_words, printable, starred
from empathy_lint.reporting.page import Page
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport

_INDENT: Final = 3


class FindingsDrawer:
    """Draws findings. Why a rule matters is told once a run, its advice once a message: nobody reads them twice."""

    def __init__(self, page: Page, view: View) -> None:
        self._page = page
        self._view = view
        self._explained: set[str] = set()
        self._advised: set[str] = set()
        self._guided: set[str] = set()
        self._offered: set[str] = set()  # new wordings of the sentence that is being drawn

    def draw(self, report: MessageReport, findings: Sequence[Finding]) -> None:
        """Draw the findings of a message: those with a place by sentence, then those about the whole message."""
        self._advised = set()
        self._guided = set()
        for group in _by_sentence(finding for finding in findings if finding.place):
            self._draw_sentence(report, group)
        self._draw_whole([finding for finding in findings if not finding.place])

    def _draw_sentence(self, report: MessageReport, findings: Sequence[Finding]) -> None:
        self._offered = set()
        first = findings[0].place
        head = Text(wording.begun(first.start.name) if first else "", style="bold")
        if len(findings) == 1:
            head.append("  ").append(self._label(findings[0]))
        self._page.line(head)
        self._page.line(self._quoted(excerpt(report.message, findings)), _INDENT)
        for finding in findings:
            indent = _INDENT
            if len(findings) > 1:
                words = f"“{flagged_words(report.message, finding.place)}”" if finding.place else ""
                self._page.line(self._label(finding).append(f"  {words}", style="not bold"), _INDENT)
                indent = 2 * _INDENT
            self._draw_help(finding, indent)
        self._page.line()

    def _draw_whole(self, findings: Sequence[Finding]) -> None:
        if not findings:
            return
        self._page.line(Text("The whole message", style="bold"))
        for finding in findings:
            self._page.line(self._label(finding), _INDENT)
            self._page.line(Text(finding.message), 2 * _INDENT)
            self._draw_help(finding, 2 * _INDENT)
        self._page.line()

    def _draw_help(self, finding: Finding, indent: int) -> None:
        if finding.rule not in self._explained:
            self._page.line(Text(finding.why, style="quiet"), indent)
        self._explained.add(finding.rule)
        # A line on what would help here says more than the advice for all such findings, and often the same.
        if finding.rule not in self._advised and not finding.guidance:
            self._page.line(Text(f"→ {finding.advice}"), indent)
        self._advised.add(finding.rule)
        for rewrite in finding.rewrites[: wording.MOST_REWRITES]:
            if rewrite.replaces != "sentence" or rewrite.text not in self._offered:
                self._page.line(_suggestion(rewrite), indent)
            self._offered |= {rewrite.text} if rewrite.replaces == "sentence" else set()
        if finding.guidance and finding.guidance not in self._guided:
            line = Text(f"{wording.GUIDED}: ").append(printable(finding.guidance), style="suggestion")
            self._page.line(line, indent)
            self._guided.add(finding.guidance)

    def _label(self, finding: Finding) -> Text:
        label = Text(finding.title, style=finding.severity.label)
        label.append(f" · {finding.severity.label}", style="quiet")
        if self._view.verbose:
            label.append(f" · {finding.rule}/{finding.entry} · found by {wording.basis(finding)}", style="quiet")
        return label

    def _quoted(self, pieces: Iterable[Piece]) -> Text:
        if not self._page.marks_by_colour:
            # Without colour the flagged words still have to stand out.
            return Text(f"“{starred(pieces)}”")
        text = Text("“")
        for piece in pieces:
            text.append(piece.text, style=f"{piece.severity.label} underline" if piece.severity else "")
        return text.append("”")


def _by_sentence(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of the same sentence together, in the order of the letter."""
    for _, group in groupby(findings, _sentence_of):
        yield list(group)


def _sentence_of(finding: Finding) -> tuple[object, ...]:
    sentence = finding.sentence
    return (sentence.block, sentence.start) if sentence else (finding.fingerprint,)


def _suggestion(rewrite: Rewrite) -> Text:
    return Text(f"{wording.lead(rewrite)}: ").append(printable(wording.suggested(rewrite)), style="suggestion")
