"""A rule as a page of the documentation: what `rules show` tells, in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from empathy_lint.checking.rule import Rule
from empathy_lint.checking.schema import EvidenceNote, Example
from empathy_lint.reporting import rule_words
from empathy_lint.reporting.markdown_text import escaped

_MOST_EXAMPLES: Final = 5
_MOST_REWRITES: Final = 6


def rule_page(rule: Rule, evidence: Mapping[str, EvidenceNote], evidence_page: str) -> str:
    """The page; `evidence_page` is the address of the page that each piece of evidence has an anchor on."""
    lines = [f"# {escaped(rule.title)}", "", f"`{rule.id}` · {rule.dimension.value} · {rule.severity.label}", ""]
    if limits := rule_words.limits(rule):
        lines += [limits, ""]
    lines += ["## Why", "", escaped(rule.why), ""]
    lines += _examples("What it flags", rule.examples.flag)
    lines += _examples("What it leaves alone", rule.examples.pass_)
    lines += _instead(rule)
    lines += _entries(rule)
    lines += _evidence(rule, evidence, evidence_page)
    if rule.note:
        lines += ["## For those who keep the rule", "", escaped(rule.note), ""]
    lines += _silence(rule)
    return "\n".join(lines)


def _examples(title: str, examples: Sequence[Example]) -> list[str]:
    if not examples:
        return []
    return [f"## {title}", "", *(f"- {_example(example)}" for example in examples[:_MOST_EXAMPLES]), ""]


def _example(example: Example) -> str:
    """The example with its flagged words marked, and where it was written if that matters."""
    parts, rest = [], " ".join(example.text.split())
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        words, _, rest = rest.partition("]]")
        parts += [escaped(before), f"<mark>{escaped(words)}</mark>"]
    place = [example.situation.replace("-", " ")] if example.situation else []
    place += [example.channel] if example.channel else []
    # Quoted, so that a leading dash or number begins no list.
    said = f"“{''.join(parts)}{escaped(rest)}”"
    return f"{said} *({', '.join(place)})*" if place else said


def _instead(rule: Rule) -> list[str]:
    pairs = rule_words.before_after(rule)[:_MOST_REWRITES]
    if not (rule.advice or pairs):
        return []
    lines = ["## What to write instead", "", escaped(rule.advice), ""]
    if pairs:
        lines += ["| Before | After |", "|:--|:--|"]
        lines += [f"| {escaped(before)} | {escaped(after)} |" for before, after in pairs]
    return [*lines, ""]


def _entries(rule: Rule) -> list[str]:
    if len(rule.entries) < 2:
        return []
    rows = [f"| `{entry.id}` | {entry.severity.label} | {rule_words.basis(entry)} |" for entry in rule.entries]
    return ["## What it looks for, by name", "", "| Name | Severity | Found by |", "|:--|:--|:--|", *rows, ""]


def _evidence(rule: Rule, evidence: Mapping[str, EvidenceNote], evidence_page: str) -> list[str]:
    cited = rule.evidence
    lines = ["## What research says", "", rule_words.STRENGTH[cited.strength], ""]
    for title, names in (("For:", cited.for_), ("Against, or a limit:", cited.against)):
        notes = [(name, evidence[name]) for name in names if name in evidence]
        if notes:
            lines += [title, ""]
            for name, note in notes:
                link = f"[{name}]({evidence_page}#{name.lower()})"
                lines.append(
                    f"- {escaped(note.finding)} {escaped(note.source)} ({link}, {rule_words.MARKS[note.mark]})"
                )
            lines.append("")
    return lines


def _silence(rule: Rule) -> list[str]:
    lines = ["## How to silence it", "", "On the next line of text, with a comment that gives the reason:", ""]
    for name, comment in rule_words.COMMENTS:
        lines += [f"{name}:", "", f"    {comment.format(rule_words.directive(rule))}", ""]
    lines += ["In the whole file: `ignore-file` instead of `ignore-next`. Everywhere, in `.empathy-lint.yaml`:", ""]
    return [*lines, f"    rules: {{{rule.id}: off}}", ""]
