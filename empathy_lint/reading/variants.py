"""What each reader of a template with branches gets: the template is read once for each way through them.

What a way leaves out is covered like any other template code, so the words on both sides of a branch form one sentence,
and every position stays that of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.limits import raised
from empathy_lint.reading.branches import Branch, find_branches
from empathy_lint.reading.conditions import All, AnyOf, Test, describe, negated, tests_of
from empathy_lint.reading.message import Block, SliceKind, Source, Variant
from empathy_lint.reading.template_syntax import Token, TokenKind
from empathy_lint.reading.thymeleaf.branches import element_branches, outside_of_elements, put_together
from empathy_lint.reading.ways import NONE_TAKEN, NOT_REACHED, Way, find_ways

ReadBlocks = Callable[[list[Token]], list[Block]]
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_MOST_READ: Final = 2_000_000  # characters in all variants of a template
_FEWEST: Final = 8  # variants of however long a template
_MOST_NAMED: Final = 3  # values that are listed where none of them holds


@dataclass(frozen=True)
class Shown:
    """The blocks of all variants, each once, in the order of the source; without branches there are no variants."""

    blocks: tuple[Block, ...]
    variants: tuple[Variant, ...] = ()
    notes: tuple[str, ...] = ()


def read_variants(source: Source, tokens: list[Token], read_blocks: ReadBlocks) -> Shown:
    """Read a source by `read_blocks`, which takes the tokens that cover it, once for each way through its branches."""
    everything = read_blocks(tokens)
    elements = element_branches(source, tokens)
    branches = put_together(find_branches(source, tokens), elements)
    if not branches:
        return Shown(tuple(everything))
    # All arms at once: nothing that any of them says is left out for being a fragment of a sentence.
    together = read_blocks(_covered(tokens, _code_between(branches)))
    printed = outside_of_elements(elements, tokens, source)
    fixed = _fixed(branches, _Spoken(together, printed, source))
    if len(fixed) == len(branches):
        return Shown(tuple(everything))
    found = find_ways(branches, fixed, _affordable(source))
    readings = [read_blocks(_covered(tokens, _left_out(branches, way))) for way in found.ways]
    blocks = _merged([*readings, _leftovers(everything, readings)])
    numbers = {block: number for number, block in enumerate(blocks)}
    variants = tuple(
        Variant(tuple(_conditions(branches, fixed, way)), tuple(numbers[block] for block in reading))
        for way, reading in zip(found.ways, readings, strict=True)
    )
    return Shown(blocks, variants, () if found.complete else (_bounded(len(found.ways)),))


def _affordable(source: Source) -> int:
    """How many variants of a template are read, so that the time stays within bounds however long it is."""
    most = source.options.limits.variants
    return min(most, max(_FEWEST, _MOST_READ // max(len(source.text), 1)))


def _bounded(number: int) -> str:
    return (
        f"The conditions of this template can be combined in more ways than were read; the {number} that were read "
        f"pair each of them with each other. To have more of them read, {raised('variants')}."
    )


class _Spoken:
    """Where a source says something, and where it prints a value."""

    def __init__(self, blocks: Sequence[Block], tokens: Sequence[Token], source: Source) -> None:
        self._said = sorted(
            piece.source_start
            for block in blocks
            for piece in block.slices
            if (piece.kind is not SliceKind.INSERTED or block.is_elsewhere)
            and any(map(str.isalnum, block.prose[piece.prose_start : piece.prose_end]))
        )
        self._outputs = [token for token in tokens if token.kind is TokenKind.OUTPUT]
        self._starts = [token.start for token in self._outputs]
        self._text = source.text

    def speaks(self, start: int, end: int) -> bool:
        """Whether source[start:end] holds words that a reader may see."""
        return bisect_left(self._said, start) < bisect_left(self._said, end)

    def prints(self, subject: str, start: int, end: int) -> bool:
        """Whether source[start:end] prints the value that a condition asks for."""
        names = _NAME.findall(subject)
        inside = self._outputs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return bool(names) and any(names[-1] in _NAME.findall(self._text, token.start, token.end) for token in inside)


def _fixed(branches: Sequence[Branch], spoken: _Spoken) -> frozenset[int]:
    """The numbers of the branches that are no choice between words: their first arm is always read.

    That is a branch that says nothing in any arm, and one that only asks whether the value is there that it prints,
    unless another branch asks for the same.
    """
    silent = {
        number
        for number, branch in enumerate(branches)
        if not any(spoken.speaks(arm.start, arm.end) for arm in branch.arms)
    }
    guards = {
        number
        for number, branch in enumerate(branches)
        if number not in silent and len(branch.arms) == 1 and _is_guard(branch, spoken)
    }
    choices = [branch for number, branch in enumerate(branches) if number not in silent | guards]
    asked = {subject for branch in choices for subject in _subjects(branch)}
    contested = {number for number in guards if asked & _subjects(branches[number])}
    return frozenset(silent | guards - contested)


def _subjects(branch: Branch) -> set[str]:
    """What the conditions of a branch ask about."""
    conditions = (arm.condition for arm in branch.arms if arm.condition is not None)
    return {test.subject for condition in conditions for test in tests_of(condition)}


def _is_guard(branch: Branch, spoken: _Spoken) -> bool:
    """Whether the one arm is sent where values are there, and prints them."""
    (arm,) = branch.arms
    parts = arm.condition.of if isinstance(arm.condition, All) else (arm.condition,)
    return all(
        isinstance(part, Test) and not part.relation and spoken.prints(part.subject, arm.start, arm.end)
        for part in parts
    )


def _code_between(branches: Sequence[Branch]) -> Iterator[tuple[int, int]]:
    """The stretches of code that part the arms of branches."""
    for branch in branches:
        starts = [*(arm.start for arm in branch.arms), branch.end]
        yield from zip([branch.start, *(arm.end for arm in branch.arms)], starts, strict=True)


def _left_out(branches: Sequence[Branch], way: Way) -> Iterator[tuple[int, int]]:
    """The stretches of source that a way leaves out, with the code of its branches; in order, apart."""
    for branch, taken in zip(branches, way, strict=True):
        if taken == NOT_REACHED:
            continue
        if taken == NONE_TAKEN:
            yield branch.start, branch.end
        else:
            yield branch.start, branch.arms[taken].start
            yield branch.arms[taken].end, branch.end


def _covered(tokens: Sequence[Token], stretches: Iterator[tuple[int, int]]) -> list[Token]:
    """The tokens, with one over each stretch that is left out."""
    covers = [Token(TokenKind.COMMENT, start, end) for start, end in sorted(stretches) if start < end]
    starts = [cover.start for cover in covers]
    kept = []
    for token in tokens:
        number = bisect_left(starts, token.start + 1) - 1
        if number < 0 or covers[number].end <= token.start:
            kept.append(token)
    return sorted([*kept, *covers], key=lambda token: token.start)


def _merged(readings: Sequence[Sequence[Block]]) -> tuple[Block, ...]:
    """Each block once, in the order of the source."""
    distinct = dict.fromkeys(block for reading in readings for block in reading)
    return tuple(sorted(distinct, key=lambda block: block.slices[0].source_start))


def _leftovers(everything: Sequence[Block], readings: Sequence[Sequence[Block]]) -> list[Block]:
    """Blocks whose words no reading holds: the branches of a template that has too many."""
    read = {piece.source_start for reading in readings for block in reading for piece in block.slices}
    return [block for block in everything if not any(piece.source_start in read for piece in block.slices)]


def _conditions(branches: Sequence[Branch], fixed: frozenset[int], way: Way) -> Iterator[str]:
    """The conditions that lead to a way, each once, in the order of the source."""
    told: dict[str, None] = {}
    for number, (branch, taken) in enumerate(zip(branches, way, strict=True)):
        if number in fixed or taken == NOT_REACHED:
            continue
        condition = branch.arms[taken].condition if taken != NONE_TAKEN else None
        rows = [describe(condition)] if condition is not None else _none_of(branch, taken)
        told.update(dict.fromkeys(rows))
    yield from told


def _none_of(branch: Branch, taken: int) -> list[str]:
    """The words for the arm that is sent where no condition before it holds."""
    before = branch.arms if taken == NONE_TAKEN else branch.arms[:taken]
    conditions = [arm.condition for arm in before if arm.condition is not None]
    flat = [part for each in conditions for part in (each.of if isinstance(each, AnyOf) else (each,))]
    subjects = {test.subject for part in flat for test in tests_of(part)}
    values = [str(part.value) for part in flat if isinstance(part, Test) and part.relation == "=="]
    if len(subjects) == 1 and len(values) == len(flat) > 1:
        listed = ", ".join(values[:_MOST_NAMED]) + (" …" if len(values) > _MOST_NAMED else "")
        return [f"{next(iter(subjects))} is none of {listed}"]
    return [describe(negated(condition)) for condition in conditions]
