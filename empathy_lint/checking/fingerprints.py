"""A name for a finding that outlives edits elsewhere in the file, so that a baseline can know it again."""

from __future__ import annotations

import hashlib

from empathy_lint.checking.literals import fold

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


def numbered(prints: list[str]) -> list[str]:
    """Distinct names for findings whose words and neighbourhood are the same, by their order in the message."""
    seen: dict[str, int] = {}
    result = []
    for each in prints:
        seen[each] = seen.get(each, 0) + 1
        result.append(each if seen[each] == 1 else _digest(each, str(seen[each])))
    return result


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]
