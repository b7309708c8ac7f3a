"""Which lines of a text were in an older one already, and where they stood there."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def same_lines(old: str, new: str) -> dict[int, int]:
    """The lines of `new` that have not changed, each with its line in `old`, from 1; line ends make no difference."""
    before, after = _LINE_END.split(old), _LINE_END.split(new)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    same = {number: number for number in range(1, start + 1)}
    # Long files are mostly the same at both ends; the matcher needs to look only at what lies between.
    matcher = SequenceMatcher(None, before[start : len(before) - end], after[start : len(after) - end])
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            same[start + block.b + offset + 1] = start + block.a + offset + 1
    for offset in range(end):
        same[len(after) - offset] = len(before) - offset
    return same


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same, by lines, from 0 to 1."""
    return SequenceMatcher(None, _LINE_END.split(old), _LINE_END.split(new)).ratio()


def _shared(first: list[str], second: list[str]) -> int:
    """How many lines both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
