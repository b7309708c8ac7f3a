"""Which findings of different variants are one, because they are about the same words of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from empathy_lint.checking.check import Checked
from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Message, SliceKind

# Rule, entry, missing element, the place in the source, and how many like it came before in its variant.
Key = tuple[str, str, str | None, int, int, int]
_MOST: Final = 0.5  # of the shorter one's written characters: from here on, two findings are about the same words


@dataclass
class _Known:
    """A finding that was seen in a variant: its key and the stretches of source that its words are written in."""

    key: Key
    stretches: list[tuple[int, int]]
    parts: set[int] = field(default_factory=set)


def keys_of(parts: Sequence[Checked], messages: Sequence[Message]) -> list[list[Key]]:
    """For each part the keys of its findings and then of its suppressed ones; what is one has one key in all parts.

    A branch inside a sentence gives its variants spans of different ends ("will be closed now", "will be closed soon"):
    they are one when the rule is the same and at least half of the words are.
    """
    known: dict[Key, _Known] = {}
    by_rule: dict[str, list[_Known]] = {}
    keys = []
    for number, (part, message) in enumerate(zip(parts, messages, strict=True)):
        own: list[Key] = []
        seen: Counter[Key] = Counter()
        for finding in [*part.findings, *(finding for finding, _ in part.suppressed)]:
            key = _key(finding, seen)
            if key not in known:
                stretches = _stretches(finding, message)
                same = next((row for row in by_rule.get(finding.rule, ()) if _are_one(row, stretches, number)), None)
                if same is None:
                    same = _Known(key, stretches)
                    by_rule.setdefault(finding.rule, []).append(same)
                known[key] = same
            known[key].parts.add(number)
            own.append(known[key].key)
        keys.append(own)
    return keys


def _key(finding: Finding, seen: Counter[Key]) -> Key:
    place = finding.place
    start, end = (place.start.offset, place.end.offset) if place else (-1, -1)
    like = (finding.rule, finding.entry, finding.element, start, end, 0)
    seen[like] += 1
    return (*like[:5], seen[like] - 1)


def _stretches(finding: Finding, message: Message) -> list[tuple[int, int]]:
    """Where the words of a finding are written; nothing for one that is about the whole message."""
    place = finding.place
    if place is None or finding.evidence == "message":
        return []
    written = []
    for piece in message.blocks[place.block].slices:
        first, last = max(piece.prose_start, place.prose_start), min(piece.prose_end, place.prose_end)
        if piece.kind is SliceKind.LITERAL and first < last:
            shift = piece.source_start - piece.prose_start
            written.append((first + shift, last + shift))
    return written


def _are_one(row: _Known, stretches: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a finding of another variant is about the same words; two of one variant were told apart there."""
    if number in row.parts or not stretches or not row.stretches:
        return False
    common = sum(
        max(0, min(end, last) - max(start, first)) for start, end in stretches for first, last in row.stretches
    )
    return common > 0 and common >= _MOST * min(_length(stretches), _length(row.stretches))


def _length(stretches: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in stretches)
