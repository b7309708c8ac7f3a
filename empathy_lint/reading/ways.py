"""The ways through a template's branches: all of them where they are few, else enough to hold every pair of choices.

What a condition asks is a variable: `if plan` and `unless plan` read the same one, and so do `stage == 'final'` and
`when 'final'`. A way is made from one value for each variable, so its arms never contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import Final

from empathy_lint.limits import LIMITS
from empathy_lint.reading.branches import Branch
from empathy_lint.reading.conditions import OTHER, Condition, Value, holds, tests_of

_MOST_TRIED: Final = 4096  # combinations of values that are looked at to find the distinct ways
_MOST_ARMS: Final = 512  # arms that are looked for; a template with more is no message
NONE_TAKEN: Final = -1
NOT_REACHED: Final = -2

# For each branch the number of the arm taken, NONE_TAKEN, or NOT_REACHED.
Way = tuple[int, ...]
Values = dict[str, Value]


@dataclass(frozen=True)
class Ways:
    """Distinct ways, the one in which most conditions hold first; `complete` where there is no other."""

    ways: tuple[Way, ...]
    complete: bool


def find_ways(branches: Sequence[Branch], fixed: frozenset[int] = frozenset(), most: int = LIMITS.variants) -> Ways:
    """The ways through the branches, at most `most`. Of a `fixed` branch the first arm is always sent."""
    free = [branch for number, branch in enumerate(branches) if number not in fixed]
    domains = _domains(arm.condition for branch in free for arm in branch.arms if arm.condition is not None)
    if prod(len(domain) for domain in domains.values()) <= _MOST_TRIED:
        every = dict.fromkeys(
            _way(branches, fixed, dict(zip(domains, values, strict=True))) for values in product(*domains.values())
        )
        if len(every) <= most:
            return Ways(tuple(every), complete=True)
    some = dict.fromkeys(_way(branches, fixed, values) for values in _covering(branches, fixed, domains, most))
    return Ways(tuple(some), complete=False)


def _way(branches: Sequence[Branch], fixed: frozenset[int], values: Mapping[str, Value]) -> Way:
    taken: list[int] = []
    for number, branch in enumerate(branches):
        if branch.within is not None and taken[branch.within[0]] != branch.within[1]:
            taken.append(NOT_REACHED)
        else:
            taken.append(0 if number in fixed else _arm(branch, values))
    return tuple(taken)


def _arm(branch: Branch, values: Mapping[str, Value]) -> int:
    for number, arm in enumerate(branch.arms):
        if arm.condition is None or holds(arm.condition, values):
            return number
    return NONE_TAKEN


def _domains(conditions: Iterable[Condition]) -> dict[str, tuple[Value, ...]]:
    """For each subject, values that answer the questions about it in every possible way."""
    asked: dict[str, list[tuple[str, str | float | None]]] = {}
    for condition in conditions:
        for test in tests_of(condition):
            asked.setdefault(test.subject, []).append((test.relation, test.value))
    return {subject: _domain(questions) for subject, questions in asked.items()}


def _domain(questions: Sequence[tuple[str, str | float | None]]) -> tuple[Value, ...]:
    values = list(dict.fromkeys(value for _, value in questions if value is not None))
    if not values:
        return True, False
    numbers = sorted(value for value in values if isinstance(value, float))
    words: list[Value] = [value for value in values if isinstance(value, str)]
    samples: list[Value] = []
    for low, high in zip(numbers, [*numbers[1:], None], strict=False):
        samples += [low, low + 1 if high is None else (low + high) / 2]
    if numbers:
        samples.append(numbers[0] - 1)
    missing: list[Value] = [None] if any(not relation for relation, _ in questions) else []
    return (*words, *samples, *([] if numbers else [OTHER]), *missing)


def _covering(
    branches: Sequence[Branch], fixed: frozenset[int], domains: Mapping[str, tuple[Value, ...]], most: int
) -> Iterator[Values]:
    """Values under which every arm is sent once, then any two values of two subjects meet, within `most`."""
    pairs = _Pairs(domains)
    first = pairs.filled({})
    reached = set(enumerate(_way(branches, fixed, first)))
    yield first
    made = 1
    arms = ((number, arm) for number, branch in enumerate(branches) for arm in range(len(branch.arms)))
    for number, arm in islice(arms, _MOST_ARMS):
        if made >= most:
            return
        if (number, arm) in reached or (start := _values_for(branches, fixed, domains, number, arm)) is None:
            continue
        values = pairs.filled(start)
        reached.update(enumerate(_way(branches, fixed, values)))
        made += 1
        yield values
    while made < most and (begun := pairs.unmet()) is not None:
        made += 1
        yield pairs.filled(begun)


def _values_for(
    branches: Sequence[Branch],
    fixed: frozenset[int],
    domains: Mapping[str, tuple[Value, ...]],
    number: int,
    arm: int,
) -> Values | None:
    """Values of the subjects that decide whether an arm is sent, such that it is; None where none are found."""
    path = [(number, arm)]
    while (within := branches[path[-1][0]].within) is not None:
        path.append(within)
    path = [(branch, wanted) for branch, wanted in path if branch not in fixed]
    conditions = [each.condition for branch, wanted in path for each in branches[branch].arms[: wanted + 1]]
    subjects = list(dict.fromkeys(test.subject for each in conditions if each for test in tests_of(each)))
    if prod(len(domains[subject]) for subject in subjects) > _MOST_TRIED:
        return None
    for values in product(*(domains[subject] for subject in subjects)):
        found = dict(zip(subjects, values, strict=True))
        if all(_arm(branches[branch], _Lenient(found)) == wanted for branch, wanted in path):
            return found
    return None


class _Lenient(dict[str, Value]):
    """Values of some subjects; arms behind the wanted one may ask for others, whose answers do not matter."""

    def __missing__(self, _subject: str) -> Value:
        return None


class _Pairs:
    """Which values of different subjects have met in a way; each set of values is the bits of one number."""

    def __init__(self, domains: Mapping[str, tuple[Value, ...]]) -> None:
        self._domains = domains
        self._first: dict[str, int] = {}
        size = 0
        for subject, domain in domains.items():
            self._first[subject] = size
            size += len(domain)
        self._met = [0] * size
        every = (1 << size) - 1
        self._others = {
            subject: every & ~(((1 << len(domain)) - 1) << self._first[subject]) for subject, domain in domains.items()
        }

    def filled(self, values: Values) -> Values:
        """The values with one for each further subject: the one that meets most others for the first time."""
        chosen = {subject: self._domains[subject].index(value) for subject, value in values.items()}
        bits = sum(1 << (self._first[subject] + place) for subject, place in chosen.items())
        for subject, domain in self._domains.items():
            if subject not in chosen:
                first = self._first[subject]
                place = max(
                    range(len(domain)),
                    key=lambda each, first=first, bits=bits: ((bits & ~self._met[first + each]).bit_count(), -each),  # type: ignore[misc]
                )
                chosen[subject] = place
                bits |= 1 << (first + place)
        for subject, place in chosen.items():
            self._met[self._first[subject] + place] |= bits
        return {subject: self._domains[subject][place] for subject, place in chosen.items()}

    def unmet(self) -> Values | None:
        """Two values that never met."""
        for subject, domain in self._domains.items():
            for place, value in enumerate(domain):
                missing = self._others[subject] & ~self._met[self._first[subject] + place]
                if missing:
                    return {subject: value, **self._value_at((missing & -missing).bit_length() - 1)}
        return None

    def _value_at(self, bit: int) -> Values:
        subject = next(row for row in reversed(self._first) if self._first[row] <= bit)
        return {subject: self._domains[subject][bit - self._first[subject]]}
