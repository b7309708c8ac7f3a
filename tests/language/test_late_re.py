"""Expressions that wait are right, and mean what they would have meant at once."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import empathy_lint.language
import empathy_lint.rewriting
from empathy_lint import late_re


def test_every_expression_of_the_wordings_can_be_compiled() -> None:
    for package in (empathy_lint.language, empathy_lint.rewriting):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    waiting = [row for row in gc.get_objects() if type(row) is late_re._Late]
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
