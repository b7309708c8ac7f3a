"""Expressions that wait are right, and mean what they would have meant at once."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import empathy_lint.checking
import empathy_lint.language
import empathy_lint.rewriting
from empathy_lint import late_re
from empathy_lint.rewriting import wordings


def held(row: object) -> Iterator[late_re._Late]:
    """The waiting expressions in a value, and in the tables that it is made of."""
    if type(row) is late_re._Late:
        yield row
    elif isinstance(row, dict):
        yield from held([*row.keys(), *row.values()])
    elif isinstance(row, (list, tuple)):
        for each in row:
            yield from held(each)


def test_no_module_of_wordings_compiles_its_expressions_at_once() -> None:
    for module in pkgutil.walk_packages(wordings.__path__, f"{wordings.__name__}."):
        rows = vars(importlib.import_module(module.name)).values()
        assert not any(isinstance(row, re.Pattern) for row in rows), module.name


def test_every_expression_of_the_wordings_can_be_compiled() -> None:
    waiting = [
        row
        for package in (empathy_lint.checking, empathy_lint.language, empathy_lint.rewriting)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        for row in held(list(vars(importlib.import_module(module.name)).values()))
    ]
    assert len(waiting) > 200
    for expression in waiting:
        assert expression.groups >= 0


def test_an_expression_that_waits_finds_what_it_would_have_found() -> None:
    late = late_re.compile("pa(y|id)", late_re.IGNORECASE)
    assert [match[1] for match in late.finditer("Pay or be PAID")] == ["y", "ID"]
    assert late.sub("gave", "you pay") == "you gave"
    assert late.pattern == "pa(y|id)"


def test_nothing_is_compiled_before_it_is_needed() -> None:
    late = late_re.compile("(")
    with pytest.raises(re.error):
        late.search("")
