"""The report as Markdown, made for a comment on a pull request: verdict first, worst messages first, details folded.

GitHub refuses a comment of more than 65,536 characters. What matters least is left out then, and a line says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TextIO

from empathy_lint.checking.finding import Rewrite
from empathy_lint.reporting import wording
from empathy_lint.reporting.excerpt import Piece, excerpt
from empathy_lint.reporting.markdown_text import escaped, plain
from empathy_lint.reporting.sent_when import sent_when
from empathy_lint.reporting.view import View
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding
from empathy_lint.words import Dimension, Severity, points

_MOST: Final = 65_000  # bytes, which are never fewer than the characters that GitHub counts
_RESERVE: Final = 500  # for the line that tells what was left out
_MOST_ROWS: Final = 15
_MOST_ERRORS: Final = 20
_LONGEST: Final = 300  # characters shown of a name or of an error
_STEPS: Final = (50, 20, 8, 3)  # how many findings of a message are tried when not all of them fit


def write(report: RunReport, out: TextIO, view: View) -> None:
    """Write the report; smaller notes only with `view.verbose`."""
    worst = sorted(report.messages, key=lambda message: message.score.total)
    text = "\n".join([*_head(report), *_table(worst), *_errors(report)])
    room = _MOST - _RESERVE - _size(text)
    shown = [message for message in worst if _told(message, view)]
    left_out = 0
    for message in shown:
        section = None if left_out else _fitting(message, view, room, first=message is shown[0])
        if section is None:
            left_out += 1
            continue
        room -= _size(section)
        text += section
    if left_out:
        text += (
            f"\n_{wording.count(left_out, 'message')} with findings not shown, so that this fits into one comment;"
            " these are the ones with the best scores. `--format html` holds everything._\n"
        )
    out.write(text)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _head(report: RunReport) -> list[str]:
    sign = "✅" if report.passed else "❌"
    lines = ["## How these messages read", "", f"{sign} **{wording.verdict(report)}** {wording.counted(report)}", ""]
    return lines if report.messages else [*lines, "No message was read.", ""]


def _table(worst: Sequence[MessageReport]) -> list[str]:
    if not worst:
        return []
    lines = ["| Score | | Findings | Message |", "|--:|:--|--:|:--|"]
    lines += [_row(message) for message in worst[:_MOST_ROWS]]
    rest = worst[_MOST_ROWS:]
    if rest:
        low, high = rest[0].score.total, rest[-1].score.total
        lines += ["", f"… and {len(rest)} more, from {points(low)} to {points(high)}"]
    return [*lines, ""]


def _row(message: MessageReport) -> str:
    score = message.score
    name = escaped(_cut(wording.name(message)))
    return f"| {points(score.total)} | {wording.BANDS[score.band]} | {len(message.findings)} | {name} |"


def _errors(report: RunReport) -> list[str]:
    if not report.errors:
        return []
    lines = ["**What could not be done**", ""]
    lines += [f"- “{escaped(_cut(str(problem)))}”" for problem in report.errors[:_MOST_ERRORS]]
    if len(report.errors) > _MOST_ERRORS:
        lines.append(f"- … and {len(report.errors) - _MOST_ERRORS} more")
    return [*lines, ""]


def _told(message: MessageReport, view: View) -> list[ScoredFinding]:
    """Placed findings first, then those about the whole message, as on the terminal."""
    rows = [row for row in message.findings if view.verbose or row.finding.severity > Severity.INFO]
    return sorted(rows, key=lambda row: row.finding.place is None)


def _fitting(message: MessageReport, view: View, room: int, *, first: bool) -> str | None:
    """The message in full, or with its gravest findings, or None where not even three of them have room."""
    rows = _told(message, view)
    for most in (len(rows), *_STEPS):
        gravest = sorted(range(len(rows)), key=lambda number: -rows[number].finding.severity)[:most]
        kept = [rows[number] for number in sorted(gravest)]
        section = _section(message, kept, len(rows), view, first=first)
        if _size(section) <= room:
            return section
    return None


def _section(message: MessageReport, rows: Sequence[ScoredFinding], total: int, view: View, *, first: bool) -> str:
    score = message.score
    name = plain(_cut(wording.name(message)))
    summary = f"<b>{points(score.total)}</b> · {wording.BANDS[score.band]} · <code>{name}</code>"
    lines = ["", f"<details{' open' if first else ''}>", f"<summary>{summary}</summary>", ""]
    context = ". ".join(filter(None, (wording.read_as(message), sent_when(message))))
    lines += [f"{escaped(context)}.", ""]
    if held := wording.held(message):
        lines += [f"{escaped(held)}.", ""]
    best = wording.best_edit(message)
    if best:
        gain = f"{points(score.total)} → {points(best.score_if_fixed)}"
        lines += [f"**Best next edit:** {escaped(wording.edit_at(message, best))} ({gain})", ""]
    explained: set[str] = set()
    for row in rows:
        lines += _finding(message, row, explain=row.finding.rule not in explained)
        explained.add(row.finding.rule)
    lines += _rest(message, len(rows), total)
    lines += _score(message, view)
    return "\n".join([*lines, "</details>", ""])


def _finding(message: MessageReport, row: ScoredFinding, *, explain: bool) -> list[str]:
    finding = row.finding
    head = f"**{wording.where(row)}: {escaped(finding.title)}** · {finding.severity.label} · `{finding.rule}`"
    lines = [head, ""]
    pieces = excerpt(message.message, [finding])
    if pieces:
        lines += _before_after(pieces, row)
    else:
        lines += [escaped(finding.message), ""]
        lines += [part for rewrite in _shown(row) for part in (_offered(rewrite), "")]
    if finding.guidance:
        lines += [f"{wording.GUIDED}: {escaped(finding.guidance)}", ""]
    if explain:
        lines += [escaped(finding.why), "", f"→ {escaped(finding.advice)}", ""]
    return lines


def _shown(row: ScoredFinding) -> Sequence[Rewrite]:
    return row.finding.rewrites[: wording.MOST_REWRITES]


def _before_after(pieces: Sequence[Piece], row: ScoredFinding) -> list[str]:
    now = "".join(escaped(piece.text) if piece.severity is None else _bold(piece.text) for piece in pieces)
    lines = [f"> Now: “{now}”"]
    for rewrite in _shown(row):
        after = f"Then: “{_put(rewrite.text, pieces)}”" if rewrite.replaces == "words" else _offered(rewrite)
        lines += [">", f"> {after}"]
    return [*lines, ""]


def _put(words: str, pieces: Sequence[Piece]) -> str:
    """The sentence with other words in place of the flagged ones."""
    new = [_bold(words) if words else ""]
    return "".join(escaped(piece.text) if piece.severity is None else new.pop() if new else "" for piece in pieces)


def _offered(rewrite: Rewrite) -> str:
    words = f"“{_bold(rewrite.text)}”" if rewrite.text else wording.suggested(rewrite)
    return f"{wording.lead(rewrite)}: {words}"


def _bold(words: str) -> str:
    # Not with asterisks, which Markdown does not take for bold beside some marks.
    return f"<b>{escaped(words)}</b>"


def _rest(message: MessageReport, shown: int, total: int) -> list[str]:
    lines = []
    if shown < total:
        lines.append(
            f"_{wording.count(total - shown, 'lesser finding')} of this message not shown, to keep this short._"
        )
    notes = len(message.findings) - total
    if notes:
        lines.append(f"_{wording.count(notes, 'smaller note')} not shown._")
    if message.suppressed:
        lines.append(f"_{wording.count(len(message.suppressed), 'finding')} {wording.silenced(message.suppressed)}._")
    lines += [escaped(wording.unused_silence(message, row)) for row in message.unused_suppressions]
    return [part for line in lines for part in (line, "")]


def _score(message: MessageReport, view: View) -> list[str]:
    values = [message.score.dimensions.get(dimension) for dimension in Dimension]
    heads = " | ".join(dimension.value.capitalize() for dimension in Dimension)
    cells = " | ".join("–" if value is None else str(points(value)) for value in values)
    lines = [f"| {heads} |", f"|{'--:|' * len(values)}", f"| {cells} |", ""]
    if view.explain_score:
        lines += ["How the score came about:", ""]
        lines += [f"- {escaped(step)}" for step in message.score.arithmetic]
        lines.append("")
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
