"""Linting does no more work than it did: counted, so that a busy machine makes no difference."""

from __future__ import annotations

import pytest

from benchmarks.speed.work import Work, messages, work_of

CALLS_A_WORD = 2500  # nearly twice of what it is today; a quadratic mistake or a forgotten cache makes far more


@pytest.fixture(scope="module")
def work() -> Work:
    return work_of(messages(6))


def test_functions_are_called_in_proportion_to_the_words(work: Work) -> None:
    assert work.calls / work.words < CALLS_A_WORD


def test_no_sentence_is_read_twice_by_the_tone_model_or_by_vader(work: Work) -> None:
    assert max(work.felt.values()) == 1
    first, second = work.toned
    assert first <= len(work.felt) + 10
    assert second < 0.75 * first  # the filler is harsher than what is sent


def test_a_sentence_is_parsed_at_most_for_facts_and_for_patterns(work: Work) -> None:
    assert max(work.parsed.values()) <= 2


def test_twice_the_messages_are_at_most_twice_the_work(work: Work) -> None:
    rows = messages(12)
    second = work_of(rows[6:])
    assert second.calls / second.words < 1.5 * work.calls / work.words


def test_what_was_linted_before_costs_no_parsing_again() -> None:
    rows = messages(3)
    work_of(rows, trace=False)
    assert not work_of(rows, trace=False).parsed


def test_other_amounts_and_dates_cost_no_parsing_and_no_reading_again() -> None:
    letter = "You failed to pay ${} by {} March {}, so we will charge a fee. Please call us."
    work_of([("a.txt", letter.format("20.00", 14, 2025))], trace=False)
    again = work_of([("b.txt", letter.format("95.50", 28, 2019))], trace=False)
    assert not again.parsed
    assert not again.toned
