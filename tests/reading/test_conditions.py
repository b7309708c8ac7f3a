"""Conditions of every template language: the same question is known again, however it is written."""

from __future__ import annotations

import pytest

from empathy_lint.reading.conditions import describe, negated, parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plan", "$plan"),
        ("plan", ".plan"),
        ("plan", "@plan"),
        ("plan", "(plan)"),
        ("plan", "plan.present?"),
        ("plan", "isset($plan)"),
        ("plan", "plan??"),
        ("plan", "plan?has_content"),
        ("plan", "plan is defined"),
        ("plan", "plan == true"),
        ("plan", "plan != nil"),
        ("plan", "!empty($plan)"),
        ("items", "items|length > 0"),
        ("items", "items.size > 0"),
        ("not plan", "!plan"),
        ("not plan", "plan.blank?"),
        ("not plan", "plan is none"),
        ("not plan", 'plan == ""'),
        ("stage == 'final'", 'stage eq "final"'),
        ("stage == 'final'", 'eq .stage "final"'),
        ("stage == 'final'", "stage === 'final'"),
        ("not (stage == 'final')", "stage != 'final'"),
        ("a and not b", "a && !b"),
        ("a or b", "a || b"),
    ],
)
def test_one_question_in_two_languages(one: str, other: str) -> None:
    assert parse(one) == parse(other)


@pytest.mark.parametrize(
    "code", ["", "(", "a ==", "== a", "a + b > c", "f(x, 'y)", "a in ['x', 'y']", "(" * 50, "x" * 900]
)
def test_what_is_not_understood_is_one_question(code: str) -> None:
    assert parse(code) == parse(code)
    assert negated(negated(parse(code))) == parse(code)
    assert 0 < len(describe(parse(code))) <= 60


@pytest.mark.parametrize(
    ("code", "words", "opposite"),
    [
        ("overdue and not plan", "overdue and not plan", "not (overdue and not plan)"),
        ("stage == 'final'", "stage is final", "stage is not final"),
        ("days > 30", "days > 30", "days <= 30"),
        ("@plan.present?", "plan", "not plan"),
        ("a in [1, 2]", "a in [1, 2]", "not (a in [1, 2])"),
    ],
)
def test_conditions_are_told_in_words(code: str, words: str, opposite: str) -> None:
    assert describe(parse(code)) == words
    assert describe(negated(parse(code))) == opposite
