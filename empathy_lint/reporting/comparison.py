"""A comparison as a table for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import on_one_line
from empathy_lint.reporting.excerpt import flagged_words
from empathy_lint.reporting.json_report import SCHEMA_VERSION
from empathy_lint.reporting.page import draw_indented
from empathy_lint.reporting.wording import name, taken_for
from empathy_lint.scoring.comparison import Comparison
from empathy_lint.scoring.report import MessageReport
from empathy_lint.words import Dimension, band, points

_ELEMENTS = {
    "acknowledge": "an acknowledgement", "options": "a choice", "flexibility": "some give in dates or amounts",
    "resources": "independent help", "dialogue": "a way to talk", "ask": "a clear ask",
    "action": "what was done", "personal": "the reader's name",
}  # fmt: skip


def draw_comparison(console: Console, row: Comparison) -> None:
    """The two scores dimension by dimension, then what went and what came."""
    console.print()
    for label, report in (("Before", row.before), ("After", row.after)):
        # A line of its own for each name: broken in the midst, it could be neither read nor copied.
        console.print(Text(f"{label:<8}", style="quiet").append(name(report), style="path"), soft_wrap=True)
    console.print(_table(row))
    if not row.reads_alike:
        what = f"the first is {taken_for(row.before)}, the second {taken_for(row.after)}"
        remedy = "With --channel and --situation both are read alike."
        console.print(Text(f"Read as different messages ({what}), so the scores do not compare. {remedy}"))
    _draw_findings(console, "Gone", row.before, row.gone, "ready")
    _draw_findings(console, "New", row.after, row.new, "critical")
    for label, elements in (("Now offers", row.elements_gained), ("No longer offers", row.elements_lost)):
        if elements:
            console.print(Text(f"{label}: ", style="bold").append(", ".join(_ELEMENTS[each] for each in elements)))
    console.print()


def draw_left_over(console: Console, side: str, names: Sequence[str]) -> None:
    """What stands only on one side."""
    if names:
        console.print(Text(f"Only in {on_one_line(side)}", style="bold"), soft_wrap=True)
    for each in names:
        console.print(Text(f"   {on_one_line(each)}"), soft_wrap=True)


def as_json(row: Comparison) -> dict[str, Any]:
    """The comparison as plain data; scores are rounded to one decimal place."""
    return {
        "before": _side(row.before),
        "after": _side(row.after),
        "dimensions": {each.value: _change(*row.dimension(each)) for each in Dimension},
        "score": _change(row.before.score.total, row.after.score.total),
        "findings": {"gone": [_finding(each) for each in row.gone], "new": [_finding(each) for each in row.new]},
        "elements": {"gained": list(row.elements_gained), "lost": list(row.elements_lost)},
    }


def all_as_json(pairs: Sequence[Comparison], only_before: Sequence[str], only_after: Sequence[str]) -> dict[str, Any]:
    """All pairs of two files or folders, and the messages of only one."""
    return {
        "schema_version": SCHEMA_VERSION,
        "comparisons": [as_json(pair) for pair in pairs],
        "only_before": list(only_before),
        "only_after": list(only_after),
    }


def _table(row: Comparison) -> Table:
    """The scores; without what has changed where they were measured differently."""
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for head in ("Before", "After", *(["Change"] if row.reads_alike else [])):
        table.add_column(head, justify="right")
    numbers: list[tuple[str, float | None, float | None]] = [("Score", row.before.score.total, row.after.score.total)]
    numbers += [(each.value.capitalize(), *row.dimension(each)) for each in Dimension]
    for label, before, after in numbers:
        change = [_difference(before, after)] if row.reads_alike else []
        table.add_row(label, _number(before), _number(after), *change, style="bold" if label == "Score" else None)
    return table


def _number(value: float | None) -> Text:
    if value is None:
        return Text("–", style="quiet")
    return Text(str(points(value)), style=band(value))


def _difference(before: float | None, after: float | None) -> Text:
    if before is None or after is None:
        return Text("")
    change = points(after) - points(before)
    if not change:
        return Text("=", style="quiet")
    return Text(f"{change:+d}".replace("-", "−"), style="ready" if change > 0 else "critical")


def _draw_findings(
    console: Console, label: str, report: MessageReport, findings: tuple[Finding, ...], style: str
) -> None:
    if not findings:
        return
    console.print(Text(label, style="bold"))
    for finding in findings:
        line = Text(f"{finding.title}: ", style=style)
        place = f" ({finding.place.start.name})" if finding.place else ""
        words = f"“{flagged_words(report.message, finding.place)}”" if finding.place else finding.message
        draw_indented(console, line.append(f"{words}{place}", style="default"), 3)


def _side(report: MessageReport) -> dict[str, Any]:
    return {
        "path": report.message.path,
        "key": report.message.key,
        "channel": report.channel,
        "situation": report.situation,
        "band": report.score.band,
    }


def _change(before: float | None, after: float | None) -> dict[str, float | None]:
    return {
        "before": None if before is None else round(before, 1),
        "after": None if after is None else round(after, 1),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "entry": finding.entry,
        "severity": finding.severity.label,
        "message": finding.message,
        "line": place.start.line if place else None,
        "text": place.text if place else None,
    }
