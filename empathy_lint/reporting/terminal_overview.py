"""The end of a terminal report: messages by score, rules by count, whether the gate was passed, one hint."""

from __future__ import annotations

from collections import Counter
from typing import Final

from rich.table import Table
from rich.text import Text

from empathy_lint.errors import on_one_line
from empathy_lint.reporting import wording
from empathy_lint.reporting.page import Page
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import RunReport
from empathy_lint.words import Severity, points

_LOOKED_FOR: Final = (
    "In folders, files are read that end as messages mostly do: .txt, .md, .html, .eml, .docx, .po and others. Name a"
    " file itself, and it is read whatever its ending."
)
_MOST_MESSAGES: Final = 15
_MOST_RULES: Final = 8


def draw(page: Page, report: RunReport, view: View) -> None:
    """Draw the overview; a run over one message gets only the verdict and the hint."""
    if not report.messages:
        page.line(Text("No message was read."))
        if not report.errors and not view.quiet:
            page.line(Text(_LOOKED_FOR, style="quiet"))
        return
    if len(report.messages) > 1 and not view.quiet:
        page.line()
        page.across()
        _draw_messages(page, report)
        _draw_rules(page, report)
    page.line(_verdict(report))
    for silence in report.idle:
        page.line(Text(wording.idle_silence(silence)))
    for line in _about_known(report, view):
        page.line(Text(line, style="quiet"))
    hint = _hint(report, view)
    if hint and not view.quiet:
        page.line(Text(hint, style="quiet"))


def _draw_messages(page: Page, report: RunReport) -> None:
    worst = sorted((message for message in report.messages if message.changed), key=lambda row: row.score.total)
    if not worst:
        return
    compared = any(message.score_before is not None for message in worst)
    table = Table(box=None, pad_edge=False, title="Messages, lowest score first", title_justify="left")
    table.title_style = "bold"
    table.add_column("Score", justify="right")
    if compared:
        table.add_column("Before", justify="right")
    table.add_column("Findings", justify="right")
    table.add_column("Message", overflow="fold")
    for message in worst[:_MOST_MESSAGES]:
        score = Text(str(points(message.score.total)), style=message.score.band)
        before = [] if not compared else ["new" if (was := message.score_before) is None else str(points(was))]
        table.add_row(score, *before, str(len(message.findings)), Text(wording.name(message)))
    page.drawn(table)
    if len(worst) > _MOST_MESSAGES:
        rest = worst[_MOST_MESSAGES:]
        low, high = rest[0].score.total, rest[-1].score.total
        page.line(Text(f"… and {len(rest)} more, from {points(low)} to {points(high)}", style="quiet"))
    page.line()


def _draw_rules(page: Page, report: RunReport) -> None:
    tally = wording.tally(report.messages)
    if not tally:
        return
    table = Table(box=None, pad_edge=False, title="What was found most", title_justify="left")
    table.title_style = "bold"
    table.add_column("Times", justify="right")
    table.add_column("In messages", justify="right")
    table.add_column("What", overflow="fold")
    for row in tally[:_MOST_RULES]:
        table.add_row(str(row.times), str(row.messages), Text(row.title).append(f"  {row.rule}", style="quiet"))
    page.drawn(table)
    if len(tally) > _MOST_RULES:
        page.line(Text(f"… and {len(tally) - _MOST_RULES} more rules", style="quiet"))
    page.line()


def _verdict(report: RunReport) -> Text:
    text = Text(f"{wording.counted(report)} ", style="bold")
    return text.append(wording.verdict(report), style="ready" if report.passed else "hold")


def _about_known(report: RunReport, view: View) -> list[str]:
    """What was set aside because it was there before, and what a baseline holds for nothing."""
    known = [row.known_by for message in report.messages for row in message.accepted]
    baseline, unchanged = known.count("baseline"), known.count("unchanged")
    gone = sum(row.count for row in report.gone)
    lines = []
    if baseline:
        lines.append(f"{wording.count(baseline, 'more finding')} {_is(baseline)} accepted in the baseline.")
    if unchanged:
        lines.append(f"{wording.count(unchanged, 'more finding')} {_is(unchanged)} on lines that have not changed.")
    if gone:
        lines.append(
            f"{wording.count(gone, 'accepted finding')} {_is(gone)} gone: run “empathy-lint baseline” to drop them."
        )
    if view.verbose:
        rows = (f"{row.path}: {row.rule}/{row.entry}{_times(row.count)}" for row in report.gone)
        lines += [f"   gone from {on_one_line(row)}" for row in rows]
    return lines


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _hint(report: RunReport, view: View) -> str:
    """Where to read more about the gravest thing that was shown; of equals, about the one that was found most."""
    shown = [
        row.finding
        for message in report.messages
        for row in message.findings
        if view.verbose or row.finding.severity > Severity.INFO
    ]
    if not shown:
        return ""
    times = Counter(finding.rule for finding in shown)
    worst = max(shown, key=lambda finding: (finding.severity, times[finding.rule]))
    return f"What it means and what to write instead: empathy-lint rules show {worst.rule}"
