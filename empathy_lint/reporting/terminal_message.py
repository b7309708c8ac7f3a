"""One message on the terminal: its findings in the order of the letter, then its score block."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from empathy_lint.reporting import wording
from empathy_lint.reporting.excerpt import excerpt
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, ScoredFinding
from empathy_lint.words import Dimension, Severity

_INDENT: Final = 3
_BAR: Final = 20  # characters of a full bar


def draw(console: Console, report: MessageReport, view: View) -> None:
    """Draw a message with findings in full, one without in a line."""
    shown = _shown(report, view)
    if not shown and not view.explain_score:
        if not view.quiet:
            console.print(_one_line(report))
        return
    _draw_title(console, report)
    explained: set[str] = set()
    for scored in shown:
        _draw_finding(console, report, scored, view, explain=scored.finding.rule not in explained)
        explained.add(scored.finding.rule)
    _draw_rest(console, report, len(report.findings) - len(shown))
    if not view.quiet:
        _draw_score(console, report, view)


def _shown(report: MessageReport, view: View) -> list[ScoredFinding]:
    """Placed findings first, then those about the whole message; notes of severity info only when verbose."""
    rows = [row for row in report.findings if view.verbose or row.finding.severity > Severity.INFO]
    return sorted(rows, key=lambda row: row.finding.place is None)


def _one_line(report: MessageReport) -> Text:
    line = Text("✓ ", style="ready").append(wording.name(report), style="path")
    notes = len(report.findings)
    line.append(f"  {report.score.total:.0f}", style=report.score.band)
    line.append(f"  {wording.BANDS[report.score.band]}", style="quiet")
    if notes:
        line.append(f" · {wording.count(notes, 'note')}", style="quiet")
    return line


def _draw_title(console: Console, report: MessageReport) -> None:
    console.print()
    console.print(Text(wording.name(report), style="path"))
    console.print(Text(wording.read_as(report), style="quiet"))
    console.print(Rule(style="quiet"))


def _draw_finding(console: Console, report: MessageReport, scored: ScoredFinding, view: View, *, explain: bool) -> None:
    finding = scored.finding
    head = Text()
    head.append(wording.where(scored), style="bold")
    head.append(f"  {finding.title}", style=finding.severity.label)
    head.append(f" · {finding.severity.label}", style="quiet")
    if view.verbose:
        head.append(f" · {finding.rule}/{finding.entry} · rests on {wording.basis(scored)}", style="quiet")
    console.print(head)
    body = [_sentence(console, report, scored)]
    if finding.place is None:
        body.append(Text(finding.message))
    if explain:
        body += [Text(finding.why, style="quiet"), Text(f"→ {finding.advice}")]
    body += [_suggestion(rewrite.text) for rewrite in finding.rewrites[: wording.MOST_REWRITES]]
    for part in body:
        if part:
            console.print(Padding(part, (0, 0, 0, _INDENT)))
    console.print()


def _sentence(console: Console, report: MessageReport, scored: ScoredFinding) -> Text | None:
    words = excerpt(report.message, scored.finding)
    if words is None:
        return None
    # Without colour the flagged words still have to stand out.
    star = "" if console.is_terminal and not console.no_color else "**"
    text = Text("“").append(words.before)
    text.append(f"{star}{words.marked}{star}", style=f"{scored.finding.severity.label} underline")
    return text.append(words.after).append("”")


def _suggestion(words: str) -> Text:
    if not words:
        return Text("Try: leave these words out", style="suggestion")
    return Text("Try: ").append(f"“{words}”", style="suggestion")


def _draw_rest(console: Console, report: MessageReport, notes: int) -> None:
    parts = []
    if notes:
        parts.append(f"{wording.count(notes, 'smaller note')} not shown (--verbose shows them)")
    if report.suppressed:
        parts.append(f"{wording.count(len(report.suppressed), 'finding')} silenced in the file")
    if parts:
        console.print(Text(" · ".join(parts), style="quiet"))
    for unused in report.unused_suppressions:
        console.print(Text(wording.unused_silence(report, unused)))


def _draw_score(console: Console, report: MessageReport, view: View) -> None:
    score = report.score
    line = Text("Score ", style="bold").append(f"{score.total:.0f}", style=score.band)
    line.append(" of 100").append(f" · {wording.BANDS[score.band]}", style=score.band)
    console.print(line)
    for dimension in Dimension:
        console.print(_bar(dimension, score.dimensions.get(dimension)))
    best = wording.best_edit(report)
    if best is not None:
        console.print(_next_edit(report, best))
    if view.explain_score:
        console.print(Text("How the score came about", style="bold"))
        for step in score.arithmetic:
            console.print(Padding(Text(step), (0, 0, 0, _INDENT)))
    console.print()


def _bar(dimension: Dimension, value: float | None) -> Text:
    line = Text(f"   {dimension.value.capitalize():<9}")
    if value is None:
        return line.append(wording.NOTHING_OWED, style="quiet")
    filled = round(value / 100 * _BAR)
    band = "ready" if value >= 85 else "small-edits" if value >= 70 else "rewrite" if value >= 50 else "hold"
    line.append("█" * filled, style=band).append("░" * (_BAR - filled), style="quiet")
    return line.append(f" {value:>3.0f}")


def _next_edit(report: MessageReport, best: ScoredFinding) -> Text:
    text = Text("Best next edit: ", style="bold").append(wording.edit_at(best))
    return text.append(f"  {report.score.total:.0f} → {best.score_if_fixed:.0f}", style="suggestion")
