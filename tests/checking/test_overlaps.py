"""Of findings about the same words, the one that tells a writer most."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import cast

import pytest

from empathy_lint.checking.overlaps import Draft, settle_across_rules, settle_within_clauses, settle_within_rules
from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.words import Severity

Settle = Callable[[Iterable[Draft]], list[Draft]]
EACH = pytest.mark.parametrize("settle", [settle_within_rules, settle_within_clauses, settle_across_rules])


def draft(
    name: str,
    start: int,
    end: int,
    *,
    rule: str = "threat",
    severity: Severity = Severity.MAJOR,
    evidence: str = "words",
    mark: str = "clause",
    beside: bool = False,
    rank: int = 0,
    block: int | None = 0,
) -> Draft:
    its_rule = cast("Rule", SimpleNamespace(id=rule, beside=beside))
    entry = cast("Entry", SimpleNamespace(kind=SimpleNamespace(evidence=evidence), mark=mark))
    return Draft(its_rule, entry, severity, (0, rank), block, start, end, element=name)


def told(settle: Settle, *drafts: Draft) -> list[str]:
    """The names of those that stand, whatever order they come in."""
    names = sorted(str(each.element) for each in settle(drafts))
    assert sorted(str(each.element) for each in settle(drafts[::-1])) == names
    return names


@EACH
def test_of_the_same_words_the_more_severe_is_told(settle: Settle) -> None:
    assert told(settle, draft("minor", 0, 9, severity=Severity.MINOR), draft("major", 0, 9)) == ["major"]


@EACH
def test_of_as_severe_findings_the_longer_is_told(settle: Settle) -> None:
    assert told(settle, draft("legal action", 5, 17), draft("take legal action", 0, 17)) == ["take legal action"]


@EACH
def test_of_equal_findings_the_first_is_told(settle: Settle) -> None:
    assert told(settle, draft("first", 0, 9, rank=1), draft("second", 0, 9, rank=2)) == ["first"]
    assert told(settle, draft("first", 0, 8), draft("second", 2, 10)) == ["first"]
    assert told(settle, draft("first", 2, 10, rank=1), draft("second", 0, 8, rank=2)) == ["first"]


@EACH
def test_words_tell_more_than_grammar_and_grammar_more_than_a_tone(settle: Settle) -> None:
    words, grammar, tone = (draft(each, 0, 9, evidence=each) for each in ("words", "grammar", "learned"))
    assert told(settle, tone, grammar, words) == ["words"]
    assert told(settle, tone, grammar) == ["grammar"]


@EACH
def test_findings_about_other_words_all_stand(settle: Settle) -> None:
    assert told(settle, draft("a", 0, 5), draft("b", 5, 10), draft("c", 0, 5, block=1)) == ["a", "b", "c"]


@EACH
def test_what_is_about_a_message_or_a_measure_says_nothing_against_words(settle: Settle) -> None:
    beside = [draft("long", 0, 9, evidence="measure"), draft("help", 0, 9, block=None)]
    assert told(settle, draft("words", 0, 9), *beside) == ["help", "long", "words"]


@EACH
def test_findings_behind_one_that_is_left_out_are_told(settle: Settle) -> None:
    rows = [draft("a", 0, 9), draft("b", 1, 9), draft("c", 10, 14)]
    assert told(settle, *rows) == ["a", "c"]


def test_within_a_rule_any_shared_letter_makes_findings_rivals() -> None:
    assert told(settle_within_rules, draft("long", 0, 9), draft("short", 8, 12)) == ["long"]
    assert told(settle_within_rules, draft("a", 0, 9), draft("b", 0, 8, rule="fear")) == ["a", "b"]


def test_within_a_rule_words_are_told_before_what_is_longer() -> None:
    rows = [draft("words", 0, 5), draft("grammar", 0, 9, evidence="grammar", severity=Severity.CRITICAL)]
    assert told(settle_within_rules, *rows) == ["words"]
    assert told(settle_within_rules, draft("short", 0, 5, severity=Severity.CRITICAL), draft("long", 0, 9)) == ["long"]


@pytest.mark.parametrize(
    ("other", "names"),
    [
        (draft("other", 0, 9), ["one"]),
        (draft("other", 5, 15), ["one"]),
        (draft("other", 6, 16), ["one", "other"]),
        (draft("other", 9, 11), ["one"]),
        (draft("other", 0, 9, mark="words"), ["one", "other"]),
        (draft("other", 0, 9, rule="fear"), ["one", "other"]),
    ],
)
def test_findings_of_a_rule_about_one_clause_are_told_once(other: Draft, names: list[str]) -> None:
    assert told(settle_within_clauses, draft("one", 0, 10), other) == names


def test_of_clauses_the_graver_is_told_before_the_longer_and_the_longer_before_the_clearer() -> None:
    rows = [draft("grave", 0, 5, severity=Severity.CRITICAL), draft("long", 0, 9, evidence="grammar"), draft("c", 0, 8)]
    assert told(settle_within_clauses, *rows) == ["grave"]
    assert told(settle_within_clauses, *rows[1:]) == ["long"]


@pytest.mark.parametrize(
    ("other", "names"),
    [
        (draft("other", 0, 9, rule="fear"), ["one"]),
        (draft("other", 5, 15, rule="fear"), ["one"]),
        (draft("other", 6, 16, rule="fear"), ["one", "other"]),
        (draft("other", 9, 11, rule="fear"), ["one"]),
        (draft("other", 0, 9, rule="fear", beside=True), ["one", "other"]),
        (draft("other", 0, 10, rule="fear", beside=True, severity=Severity.CRITICAL), ["one", "other"]),
    ],
)
def test_the_same_words_are_told_by_one_rule_unless_a_rule_stands_beside_others(other: Draft, names: list[str]) -> None:
    assert told(settle_across_rules, draft("one", 0, 10), other) == names


def test_across_rules_a_tone_gives_way_and_the_graver_is_told_before_the_clearer() -> None:
    tone = draft("tone", 0, 9, evidence="learned", severity=Severity.CRITICAL)
    grammar = draft("grammar", 0, 7, evidence="grammar")
    minor = draft("minor", 0, 9, severity=Severity.MINOR)
    assert told(settle_across_rules, tone, grammar, minor) == ["grammar"]
    assert told(settle_across_rules, tone, minor) == ["minor"]
    assert told(settle_across_rules, draft("long", 0, 9, evidence="grammar"), draft("clear", 0, 7)) == ["clear"]
