"""Thymeleaf: elements that are sent on a condition (`th:if`, `th:unless`), or as one of several (`th:case`).

Its logic stands in attributes, so a branch is an element with its tags, and no other code stands between its arms.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from empathy_lint.reading.branches import Arm, Branch
from empathy_lint.reading.conditions import All, Condition, equals, negated, parse
from empathy_lint.reading.html_tokens import Tag, tokens
from empathy_lint.reading.message import Source
from empathy_lint.reading.template_syntax import Token
from empathy_lint.reading.thymeleaf.elements import Nesting, is_empty, span_of
from empathy_lint.reading.thymeleaf.texts import printed_span

_MARK: Final = re.compile(r"\b(?:(?:data-)?th[:-](?:if|unless|case)|[tv]-if|n:if)\s*=|\s:if=\{", re.IGNORECASE)
_EXPRESSION: Final = re.compile(r"[$*#@~]?\{([^{}]*)\}")
_OTHERWISE: Final = frozenset({"*", "'*'"})


@dataclass
class _Element:
    """An element that is open; `cases` are the arms that a `th:switch` holds so far."""

    tag: Tag
    asked: Condition | None = None  # None: it is always sent
    follows: bool = False  # it is sent where the element before it was not: t-elif, v-else
    case: str | None = None
    switch: str | None = None
    cases: list[Arm] = field(default_factory=list)


def element_branches(source: Source, code: Sequence[Token]) -> list[Branch]:
    """The branches that elements of a page make, in order; which of them stand in others is not told yet.

    Elements inside of template code, such as a comment, are none.
    """
    if _MARK.search(source.text) is None:
        return []
    starts = [token.start for token in code]
    found = []
    reader = _Reader(source)
    for branch in reader.branches():
        number = bisect_right(starts, branch.start) - 1
        if number < 0 or code[number].end <= branch.start:
            found.append(branch)
    found.sort(key=lambda branch: (branch.start, -branch.end))
    return _chained(source.text, found, reader.following) if reader.following else found


def _chained(text: str, branches: Sequence[Branch], following: Set[int]) -> list[Branch]:
    """The branches, each of the elements that follow another as one more arm of it."""
    chained: list[Branch] = []
    ends: dict[int, int] = {}
    for branch in branches:
        before = branch.start
        while branch.start in following and before > 0 and text[before - 1].isspace():
            before -= 1
        number = ends.pop(before, None) if branch.start in following else None
        if number is None:
            number = len(chained)
            chained.append(branch)
        else:
            first = chained[number]
            chained[number] = replace(first, end=branch.end, arms=(*first.arms, *branch.arms))
        ends[branch.end] = number
    return [branch for branch in chained if branch.arms[0].condition is not None]


def outside_of_elements(branches: Sequence[Branch], code: Sequence[Token], source: Source) -> list[Token]:
    """The template code without what the conditions of elements ask: but for `th:text`, an attribute prints nothing."""
    spans = list(_silent_spans(source.text)) if branches else []
    kept, number = [], 0
    for token in code:
        while number < len(spans) and spans[number][1] <= token.start:
            number += 1
        if number == len(spans) or token.start < spans[number][0]:
            kept.append(token)
    return kept


def _silent_spans(text: str) -> Iterator[tuple[int, int]]:
    """The tags of a page without the values that are printed, in order."""
    for tag in tokens(text, 0, len(text)):
        if isinstance(tag, Tag):
            start, end = printed_span(tag) or (tag.end, tag.end)
            yield tag.start, start
            yield end, tag.end


def put_together(branches: Sequence[Branch], elements: Sequence[Branch]) -> list[Branch]:
    """Branches of code and of elements as one list, in order, each within the arm that holds it.

    Where code and elements cross each other, only the code's are known: no letter is made so.
    """
    placed: list[Branch] = []
    around: list[int] = []
    for branch in sorted([*branches, *elements], key=lambda row: (row.start, -row.end)) if elements else ():
        while around and placed[around[-1]].end <= branch.start:
            around.pop()
        within = _arm_of(placed, around[-1], branch) if around else None
        if around and within is None:
            return list(branches)
        around.append(len(placed))
        placed.append(replace(branch, within=within))
    return placed or list(branches)


def _arm_of(placed: Sequence[Branch], number: int, branch: Branch) -> tuple[int, int] | None:
    """The arm of a branch that holds all of another one."""
    arms = enumerate(placed[number].arms)
    return next(((number, place) for place, arm in arms if arm.start <= branch.start and branch.end <= arm.end), None)


class _Reader:
    """Follows the elements that open and close."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: Nesting[_Element] = Nesting()
        self._depth = 0  # of elements with a condition
        self.following: set[int] = set()  # where elements begin that are another way of the one before

    def branches(self) -> Iterator[Branch]:
        for tag in tokens(self._source.text, 0, len(self._source.text)):
            if not isinstance(tag, Tag):
                continue
            if tag.closing:
                yield from self._closed(tag)
            elif is_empty(tag, self._source.text):
                yield from self._finished(self._element(tag), tag.end)
            else:
                element = self._element(tag)
                self._open.open(tag.name, element)
                self._depth += element.asked is not None

    def _closed(self, tag: Tag) -> Iterator[Branch]:
        """Close the innermost element of that name; what was left open inside of it is given up."""
        element = None
        for element in self._open.close(tag.name):
            self._depth -= element.asked is not None
        if element is not None:
            yield from self._finished(element, tag.end)

    def _finished(self, element: _Element, end: int) -> Iterator[Branch]:
        start = element.tag.start
        if element.cases:
            yield Branch(element.cases[0].start, element.cases[-1].end, tuple(element.cases))
        if element.case is not None:
            switch = next((row for _, row in reversed(self._open.rows) if row.switch is not None), None)
            if switch is not None and switch.switch is not None:
                is_other = element.case.strip() in _OTHERWISE
                condition = None if is_other else equals(switch.switch, element.case)
                switch.cases.append(Arm(condition, start, end))
        if element.follows:
            self.following.add(start)
        is_asked = element.asked is not None or element.follows
        if is_asked and self._depth < self._source.options.limits.blocks:
            yield Branch(start, end, (Arm(element.asked, start, end),))

    def _element(self, tag: Tag) -> _Element:
        said = {name: self._attribute(tag, name) for name in ("if", "unless", "case", "switch", "else if", "else")}
        asked: list[Condition] = []
        if said["if"] is not None:
            asked.append(parse(said["if"]))
        if said["unless"] is not None:
            asked.append(negated(parse(said["unless"])))
        if said["else if"] is not None:
            asked.append(parse(said["else if"]))
        condition = asked[0] if len(asked) == 1 else All(tuple(asked)) if asked else None
        follows = said["else if"] is not None or said["else"] is not None
        return _Element(tag, condition, follows, said["case"], said["switch"])

    def _attribute(self, tag: Tag, name: str) -> str | None:
        """What an attribute of Thymeleaf's says, without the signs around its expressions."""
        span = span_of(tag, name)
        return None if span is None else _EXPRESSION.sub(r"\1", html.unescape(self._source.text[slice(*span)])).strip()
