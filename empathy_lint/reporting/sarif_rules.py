"""The rules of a run as SARIF describes them: what each is about, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from empathy_lint.reporting.places import LEVELS
from empathy_lint.scoring.report import RunReport
from empathy_lint.words import Severity

if TYPE_CHECKING:
    from empathy_lint.checking.rule import Rule
    from empathy_lint.checking.schema import EvidenceNote

_PROBLEM: Final = {"error": "error", "warning": "warning", "note": "recommendation"}
_MOST_EXAMPLES: Final = 3


def rules_as_sarif(report: RunReport) -> list[dict[str, Any]]:
    """A reporting descriptor for every rule that was run, by name; of two with one name, the first."""
    rules: dict[str, dict[str, Any]] = {}
    for pack in report.packs():
        for rule in pack.rules:
            rules.setdefault(rule.id, _descriptor(rule, pack.evidence))
    return [rules[name] for name in sorted(rules)]


def _descriptor(rule: Rule, evidence: Mapping[str, EvidenceNote]) -> dict[str, Any]:
    level = LEVELS[rule.severity]
    # By the standard, a name that only repeats the identifier is left out.
    name = {"name": rule.title} if rule.title.casefold() != rule.id.casefold() else {}
    return {
        "id": rule.id,
        **name,
        "shortDescription": {"text": _sentence(rule.title)},
        "fullDescription": {"text": _plain(rule.why) or _sentence(rule.title)},
        "help": {"text": _plain(f"{rule.why} {rule.advice}"), "markdown": "\n\n".join(_help(rule, evidence))},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [rule.dimension.value, "tone"],
            "problem.severity": _PROBLEM[level],
            "precision": "high" if rule.severity >= Severity.MAJOR else "medium",
        },
    }


def _help(rule: Rule, evidence: Mapping[str, EvidenceNote]) -> Iterator[str]:
    yield _plain(rule.why)
    if rule.advice:
        yield f"**Instead:** {_plain(rule.advice)}"
    flagged = [_example(example.text) for example in rule.examples.flag[:_MOST_EXAMPLES]]
    if flagged:
        yield "**For example:**\n\n" + "\n".join(f"- {text}" for text in flagged)
    for title, names in (("Evidence for it", rule.evidence.for_), ("Evidence against it", rule.evidence.against)):
        notes = [evidence[name] for name in names if name in evidence]
        if notes:
            yield f"**{title}:**\n\n" + "\n".join(f"- {_plain(note.finding)} ({note.source})" for note in notes)
    yield f"More: `empathy-lint rules show {rule.id}`"


def _example(text: str) -> str:
    """The flagged words in bold."""
    return _plain(text).replace("[[", "**").replace("]]", "**")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."
