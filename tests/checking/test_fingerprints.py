"""Names of findings, by which a baseline knows them again."""

from __future__ import annotations

import pytest

from empathy_lint.checking.fingerprints import fingerprint, message_fingerprint, numbered, words_fingerprint

PROSE = "We take “legal action” now."
NAME = "1e6aa5dcd92dad9c"


def test_the_names_in_a_baseline_of_today_are_those_that_it_will_be_compared_with() -> None:
    assert fingerprint("threat-language", "legal-action", PROSE, 8, 22) == NAME
    assert words_fingerprint("legal action") == "4420a3ef"
    assert message_fingerprint("no-options", "options", "overdue", "help") == "20aea2131504db14"
    assert message_fingerprint("no-options", "options", None, None) == "7b998c6bc5dcc53d"
    assert numbered([NAME, "other", NAME]) == [NAME, "other", "e719ebae94df80e5"]


@pytest.mark.parametrize(
    ("rule", "entry", "prose", "start", "end"),
    [
        ("fear-words", "legal-action", PROSE, 8, 22),
        ("threat-language", "take", PROSE, 8, 22),
        ("threat-language", "legal-action", PROSE.replace("legal", "other"), 8, 22),
        ("threat-language", "legal-action", PROSE.replace("We", "I"), 7, 21),
        ("threat-language", "legal-action", PROSE.replace("now", "soon"), 8, 22),
        ("threat-language", "legal-action", PROSE, 8, 21),
    ],
)
def test_another_rule_other_words_and_other_words_around_make_another_name(
    rule: str, entry: str, prose: str, start: int, end: int
) -> None:
    assert fingerprint(rule, entry, prose, start, end) != NAME


def test_what_stands_far_away_makes_no_difference() -> None:
    near = "x" * 40
    names = {
        fingerprint("r", "e", f"{far}{near} legal {near}{far}", len(far) + 41, len(far) + 46)
        for far in ("", "abc", "d")
    }
    assert len(names) == 1
