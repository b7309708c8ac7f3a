"""A name for a finding that outlives edits elsewhere in the file, so that a baseline can know it again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.literals import fold
from empathy_lint.reading.message import Message

_NEIGHBOURHOOD = 40  # characters on each side, after folding


def fingerprint(rule: str, entry: str, prose: str, start: int, end: int) -> str:
    """Sixteen hexadecimal digits from the rule, the flagged words and the words around them in their block.

    Line breaks, indentation, case and the style of quotes make no difference; where the words stand makes
    none either.
    """
    before, words, after = fold(prose[:start]), fold(prose[start:end]), fold(prose[end:])
    return _digest(rule, entry, before[-_NEIGHBOURHOOD:], words, after[:_NEIGHBOURHOOD])


def words_fingerprint(words: str) -> str:
    """Eight hexadecimal digits from the flagged words alone: the same whatever stands around them."""
    return _digest(fold(words))[:8]


def message_fingerprint(rule: str, entry: str, key: str | None, element: str | None) -> str:
    """The same for a finding about a whole message: there is one of its kind in a message."""
    return _digest(rule, entry, key or "", element or "")


def named(findings: Sequence[Finding], message: Message) -> list[Finding]:
    """The findings with their names; those whose words and neighbourhood are the same are told apart by their order."""
    prints = numbered([_print_of(finding, message) for finding in findings])
    return [replace(finding, fingerprint=each) for finding, each in zip(findings, prints, strict=True)]


def _print_of(finding: Finding, message: Message) -> str:
    place = finding.place
    if place is None:
        return message_fingerprint(finding.rule, finding.entry, message.key, finding.element)
    prose = message.blocks[place.block].prose
    return fingerprint(finding.rule, finding.entry, prose, place.prose_start, place.prose_end)


def numbered(prints: list[str]) -> list[str]:
    """Distinct names for findings whose words and neighbourhood are the same, by their order in the message."""
    seen: dict[str, int] = {}
    result = []
    for each in prints:
        seen[each] = seen.get(each, 0) + 1
        result.append(each if seen[each] == 1 else _digest(each, str(seen[each])))
    return result


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
