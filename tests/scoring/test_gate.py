"""Whether a message passes, and a run in a few numbers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from empathy_lint.scoring.summary import Summary, Tally, summarise, why_not
from empathy_lint.words import Severity


def report(total: float = 80.0, *severities: Severity, counts: bool = True, words: int = 10):
    """As much of a report as the gate looks at."""
    rows = [SimpleNamespace(finding=SimpleNamespace(severity=severity)) for severity in severities]
    return SimpleNamespace(
        score=SimpleNamespace(total=total), score_counts=counts, findings=rows, suppressed=[1, 2], accepted=[1],
        metrics=SimpleNamespace(words=words),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("total", "passes"), [(70.0, True), (69.96, True), (69.94, False), (100.0, True), (0.0, False)]
)
def test_a_score_is_held_against_the_limit_as_it_is_shown(total, passes) -> None:
    assert why_not(report(total), 70, "never") == (() if passes else (f"score {round(total, 1):g} is under 70",))


def test_a_score_that_does_not_count_fails_nothing() -> None:
    assert why_not(report(0.0, counts=False), 70, "never") == ()


def test_findings_as_grave_as_the_limit_or_graver_fail_the_message() -> None:
    rows = (Severity.INFO, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
    said = {limit: why_not(report(80, *rows), 70, limit) for limit in ("info", "minor", "major", "critical", "never")}
    assert said == {
        "info": ("4 findings are info or worse",),
        "minor": ("3 findings are minor or worse",),
        "major": ("2 findings are major or worse",),
        "critical": ("1 finding is critical",),
        "never": (),
    }
    assert why_not(report(80, Severity.MINOR), 70, "major") == ()
    assert why_not(report(10, Severity.CRITICAL), 70, "critical") == ("score 10 is under 70", "1 finding is critical")


def test_a_run_adds_up() -> None:
    rows = (report(10.0, Severity.INFO, words=3), report(20.0, words=5), report(90.0, Severity.INFO, Severity.MAJOR))
    assert summarise(SimpleNamespace(messages=rows)) == Summary(3, 18, 3, 6, 3, 10.0, 40.0, 20.0)
    assert Tally().summary() == Summary(0, 0, 0, 0, 0, None, None, None)
