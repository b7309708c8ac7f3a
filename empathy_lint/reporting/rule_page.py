"""A rule as a page for someone who writes messages: what it flags, why, what to write instead, how to silence it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.checking.schema import EvidenceNote, Example
from empathy_lint.reporting import rule_words
from empathy_lint.reporting.page import draw_indented

_INDENT: Final = 3
_CODE_INDENT: Final = 5
_MOST_EXAMPLES: Final = 5
_MOST_REWRITES: Final = 6


def draw_rule(console: Console, rule: Rule, evidence: Mapping[str, EvidenceNote]) -> None:
    """Draw the page."""
    _draw_head(console, rule)
    _draw_text(console, "Why", [rule.why])
    _draw_examples(console, "What it flags", rule.examples.flag)
    _draw_examples(console, "What it leaves alone", rule.examples.pass_)
    _draw_instead(console, rule)
    _draw_entries(console, rule.entries)
    _draw_evidence(console, rule, evidence)
    if rule.note:
        _draw_text(console, "For those who keep the rule", [rule.note])
    _draw_silence(console, rule)


def _draw_head(console: Console, rule: Rule) -> None:
    head = Text(rule.title, style="bold").append(f"  {rule.id}", style="quiet")
    console.print(head)
    about = Text(rule.dimension.value).append(" · ").append(rule.severity.label, style=rule.severity.label)
    console.print(about)
    if limits := rule_words.limits(rule):
        console.print(Text(limits, style="quiet"))
    console.print(Line(style="quiet"))


def _draw_title(console: Console, title: str) -> None:
    console.print(Text(title, style="bold"))


def _draw_text(console: Console, title: str, paragraphs: Iterable[str | Text]) -> None:
    _draw_title(console, title)
    for paragraph in paragraphs:
        draw_indented(console, paragraph, _INDENT)
    console.print()


def _draw_examples(console: Console, title: str, examples: Sequence[Example]) -> None:
    if not examples:
        return
    _draw_title(console, title)
    _draw_points(console, [_example(console, example) for example in examples[:_MOST_EXAMPLES]])
    console.print()


def _draw_points(console: Console, points: Iterable[Text]) -> None:
    table = Table.grid(padding=(0, 1))
    for point in points:
        table.add_row("•", point)
    draw_indented(console, table, _INDENT)


def _example(console: Console, example: Example) -> Text:
    """The example with its flagged words marked, and where it was written if that matters."""
    star = "" if console.is_terminal and not console.no_color else "**"
    text = Text()
    rest = " ".join(example.text.split())
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        words, _, rest = rest.partition("]]")
        text.append(before).append(f"{star}{words}{star}", style="underline")
    text.append(rest)
    place = [example.situation.replace("-", " ")] if example.situation else []
    place += [example.channel] if example.channel else []
    return text.append(f"  ({', '.join(place)})", style="quiet") if place else text


def _draw_instead(console: Console, rule: Rule) -> None:
    _draw_text(console, "What to write instead", [rule.advice] if rule.advice else [])
    pairs = rule_words.before_after(rule)
    if pairs:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="quiet", no_wrap=True)
        table.add_column()
        for before, after in pairs[:_MOST_REWRITES]:
            table.add_row("Before", before)
            table.add_row("After", Text(after, style="suggestion"))
        draw_indented(console, table, _INDENT)
        console.print()


def _draw_entries(console: Console, entries: Sequence[Entry]) -> None:
    """What the rule looks for by name: these names can be used in settings and comments."""
    if len(entries) < 2:
        return
    _draw_title(console, "What it looks for, by name")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_column()
    for entry in entries:
        severity = Text(entry.severity.label, style=entry.severity.label)
        table.add_row(entry.id, severity, Text(rule_words.basis(entry), style="quiet"))
    draw_indented(console, table, _INDENT)
    console.print()


def _draw_evidence(console: Console, rule: Rule, evidence: Mapping[str, EvidenceNote]) -> None:
    cited = rule.evidence
    _draw_title(console, "What research says")
    draw_indented(console, rule_words.STRENGTH[cited.strength], _INDENT)
    for title, names in (("For", cited.for_), ("Against, or a limit", cited.against)):
        notes = [(name, evidence[name]) for name in names if name in evidence]
        if notes:
            draw_indented(console, Text(title, style="quiet"), _INDENT)
            _draw_points(console, [_cited(name, note) for name, note in notes])
    console.print()


def _cited(name: str, note: EvidenceNote) -> Text:
    return Text(note.finding).append(f" {note.source} [{name}, {rule_words.MARKS[note.mark]}]", style="quiet")


def _draw_silence(console: Console, rule: Rule) -> None:
    directive = rule_words.directive(rule)
    _draw_title(console, "How to silence it")
    draw_indented(console, "On the next line of text, with a comment that gives the reason:", _INDENT)
    for name, comment in rule_words.COMMENTS:
        draw_indented(console, Text(name, style="quiet"), _INDENT)
        _draw_code(console, comment.format(directive))
    draw_indented(console, "In the whole file: ignore-file instead of ignore-next.", _INDENT)
    draw_indented(console, "Everywhere, in .empathy-lint.yaml:", _INDENT)
    _draw_code(console, f"rules: {{{rule.id}: off}}")


def _draw_code(console: Console, code: str) -> None:
    """A line to copy: never broken, whatever the width."""
    console.print(Text(f"{' ' * _CODE_INDENT}{code}"), no_wrap=True, overflow="ignore", crop=False)
