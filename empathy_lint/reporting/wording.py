"""What a writer is told in every report for people: the same words on the terminal, in Markdown and in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.errors import on_one_line
from empathy_lint.reading.message import Suppression
from empathy_lint.reporting.excerpt import flagged_words
from empathy_lint.scoring.report import MessageReport, RunReport, ScoredFinding, SuppressedFinding
from empathy_lint.scoring.score import CRITICAL
from empathy_lint.settings.model import Silence
from empathy_lint.words import SEVERITIES, Dimension, Severity, points

MOST_REWRITES: Final = 2
MOST_HOLDING: Final = 3
GUIDED: Final = "What would help"
NOTHING_OWED: Final = "not asked of this message"
BANDS: Final = {
    "ready": "ready to send",
    "small-edits": "small edits",
    "rewrite": "needs a rewrite",
    "hold": "hold it back",
}
ABOUT: Final = {
    Dimension.SAFETY: "no fear, no threat",
    Dimension.RESPECT: "no blame, no shame, no pressure",
    Dimension.CLARITY: "understood at once",
    Dimension.EASE: "little to do, easy to do",
    Dimension.SUPPORT: "heard, and offered a way",
}
# Situations whose names are no words of a writer.
_SAID: Final = {
    "early-past-due": "a first reminder to pay",
    "late-past-due": "a debt long overdue",
    "pre-legal": "going to court",
    "payment-error": "a mistake with a payment",
}
_BASES: Final = {
    "words": "a list of words",
    "grammar": "how the sentence is built",
    "measure": "counting",
    "message": "reading the whole message",
    "learned": "how such sentences read to people",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule was found, and in how many messages."""

    rule: str
    title: str
    times: int
    messages: int


def name(report: MessageReport) -> str:
    """The message by its path, and by its key where a file holds many."""
    key = report.message.key
    return on_one_line(f"{report.message.path} › {key}" if key else report.message.path)


def read_as(report: MessageReport) -> str:
    """What the message was taken for, and whether that was a guess."""
    said = f"Read as {taken_for(report)}"
    how = {report.decided_by.get("channel"), report.decided_by.get("situation")}
    guessed_from = "the file that it stands in" if report.message.is_on_screen else "its text and file name"
    return f"{said} (a guess from {guessed_from})" if "inferred" in how else said


def taken_for(report: MessageReport) -> str:
    """Channel and situation as one says them: “a text message about: refusal”."""
    part = "a part of " if report.message.is_fragment and not report.message.is_on_screen else ""
    situation = _SAID.get(report.situation, report.situation.replace("-", " "))
    about = "" if report.situation == "general" else f" about: {situation}"
    return f"{part}{_a(report.channel)}{about}"


def where(scored: ScoredFinding) -> str:
    """The line or the paragraph that the writer has to go to."""
    place = scored.finding.place
    return begun(place.start.name) if place else "Whole message"


def begun(words: str) -> str:
    """Words as a line begins with them."""
    return words[:1].upper() + words[1:]


def basis(finding: Finding) -> str:
    """What the finding was made by, and how sure it is where it was learned."""
    kind = _BASES[finding.evidence]
    return f"{kind} ({finding.confidence:.0%} sure)" if finding.confidence < 1 else kind


def lead(rewrite: Rewrite) -> str:
    """What a writer may do with the words of a rewrite."""
    return "Add" if rewrite.replaces == "nothing" else "Try"


def suggested(rewrite: Rewrite) -> str:
    """The words of a rewrite in quotes, or that there are to be none."""
    return f"“{rewrite.text}”" if rewrite.text else "leave these words out"


def best_edit(report: MessageReport) -> ScoredFinding | None:
    """The finding whose mending raises the score most; None where no single one raises it by half a point."""
    best = max(report.findings, key=lambda row: row.score_if_fixed, default=None)
    return best if best is not None and best.score_if_fixed >= report.score.total + 0.5 else None


_WHOLE: Final = 100
_MORE_HELP: Final = {"options": "a choice", "action": "what you have done", "dialogue": "a way to talk"}


