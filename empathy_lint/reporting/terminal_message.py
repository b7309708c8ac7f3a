"""One message on the terminal: its findings in the order of the letter, then its score block."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from empathy_lint.checking.finding import Rewrite
from empathy_lint.reporting.excerpt import excerpt, printable
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, ScoredFinding
from empathy_lint.words import Dimension, Severity

_INDENT: Final = 3
_BAR: Final = 20  # characters of a full bar
_MOST_REWRITES: Final = 2
_BANDS: Final = {
    "ready": "ready to send",
    "small-edits": "small edits",
    "rewrite": "needs a rewrite",
    "hold": "hold it back",
}


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


def _name(report: MessageReport) -> str:
    key = report.message.key
    return f"{report.message.path} › {key}" if key else report.message.path


def _one_line(report: MessageReport) -> Text:
    line = Text("✓ ", style="ready").append(_name(report), style="path")
    notes = len(report.findings)
    line.append(f"  {report.score.total:.0f}", style=report.score.band)
    line.append(f"  {_BANDS[report.score.band]}", style="quiet")
    if notes:
        line.append(f" · {_count(notes, 'note')}", style="quiet")
    return line


def _draw_title(console: Console, report: MessageReport) -> None:
    console.print()
    console.print(Text(_name(report), style="path"))
    context = Text(style="quiet")
    context.append(f"Read as {_a(report.channel)}")
    if report.situation != "general":
        context.append(f" about: {report.situation.replace('-', ' ')}")
    how = {report.decided_by.get("channel"), report.decided_by.get("situation")}
    if "inferred" in how:
        context.append(" (a guess from its text)")
    console.print(context)
    console.print(Rule(style="quiet"))


def _draw_finding(console: Console, report: MessageReport, scored: ScoredFinding, view: View, *, explain: bool) -> None:
    finding = scored.finding
    head = Text()
    head.append(f"Line {finding.place.start.line}" if finding.place else "Whole message", style="bold")
    head.append(f"  {finding.title}", style=finding.severity.label)
    head.append(f" · {finding.severity.label}", style="quiet")
    if view.verbose:
        head.append(f" · {finding.rule}/{finding.entry} · rests on {_basis(scored)}", style="quiet")
    console.print(head)
    body = [_sentence(console, report, scored)]
    if finding.place is None:
        body.append(Text(finding.message))
    if explain:
        body += [Text(finding.why, style="quiet"), Text(f"→ {finding.advice}")]
    body += [_suggestion(rewrite) for rewrite in finding.rewrites[:_MOST_REWRITES]]
    for part in body:
        if part:
            console.print(Padding(part, (0, 0, 0, _INDENT)))
    console.print()


def _basis(scored: ScoredFinding) -> str:
    kind = {
        "words": "a word list",
        "grammar": "the grammar of the sentence",
        "measure": "a measure",
        "message": "the message as a whole",
        "learned": "a learned model",
    }[scored.finding.evidence]
    sure = scored.finding.confidence
    return f"{kind}, {sure:.0%} sure" if sure < 1 else kind


def _sentence(console: Console, report: MessageReport, scored: ScoredFinding) -> Text | None:
    words = excerpt(report.message, scored.finding)
    if words is None:
        return None
    # Without colour the flagged words still have to stand out.
    star = "" if console.is_terminal and not console.no_color else "**"
    text = Text("“").append(words.before)
    text.append(f"{star}{words.marked}{star}", style=f"{scored.finding.severity.label} underline")
    return text.append(words.after).append("”")


def _suggestion(rewrite: Rewrite) -> Text:
    if not rewrite.text:
        return Text("Try: leave these words out", style="suggestion")
    lead = "Add: " if rewrite.replaces == "nothing" else "Try: "
    return Text(lead).append(f"“{printable(rewrite.text)}”", style="suggestion")


def _draw_rest(console: Console, report: MessageReport, notes: int) -> None:
    parts = []
    if notes:
        parts.append(f"{_count(notes, 'smaller note')} not shown (--verbose shows them)")
    if report.suppressed:
        parts.append(f"{_count(len(report.suppressed), 'finding')} silenced in the file")
    if parts:
        console.print(Text(" · ".join(parts), style="quiet"))
    for unused in report.unused_suppressions:
        line = report.message.source.position(unused.directive_start).line
        rules = ", ".join(sorted(unused.rules)) or "all rules"
        console.print(Text(f"Line {line}: this comment silences {rules}, and nothing is left to silence. Remove it."))


def _draw_score(console: Console, report: MessageReport, view: View) -> None:
    score = report.score
    line = Text("Score ", style="bold").append(f"{score.total:.0f}", style=score.band)
    line.append(" of 100").append(f" · {_BANDS[score.band]}", style=score.band)
    console.print(line)
    for dimension in Dimension:
        console.print(_bar(dimension, score.dimensions.get(dimension)))
    best = max(report.findings, key=lambda row: row.score_if_fixed, default=None)
    if best is not None and best.score_if_fixed >= score.total + 0.5:
        console.print(_next_edit(report, best))
    if view.explain_score:
        console.print(Text("How the score came about", style="bold"))
        for step in score.arithmetic:
            console.print(Padding(Text(step), (0, 0, 0, _INDENT)))
    console.print()


def _bar(dimension: Dimension, value: float | None) -> Text:
    line = Text(f"   {dimension.value.capitalize():<9}")
    if value is None:
        return line.append("nothing is owed here in this situation", style="quiet")
    filled = round(value / 100 * _BAR)
    band = "ready" if value >= 85 else "small-edits" if value >= 70 else "rewrite" if value >= 50 else "hold"
    line.append("█" * filled, style=band).append("░" * (_BAR - filled), style="quiet")
    return line.append(f" {value:>3.0f}")


def _next_edit(report: MessageReport, best: ScoredFinding) -> Text:
    place = best.finding.place
    what = f"line {place.start.line}, “{_clipped(place.text)}”" if place else _lower_first(best.finding.title)
    text = Text("Best next edit: ", style="bold").append(what)
    return text.append(f"  {report.score.total:.0f} → {best.score_if_fixed:.0f}", style="suggestion")


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _a(channel: str) -> str:
    return {
        "email": "an email",
        "sms": "a text message",
        "push": "a push message",
        "chat": "a chat reply",
    }.get(channel, f"a {channel}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
