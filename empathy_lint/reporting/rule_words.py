"""What a page about a rule says, whatever it is drawn on: the words for its evidence, its basis, its limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from empathy_lint.checking.kinds.tone import ReadsAs
from empathy_lint.checking.rule import Entry, Rule

STRENGTH: Final = {
    "strong": "The evidence is strong.",
    "moderate": "The evidence is moderate.",
    "weak": "The evidence is weak, so take it as a hint.",
    "practice": "It rests on the practice of writers; no study of it was found.",
}
MARKS: Final = {
    "V": "read in the source",
    "V2": "read in an account of it",
    "GK": "general knowledge, not checked",
    "mixed": "partly read in the source, partly general knowledge",
}
# The comment of each kind of file, around a directive.
COMMENTS: Final = (
    ("HTML, Markdown", "<!-- {} -->"),
    ("Jinja, Django, Twig, Nunjucks", "{{# {} #}}"),
    ("ERB, EJS", "<%# {} %>"),
    ("Text, on a line of its own", "# {}"),
)


def limits(rule: Rule) -> str:
    """Where alone the rule holds; empty for a rule that holds everywhere."""
    parts = []
    if rule.scope.situations:
        parts.append(f"in messages about {_listed(name.replace('-', ' ') for name in rule.scope.situations)}")
    if rule.scope.channels:
        parts.append(f"sent as {_listed(rule.scope.channels)}")
    return f"Only {' '.join(parts)}." if parts else ""


def basis(entry: Entry) -> str:
    """How an entry finds what it flags."""
    if isinstance(entry.kind, ReadsAs):
        limit = entry.kind.at_least
        others = "".join(f", {number:.0%} on channel {name}" for name, number in limit.by_channel)
        return f"how it reads to the tone model, from {limit.default or 0:.0%} sure{others}"
    return {"words": "words", "grammar": "grammar", "measure": "a measure"}.get(entry.kind.evidence, "the message")


def before_after(rule: Rule) -> list[tuple[str, str]]:
    """Pairs of what stood there and what to write: from the examples, or else from the rewrites of the entries."""
    pairs = [(before, after) for before, after in rule.examples.rewrite]
    return pairs or [
        (words, texts[0] or "(leave it out)") for entry in rule.entries for words, texts in entry.rewrites.exact.items()
    ]


def directive(rule: Rule) -> str:
    """The comment that silences the rule on the next line of text."""
    return f"empathy-lint: ignore-next {rule.id} -- your reason"


def _listed(words: Iterable[str]) -> str:
    *most, last = sorted(words)
    return f"{', '.join(most)} or {last}" if most else last
