"""What would help where only a person can write it: of these very words if it can be, else of all such findings."""

from __future__ import annotations

import pytest

from empathy_lint import lint


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Pay by Friday, or we will take you to court.", "“Please pay by Friday.” first"),
        ("Please reply within 7 days. By law you must reply, and you can be fined if you don't.", "say what"),
    ],
)
def test_a_threat_is_met_with_the_ask_that_it_hangs_on(sentence: str, begins: str) -> None:
    report = lint(f"Dear Sam,\n\n{sentence}\n", path="letter.txt", rewrites=True)
    threats = [row.finding for row in report.findings if row.finding.rule == "threat-language"]
    assert threats
    assert all(each.guidance.startswith(begins) or each.rewrites for each in threats)
    assert not any("Please do this" in each.guidance for each in threats)
