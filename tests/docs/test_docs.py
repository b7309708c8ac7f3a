"""What the documentation says is true: its example works, its arithmetic is the program's, every rule has its page."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from empathy_lint.checking.packs import load_packs
from empathy_lint.checking.selftest import run_examples
from empathy_lint.run import Run

ROOT = Path(__file__).parents[2]


def test_the_worked_message_comes_out_as_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT / "fixtures")
    (message,) = Run().lint_paths(["letters/missed-payment.sms.txt"]).messages
    assert (ROOT / "fixtures" / "letters" / "missed-payment.sms.txt").read_text().strip() in page
    for step in message.score.arithmetic:
        assert f"    {step}\n" in page
    assert f"The total is {message.score.total:.1f}" in page
    best = max(message.findings, key=lambda row: row.score_if_fixed)
    assert f"the total would be {best.score_if_fixed:.0f}" in " ".join(page.split())


def _house_rule() -> str:
    page = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
    return next(block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if block.startswith("id:"))


def test_the_example_of_a_rule_passes_its_own_tests(tmp_path: Path) -> None:
    (tmp_path / "portal.yaml").write_text(_house_rule(), encoding="utf-8")
    pack = load_packs((tmp_path,), shipped=False)
    assert [rule.id for rule in pack.rules] == ["portal-words"]
    assert pack.problems == ()
    assert [str(failure) for failure in run_examples(pack)] == []


def test_every_rule_and_every_piece_of_evidence_has_its_place() -> None:
    pytest.importorskip("mkdocs")
    pack = load_packs(())
    pages = dict(runpy.run_path(str(ROOT / "docs" / "hooks" / "rule_pages.py"))["generated"](pack))
    for rule in pack.rules:
        assert rule.why.split()[0] in pages[f"rules/{rule.id}.md"]
        assert f"({rule.id}.md)" in pages["rules/index.md"]
        for name in (*rule.evidence.for_, *rule.evidence.against):
            assert f"../evidence.md#{name.lower()}" in pages[f"rules/{rule.id}.md"]
    assert all(f"## {name}\n" in pages["evidence.md"] for name in pack.evidence)


def test_the_readme_shows_the_report_as_it_is() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = page.split("is some of what its writer is told:\n\n```\n")[1].split("\n```")[0].splitlines()
    report = (ROOT / "fixtures" / "reports" / "final-reminder.html.txt").read_text(encoding="utf-8").splitlines()
    whole = [line.rstrip() for line in report]
    for line in shown:
        start = line.removesuffix("…").rstrip()
        assert any(row.startswith(start) if line.endswith("…") else row == line for row in whole), line
