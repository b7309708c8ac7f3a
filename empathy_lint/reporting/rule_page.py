"""A rule as a page for someone who writes messages: what it flags, why, what to write instead, how to silence it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from empathy_lint.checking.kinds.tone import ReadsAs
from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.checking.schema import EvidenceNote, Example

_INDENT: Final = 3
_CODE_INDENT: Final = 5
_MOST_EXAMPLES: Final = 5
_MOST_REWRITES: Final = 6
_STRENGTH: Final = {
    "strong": "The evidence is strong.",
    "moderate": "The evidence is moderate.",
    "weak": "The evidence is weak, so take it as a hint.",
    "practice": "It rests on the practice of writers; no study of it was found.",
}
_MARKS: Final = {
    "V": "read in the source",
    "V2": "read in an account of it",
    "GK": "general knowledge, not checked",
    "mixed": "partly read in the source, partly general knowledge",
}
# The comment of each kind of file, around a directive.
_COMMENTS: Final = (
    ("HTML, Markdown", "<!-- {} -->"),
    ("Jinja, Django, Twig, Nunjucks", "{{# {} #}}"),
    ("ERB, EJS", "<%# {} %>"),
    ("Text, on a line of its own", "# {}"),
)


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
    limits = []
    if rule.scope.situations:
        limits.append(f"in messages about {_listed(name.replace('-', ' ') for name in rule.scope.situations)}")
    if rule.scope.channels:
        limits.append(f"sent as {_listed(rule.scope.channels)}")
    if limits:
        console.print(Text(f"Only {' '.join(limits)}.", style="quiet"))
    console.print(Line(style="quiet"))


def _draw_title(console: Console, title: str) -> None:
    console.print(Text(title, style="bold"))


def _draw_text(console: Console, title: str, paragraphs: Iterable[str | Text]) -> None:
    _draw_title(console, title)
    for paragraph in paragraphs:
        console.print(Padding(paragraph, (0, 0, 0, _INDENT)))
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
    console.print(Padding(table, (0, 0, 0, _INDENT)))


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
    pairs = rule.examples.rewrite or [[words, text] for words, text in _rewrites(rule.entries)]
    if pairs:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="quiet", no_wrap=True)
        table.add_column()
        for before, after in pairs[:_MOST_REWRITES]:
            table.add_row("Before", before)
            table.add_row("After", Text(after, style="suggestion"))
        console.print(Padding(table, (0, 0, 0, _INDENT)))
        console.print()


def _rewrites(entries: Iterable[Entry]) -> Iterable[tuple[str, str]]:
    for entry in entries:
        for words, texts in entry.rewrites.exact.items():
            yield words, texts[0] or "(leave it out)"


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
        table.add_row(entry.id, severity, Text(_basis(entry), style="quiet"))
    console.print(Padding(table, (0, 0, 0, _INDENT)))
    console.print()


def _basis(entry: Entry) -> str:
    """How an entry finds what it flags."""
    if isinstance(entry.kind, ReadsAs):
        return f"how it reads to the tone model, from {entry.kind.at_least:.0%} sure"
    return {"words": "words", "grammar": "grammar", "measure": "a measure"}.get(entry.kind.evidence, "the message")


def _draw_evidence(console: Console, rule: Rule, evidence: Mapping[str, EvidenceNote]) -> None:
    cited = rule.evidence
    _draw_title(console, "What research says")
    console.print(Padding(_STRENGTH[cited.strength], (0, 0, 0, _INDENT)))
    for title, names in (("For", cited.for_), ("Against, or a limit", cited.against)):
        notes = [(name, evidence[name]) for name in names if name in evidence]
        if notes:
            console.print(Padding(Text(title, style="quiet"), (0, 0, 0, _INDENT)))
        _draw_points(console, [_cited(name, note) for name, note in notes])
    console.print()


def _cited(name: str, note: EvidenceNote) -> Text:
    return Text(note.finding).append(f" {note.source} [{name}, {_MARKS[note.mark]}]", style="quiet")


def _draw_silence(console: Console, rule: Rule) -> None:
    directive = f"empathy-lint: ignore-next {rule.id} -- your reason"
    _draw_title(console, "How to silence it")
    console.print(Padding("On the next line of text, with a comment that gives the reason:", (0, 0, 0, _INDENT)))
    for name, comment in _COMMENTS:
        console.print(Padding(Text(name, style="quiet"), (0, 0, 0, _INDENT)))
        _draw_code(console, comment.format(directive))
    console.print(Padding("In the whole file: ignore-file instead of ignore-next.", (0, 0, 0, _INDENT)))
    console.print(Padding("Everywhere, in .empathy-lint.yaml:", (0, 0, 0, _INDENT)))
    _draw_code(console, f"rules: {{{rule.id}: off}}")


def _draw_code(console: Console, code: str) -> None:
    """A line to copy: never broken, whatever the width."""
    console.print(Text(f"{' ' * _CODE_INDENT}{code}"), no_wrap=True, overflow="ignore", crop=False)


def _listed(words: Iterable[str]) -> str:
    *most, last = sorted(words)
    return f"{', '.join(most)} or {last}" if most else last
