"""The end of a terminal report: messages by score, rules by count, whether the gate was passed, one hint."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from empathy_lint.reporting import wording
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import RunReport

_MOST_MESSAGES: Final = 15
_MOST_RULES: Final = 8


def draw(console: Console, report: RunReport, view: View) -> None:
    """Draw the overview; a run over one message gets only the verdict and the hint."""
    if not report.messages:
        console.print(Text("No message was read."))
        return
    if len(report.messages) > 1 and not view.quiet:
        console.print()
        console.print(Rule(style="quiet"))
        _draw_messages(console, report)
        _draw_rules(console, report)
    console.print(_verdict(report))
    hint = _hint(report)
    if hint and not view.quiet:
        console.print(Text(hint, style="quiet"))


def _draw_messages(console: Console, report: RunReport) -> None:
    worst = sorted(report.messages, key=lambda message: message.score.total)
    table = Table(box=None, pad_edge=False, title="Messages, lowest score first", title_justify="left")
    table.title_style = "bold"
    table.add_column("Score", justify="right")
    table.add_column("Findings", justify="right")
    table.add_column("Message", overflow="fold")
    for message in worst[:_MOST_MESSAGES]:
        score = Text(f"{message.score.total:.0f}", style=message.score.band)
        table.add_row(score, str(len(message.findings)), Text(wording.name(message)))
    console.print(table)
    if len(worst) > _MOST_MESSAGES:
        rest = worst[_MOST_MESSAGES:]
        low, high = rest[0].score.total, rest[-1].score.total
        console.print(Text(f"… and {len(rest)} more, from {low:.0f} to {high:.0f}", style="quiet"))
    console.print()


def _draw_rules(console: Console, report: RunReport) -> None:
    tally = wording.tally(report.messages)
    if not tally:
        return
    table = Table(box=None, pad_edge=False, title="What was found most", title_justify="left")
    table.title_style = "bold"
    table.add_column("Times", justify="right")
    table.add_column("In messages", justify="right")
    table.add_column("Rule")
    for row in tally[:_MOST_RULES]:
        table.add_row(str(row.times), str(row.messages), row.rule)
    console.print(table)
    if len(tally) > _MOST_RULES:
        console.print(Text(f"… and {len(tally) - _MOST_RULES} more rules", style="quiet"))
    console.print()


def _verdict(report: RunReport) -> Text:
    text = Text(f"{wording.counted(report)} ", style="bold")
    return text.append(wording.verdict(report), style="ready" if report.passed else "hold")


def _hint(report: RunReport) -> str:
    tally = wording.tally(report.messages)
    if not tally:
        return ""
    return f"What it means and what to write instead: empathy-lint rules show {tally[0].rule}"
