"""What a writer relies on, held against whole messages: worse words never score higher, and silence never costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_lint import MessageReport, lint
from empathy_lint.words import band

HARM = "We will take legal action if the balance is not cleared."
SENTENCES = (
    HARM,
    "You have failed to pay, and this is your own fault.",
    "FINAL WARNING: pay NOW!!!",
    "Kindly remit the outstanding amount at your earliest convenience.",
    "Unfortunately, your request has been denied.",
    "Act immediately, or your account will be suspended.",
    "Your payment of {{ amount }} was due on {{ due_date }}.",
    "Please pay {{ amount }} by {{ date }}.",
    "We know that money can be tight, and we are sorry to bring this up.",
    "If the date is hard for you, you can spread the cost over six months.",
    "Call us on 0800 111 222, and we will find a way together.",
    "You can also reply to this email; a person will read it.",
    "Free, independent advice is there for you at StepChange.",
    "Thank you for being with us, {{ first_name }}.",
    "The office is open from nine to five.",
    "In accordance with the aforementioned terms, the undersigned department hereby reserves the right to proceed.",
)
paragraphs = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5
)
few = settings(max_examples=25, deadline=None)


def report_on(rows: list[str], **options) -> MessageReport:
    text = "\n\n".join(["Dear {{ first_name }},", *rows]) + "\n"
    return lint(text, channel="email", situation="late-past-due", rewrites=False, **options)


@few
@given(paragraphs)
def test_a_score_lies_between_0_and_100_and_its_band_says_the_same(rows) -> None:
    report = report_on(rows)
    assert 0 <= report.score.total <= 100
    assert report.score.band == band(report.score.total)
    assert report.score.total <= report.score.uncapped + 1e-9
    known = [value for value in report.score.dimensions.values() if value is not None]
    assert all(0 <= value <= 100 for value in known)
    assert min(known) - 1e-9 <= max(report.score.uncapped, 4.0)
    assert report.score.uncapped <= max(known) + 1e-9


@few
@given(paragraphs, st.integers(0, 5))
def test_a_threat_more_never_raises_the_score(rows, place) -> None:
    worse = [*rows[:place], HARM, *rows[place:]]
    assert report_on(worse).score.total <= report_on(rows).score.total + 1e-9
    assert report_on(worse).score.total <= 40


@few
@given(paragraphs)
def test_mending_a_finding_never_lowers_the_score(rows) -> None:
    report = report_on(rows)
    assert all(row.score_if_fixed >= report.score.total - 1e-9 for row in report.findings)


@few
@given(paragraphs, st.data())
def test_switching_off_a_rule_never_lowers_the_score(rows, data) -> None:
    report = report_on(rows)
    rules = sorted({row.finding.rule for row in report.findings})
    if rules:
        rule = data.draw(st.sampled_from(rules))
        assert report_on(rows, ignore=[rule]).score.total >= report.score.total - 1e-9


@few
@given(paragraphs)
def test_the_same_message_gets_the_same_report_whatever_was_linted_before(rows) -> None:
    first = report_on(rows)
    report_on(list(reversed(rows)))
    again = report_on(rows)
    assert again.score == first.score
    assert [row.finding for row in again.findings] == [row.finding for row in first.findings]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_quoted_thrice_costs_no_less_than_once(sentence) -> None:
    once, thrice = report_on([sentence]).score, report_on([sentence] * 3).score
    assert thrice.dimensions["safety"] <= once.dimensions["safety"] + 1e-9
    assert thrice.dimensions["respect"] <= once.dimensions["respect"] + 1e-9


def test_what_is_promised_for_an_edit_counts_what_is_still_there_once_it_is_made() -> None:
    threat = "Upon grant of the order we may levy distress, {}take the roof over your head and ruin you for good."
    report = report_on([threat.format("make an attachment of earnings, ")])
    promised = next(row for row in report.findings if row.finding.place and "earnings" in row.finding.place.text)
    assert promised.score_if_fixed <= report_on([threat.format("")]).score.total + 0.5
