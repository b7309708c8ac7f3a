"""What counts as better: the finding gone, nothing new, no lower score."""

from __future__ import annotations

from empathy_lint.checking.finding import Finding
from empathy_lint.rewriting.proof import Verdict, is_better
from empathy_lint.words import Dimension, Severity


def found(rule: str, entry: str) -> Finding:
    return Finding(rule, entry, rule, Dimension.CLARITY, Severity.MINOR, "", "", "", "words")


TERM, HEARD = found("jargon", "legal-words"), found("jargon", "reads-as-jargon")


def test_a_finding_less_is_better() -> None:
    assert is_better(Verdict((TERM,), 60), Verdict((), 70), TERM)


def test_a_lower_score_is_never_better() -> None:
    assert not is_better(Verdict((TERM,), 60), Verdict((), 59), TERM)


def test_what_no_report_shows_of_a_score_does_not_count() -> None:
    assert is_better(Verdict((TERM,), 60.04), Verdict((), 59.98), TERM)
    assert not is_better(Verdict((TERM,), 60.04), Verdict((), 59.94), TERM)


def test_a_new_finding_is_never_better() -> None:
    assert not is_better(Verdict((TERM,), 60), Verdict((HEARD,), 70), TERM)


def test_what_stood_behind_the_finding_is_not_new() -> None:
    before = Verdict((TERM,), 60, outdone=(("jargon", "reads-as-jargon"),))
    assert is_better(before, Verdict((HEARD,), 60), TERM)
    assert not is_better(before, Verdict((HEARD, HEARD), 60), TERM)
