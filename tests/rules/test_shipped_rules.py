"""The shipped packs: every example holds, every rule can be explained, every finding has its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.selftest import run_examples


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_packs(())


def test_the_shipped_packs_load_without_a_problem(pack: Pack) -> None:
    assert pack.problems == ()


def test_every_example_of_every_rule_holds(pack: Pack) -> None:
    assert [str(failure) for failure in run_examples(pack)] == []


def test_every_rule_has_something_to_flag_and_something_to_leave_alone(pack: Pack) -> None:
    assert [rule.id for rule in pack.rules if not (rule.examples.flag and rule.examples.pass_)] == []


def test_every_rule_says_why_and_what_to_write_and_cites_evidence_that_is_known(pack: Pack) -> None:
    for rule in pack.rules:
        assert rule.why and rule.advice, rule.id
        assert set(rule.evidence.for_) | set(rule.evidence.against) <= set(pack.evidence), rule.id


@pytest.mark.parametrize("name", ["regulations-us", "regulations-uk", "regulations-au", "regulations-ca"])
def test_optional_packs_are_loaded_by_name_only(pack: Pack, name: str) -> None:
    chosen = load_packs([Path(name)])
    known = {rule.id for rule in pack.rules}
    added = tuple(rule for rule in chosen.rules if rule.id not in known)
    assert chosen.problems == ()
    assert added and all(rule.id.startswith("reg-") for rule in added)
    assert [str(failure) for failure in run_examples(replace(chosen, rules=added, elements=()))] == []