def held(report: MessageReport) -> str:
    """What alone keeps the score where it is, whatever the dimensions say: “Held at 60: Feeling before the fix”; or
    what would raise one in which nothing is wrong.
    """
    score = report.score
    if not score.caps:
        return _more_help(report) if not report.findings and points(score.total) < _WHOLE else ""
    by_rule = dict.fromkeys(
        row.finding.title
        for row in report.findings
        if row.finding.rule in score.caps and row.finding.cap == score.total
    )
    critical = dict.fromkeys(row.finding.title for row in report.findings if row.finding.severity is Severity.CRITICAL)
    titles = list(by_rule) or (list(critical) if CRITICAL in score.caps else [])
    return f"Held at {points(score.total)}: {', '.join(titles[:MOST_HOLDING])}" if titles else ""


def _more_help(report: MessageReport) -> str:
    """What of that which helps most is not there yet."""
    lacking = [name for element, name in _MORE_HELP.items() if element not in report.present]
    listed = " or ".join(filter(None, [", ".join(lacking[:-1]), *lacking[-1:]]))
    return f"Nothing is wrong; {listed} would add to it" if listed else ""


def edit_at(report: MessageReport, best: ScoredFinding) -> str:
    """Where the best next edit is."""
    place = best.finding.place
    if place is None:
        title = best.finding.title
        return title[:1].lower() + title[1:]
    return f"{place.start.name}, “{flagged_words(report.message, place)}”"


def silenced(rows: Iterable[SuppressedFinding]) -> str:
    """That findings were silenced, and where it is said."""
    by_config = {bool(row.suppression.said_by) for row in rows}
    if len(by_config) > 1:
        return "silenced in the file and by the config"
    return "silenced by the config" if True in by_config else "silenced in the file"


def unused_silence(report: MessageReport, unused: Suppression) -> str:
    """That a comment silences nothing any more."""
    place = begun(report.message.source.position(unused.directive_start).name)
    rules = ", ".join(sorted(unused.rules)) or "all rules"
    return f"{place}: this comment silences {rules}, and nothing is left to silence. Remove it."


def idle_silence(row: Silence) -> str:
    """That a wish of the config silences nothing any more."""
    rules = ", ".join(sorted(row.rules)) or "all rules"
    wish = f"{row.origin}: this silences {rules} for {row.of}"
    return f"{on_one_line(wish)}, and nothing is left to silence. Remove it."


def counted(report: RunReport) -> str:
    """How many messages were read and how much was found."""
    findings = sum(len(message.findings) for message in report.messages)
    return f"{count(len(report.messages), 'message')}, {count(findings, 'finding')}."


def verdict(report: RunReport) -> str:
    """Whether the gate was passed, and if not, why."""
    if report.passed:
        return "Passed."
    reasons = _reasons(report)
    return f"Not passed: {' and '.join(reasons)}." if reasons else "Not passed."


def tally(messages: Iterable[MessageReport]) -> list[Tally]:
    """The rules that were found, most often first."""
    times: Counter[str] = Counter()
    places: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for message in messages:
        rules = [scored.finding.rule for scored in message.findings]
        times.update(rules)
        places.update(set(rules))
        titles |= {scored.finding.rule: scored.finding.title for scored in message.findings}
    rows = sorted(times.items(), key=lambda row: (-row[1], row[0]))
    return [Tally(rule, titles[rule], number, places[rule]) for rule, number in rows]


def count(number: int, noun: str) -> str:
    """A number and its noun: “1 finding”, “2 findings”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _reasons(report: RunReport) -> list[str]:
    reasons = []
    low = sum(message.score_counts and round(message.score.total, 1) < report.fail_under for message in report.messages)
    if low:
        reasons.append(f"{count(low, 'message')} under {report.fail_under:g}")
    limit = SEVERITIES.get(report.fail_on)
    if limit is not None:
        grave = sum(any(row.finding.severity >= limit for row in message.findings) for message in report.messages)
        if grave:
            reasons.append(f"{report.fail_on} findings in {count(grave, 'message')}")
    return reasons


def _a(channel: str) -> str:
    return {
        "email": "an email",
        "sms": "a text message",
        "push": "a push message",
        "chat": "a chat reply",
        "screen": "text on a screen",
    }.get(channel, f"a {channel}")
