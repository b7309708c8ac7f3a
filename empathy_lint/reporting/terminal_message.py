"""One message on the terminal: its findings in the order of the letter, then its score block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from empathy_lint.errors import on_one_line
from empathy_lint.reporting import wording
from empathy_lint.reporting.page import Page
from empathy_lint.reporting.sent_when import of_the_variants, sent_when
from empathy_lint.reporting.terminal_findings import FindingsDrawer
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, ScoredFinding
from empathy_lint.words import Dimension, Severity, band, points

_INDENT: Final = 3
_BAR: Final = 20  # characters of a full bar


def draw(page: Page, report: MessageReport, view: View, findings: FindingsDrawer) -> None:
    """Draw a message with findings in full, one without in a line."""
    shown = _shown(report, view)
    if not shown and not view.explain_score:
        if not view.quiet and (report.changed or view.verbose):
            page.whole(_one_line(report))
        return
    _draw_title(page, report)
    _draw_variant(page, report, view)
    page.across()
    findings.draw(report, [scored.finding for scored in shown])
    _draw_rest(page, report, len(report.findings) - len(shown))
    if not view.quiet or view.explain_score:  # who asks for the sum wants to see it
        _draw_score(page, report, view)


def is_fine(report: MessageReport, view: View) -> bool:
    """Whether all there is to say of a message is that it passes."""
    return report.passed and not view.verbose and not view.explain_score and not _shown(report, view)


def draw_fine(page: Page, reports: Sequence[MessageReport], view: View) -> None:
    """Draw a line for the messages of one file of which there is nothing to say."""
    changed = [row for row in reports if row.changed]
    if view.quiet or not changed:
        return
    scores = sorted(points(row.score.total) for row in changed)
    span = f"all at {scores[0]}" if scores[0] == scores[-1] else f"from {scores[0]} to {scores[-1]}"
    line = Text("✓ ", style="ready").append(on_one_line(changed[0].message.path), style="path")
    line.append(f"  {wording.count(len(changed), 'message')} with nothing to mend", style="ready")
    line.append(f" · {span} (--verbose shows each)", style="quiet")
    page.whole(line)


def _shown(report: MessageReport, view: View) -> list[ScoredFinding]:
    """The findings; notes of severity info only when verbose."""
    return [row for row in report.findings if view.verbose or row.finding.severity > Severity.INFO]


def _one_line(report: MessageReport) -> Text:
    line = Text("✓ ", style="ready") if report.passed else Text("✗ ", style="hold")
    line.append(wording.name(report), style="path")
    notes = len(report.findings)
    line.append(f"  {_before(report)}{points(report.score.total)}", style=report.score.band)
    line.append(f"  {wording.BANDS[report.score.band]}", style="quiet")
    if notes:
        line.append(f" · {wording.count(notes, 'note')}", style="quiet")
    if report.accepted:
        line.append(f" · {len(report.accepted)} known before", style="quiet")
    return line


def _before(report: MessageReport) -> str:
    """The score that the message had, where it has another one now: “72 → ”."""
    if report.score_before is None or points(report.score_before) == points(report.score.total):
        return ""
    return f"{points(report.score_before)} → "


def _draw_title(page: Page, report: MessageReport) -> None:
    page.line()
    # A path that is broken over lines can be neither copied nor clicked.
    page.whole(Text(wording.name(report), style="path"))
    page.line(Text(wording.read_as(report), style="quiet"))


def _draw_variant(page: Page, report: MessageReport, view: View) -> None:
    if line := sent_when(report):
        page.line(Text(line, style="quiet"))
    for note in of_the_variants(report) if view.verbose else ():
        page.line(Text(note, style="quiet"))


def _draw_rest(page: Page, report: MessageReport, notes: int) -> None:
    parts = []
    if notes:
        parts.append(f"{wording.count(notes, 'smaller note')} not shown (--verbose shows them)")
    if report.suppressed:
        parts.append(f"{wording.count(len(report.suppressed), 'finding')} {wording.silenced(report.suppressed)}")
    if report.accepted:
        parts.append(f"{wording.count(len(report.accepted), 'finding')} known before, not shown")
    if parts:
        page.line(Text(" · ".join(parts), style="quiet"))
    for unused in report.unused_suppressions:
        page.line(Text(wording.unused_silence(report, unused)))


def _draw_score(page: Page, report: MessageReport, view: View) -> None:
    score = report.score
    line = Text("Score ", style="bold").append(f"{_before(report)}{points(score.total)}", style=score.band)
    line.append(" of 100").append(f" · {wording.BANDS[score.band]}", style=score.band)
    page.line(line)
    if held := wording.held(report):
        page.line(Text(held), _INDENT)
    for dimension in Dimension:
        page.line(_bar(dimension, score.dimensions.get(dimension)))
    best = wording.best_edit(report)
    if best is not None:
        page.line(_next_edit(report, best))
    if view.explain_score:
        page.line(Text("How the score came about", style="bold"))
        for step in score.arithmetic:
            page.line(Text(step), _INDENT)
    page.line()


def _bar(dimension: Dimension, value: float | None) -> Text:
    line = Text(f"   {dimension.value.capitalize():<9}")
    if value is None:
        return line.append(wording.NOTHING_OWED, style="quiet")
    filled = round(value / 100 * _BAR)
    line.append("█" * filled, style=band(round(value, 1))).append("░" * (_BAR - filled), style="quiet")
    return line.append(f" {points(value):>3}")


def _next_edit(report: MessageReport, best: ScoredFinding) -> Text:
    text = Text("Best next edit: ", style="bold").append(wording.edit_at(report, best))
    return text.append(f"  {points(report.score.total)} → {points(best.score_if_fixed)}", style="suggestion")
