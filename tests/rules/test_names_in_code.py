"""Rules and entries that code knows by name are there: a rule that is renamed must not lose what is written for it."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_lint.checking.kinds import order
from empathy_lint.checking.packs import load_packs
from empathy_lint.rewriting import by_rule, guidance, together


def names_in_code() -> Iterator[str]:
    """Each rule, or `rule/entry`, that a table names."""
    for rules in order._RESTS_ON.values():
        yield from rules
    yield from by_rule._BY_RULE
    yield from by_rule._MOVES
    yield from (rule for rule, _ in together._ALL_OVER)
    for rule, lines in guidance._LINES.items():
        yield rule
        yield from (f"{rule}/{entry}" for entry in lines if entry != guidance._REST)


def test_every_rule_and_entry_that_code_names_is_shipped() -> None:
    rules = load_packs(()).rules
    shipped = {rule.id for rule in rules} | {f"{rule.id}/{entry.id}" for rule in rules for entry in rule.entries}
    assert set(names_in_code()) - shipped == set()
