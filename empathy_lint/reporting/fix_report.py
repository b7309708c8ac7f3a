"""What `fix` tells: the diff of each file, the score before and after, and what is left for a person."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from empathy_lint.errors import on_one_line
from empathy_lint.fixing.fixes import Fixed, Version
from empathy_lint.fixing.walk import Question
from empathy_lint.reading.office.spots import LINE_BREAK
from empathy_lint.reporting import wording
from empathy_lint.reporting.diff import draw_diff
from empathy_lint.reporting.excerpt import excerpt, printable, starred
from empathy_lint.reporting.page import draw_indented
from empathy_lint.words import points


def texts_of(fixed: Fixed) -> tuple[str, str]:
    """The text of the file before and after."""
    return _text(fixed.before), _text(fixed.after)


def draw_fixed(console: Console, fixed: Fixed) -> None:
    """One file: what changes, and what that does to its score."""
    draw_diff(console, fixed.path, *texts_of(fixed))
    for before, after in zip(fixed.before.reports, fixed.after.reports, strict=True):
        name = on_one_line(f"{fixed.path} › {before.message.key}" if before.message.key else fixed.path)
        if before.score.total != after.score.total:
            line = Text(name, style="path").append(": score ", style="default")
            line.append(f"{points(before.score.total)} → {points(after.score.total)}", style="suggestion")
            console.print(line)
    console.print()


def draw_summary(console: Console, rows: Sequence[Fixed], *, applied: bool, review: bool) -> None:
    """The run in a line or two: what was or would be done, what is left, and the option that does it."""
    changed = [row for row in rows if row.is_changed]
    changes = sum(len(row.changes) for row in rows)
    left = sum(row.left for row in rows)
    if not any(row.before.reports for row in rows):
        console.print(Text("No message was read.", style="bold"))
        return
    if changed:
        verb = "made" if applied else "would be made; --apply makes them"
        console.print(
            Text(f"{wording.count(changes, 'change')} in {wording.count(len(changed), 'file')} {verb}.", style="bold")
        )
    else:
        console.print(Text("Nothing to change." if review else "Nothing to change by itself.", style="bold"))
    if left and not review:
        more = "more " if changes else ""
        are = "suggestion waits" if left == 1 else "suggestions wait"
        console.print(
            Text(f"{left} {more}{are} for your eye: --interactive shows them one by one, --review includes them.")
        )


def draw_question(console: Console, question: Question) -> None:
    """A rewrite to decide on: the sentence, what is wrong with it, the new words, the score before and after."""
    finding, rewrite = question.change.finding, question.change.rewrite
    place = finding.place
    head = Text(on_one_line(question.path), style="path")
    head.append(f"  {place.start.name}" if place else "  whole message", style="bold")
    head.append(f"  {finding.title}", style=finding.severity.label).append(
        f" · {finding.severity.label}", style="quiet"
    )
    console.print()
    console.print(head)
    words = excerpt(question.before.message, [finding])
    if words:
        _indented(console, Text(f"“{starred(words)}”"))
    _indented(console, Text(finding.why, style="quiet"))
    new = printable(wording.suggested(rewrite))
    _indented(console, Text(f"{wording.lead(rewrite)}: ").append(new, style="suggestion"))
    before, after = question.before.score.total, question.after.score.total
    _indented(console, Text(f"Score {points(before)} → {points(after)}"))
    if question.refused:
        _indented(console, Text(question.refused, style="critical"))


def _indented(console: Console, text: Text) -> None:
    draw_indented(console, text, 3)


def _text(version: Version) -> str:
    if not version.reports:
        return ""
    source = version.reports[0].message.source
    if source.packed is None:
        return source.text
    return f"{source.text.replace(LINE_BREAK, chr(10))}\n"  # as it looks; a paragraph ends without any sign of it
