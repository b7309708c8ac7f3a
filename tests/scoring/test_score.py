"""The score can be retraced by hand, and its promises hold for any findings."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.scoring.score import Weighed, penalty, score
from empathy_lint.words import ELEMENTS, Dimension, Severity, band, points

ALL_HELP = "acknowledgement, options, flexibility, independent help, a way to talk and what was done"
NOTHING_OWED = dict.fromkeys(ELEMENTS, "none")
LATE = {"acknowledge": "required", "options": "required", "ask": "required", "dialogue": "optional"}


def finding(dimension=Dimension.SAFETY, severity=Severity.MAJOR, rule="threat-language", element=None, cap=None):
    return Weighed(rule, dimension, severity, element, cap)


findings = st.builds(
    finding,
    st.sampled_from(Dimension),
    st.sampled_from(Severity),
    st.sampled_from(["a", "b", "c"]),
    st.none(),
    st.none() | st.sampled_from([55.0, 60.0, 75.0]),
)
many = st.lists(findings, max_size=12)
counts = st.dictionaries(st.sampled_from(ELEMENTS), st.integers(0, 3))
needs = st.dictionaries(st.sampled_from(ELEMENTS), st.sampled_from(["required", "optional", "none"]))
words = st.integers(0, 600)


def test_a_message_with_nothing_wrong_and_nothing_owed_is_ready():
    result = score([], {}, NOTHING_OWED, 60)
    assert result.total == pytest.approx(88)
    assert result.band == "ready"
    assert result.dimensions[Dimension.SUPPORT] is None


@pytest.mark.parametrize(
    ("offered", "total"),
    [
        ({"acknowledge": 1}, 92),
        ({"dialogue": 1, "options": 2}, 96),
        ({"acknowledge": 1, "options": 2, "action": 1}, 100),
        ({"ask": 1, "personal": 3, "options": 0}, 88),
    ],
)
def test_the_last_points_are_for_what_a_message_does_for_its_reader(offered, total):
    assert score([], offered, NOTHING_OWED, 60).total == pytest.approx(total)


@pytest.mark.parametrize(("total", "name"), [(84.96, "ready"), (84.94, "small-edits"), (69.96, "small-edits")])
def test_the_verdict_is_that_of_the_score_as_it_is_reported(total, name):
    result = score([finding(severity=Severity.INFO, cap=total)], {}, NOTHING_OWED, 60)
    assert (result.total, result.band) == (total, name)


@pytest.mark.parametrize(
    ("offered", "lines"),
    [
        ({}, [f"Of {ALL_HELP} it offers nothing: × 0.88 = 88.0"]),
        ({"options": 1, "dialogue": 1}, [f"Of {ALL_HELP} it offers only options and a way to talk: × 0.96 = 96.0"]),
        ({"acknowledge": 1, "options": 1, "resources": 1}, []),
    ],
)
def test_what_a_message_does_not_offer_is_told_until_it_offers_enough(offered, lines):
    assert [row for row in score([], offered, NOTHING_OWED, 60).arithmetic if "it offers" in row] == lines


def test_one_major_threat_costs_what_the_arithmetic_says():
    result = score([finding()], {}, NOTHING_OWED, 60)
    safety = 100 * math.exp(-5 / 14)
    assert result.dimensions[Dimension.SAFETY] == pytest.approx(safety)
    weight = 0.28 / (0.28 + 0.22 + 0.15 + 0.13)
    assert result.total == pytest.approx(0.88 * safety**weight * 100 ** (1 - weight))
    assert result.band == "small-edits"
    assert result.arithmetic[0] == "Safety: major 5×1.00 = 5.0; e^(−5.0/14) → 70.0"


def test_nothing_is_ready_to_send_beside_a_grave_finding():
    result = score([finding()], {"options": 1, "dialogue": 1, "action": 1}, NOTHING_OWED, 60)
    assert result.total >= 85
    assert result.band == "small-edits"


def test_a_part_of_a_message_is_not_held_to_what_the_whole_offers():
    assert score([], {}, {}, 8).total == 100


def test_a_critical_finding_holds_the_message_back_however_kind_the_rest():
    everything = dict.fromkeys(ELEMENTS, 3)
    result = score([finding(severity=Severity.CRITICAL)], everything, LATE, 100)
    assert result.total == 40
    assert result.caps == ("critical-finding",)
    assert result.band == "hold"


def test_the_lowest_cap_counts_and_caps_above_the_score_are_not_named():
    rows = [finding(Dimension.CLARITY, Severity.INFO, "clear-ask", cap=75.0), finding(rule="opening", cap=55.0)]
    result = score(rows, {}, NOTHING_OWED, 60)
    assert result.total == 55
    assert result.caps == ("clear-ask", "opening")


def test_support_rises_from_a_quarter_with_what_the_situation_needs():
    result = score([], {"acknowledge": 1, "ask": 2}, LATE, 60)
    assert result.dimensions[Dimension.SUPPORT] == pytest.approx(25 + 75 * 2 / 3)
    assert "no options" in " ".join(result.arithmetic)


def test_what_is_missing_is_counted_once():
    missing = finding(Dimension.SUPPORT, Severity.MINOR, "no-options", element="options")
    there = {"acknowledge": 1, "ask": 1}
    assert score([missing], there, LATE, 60).total == score([], there, LATE, 60).total


def test_long_messages_are_not_blamed_for_the_same_share_of_jargon():
    jargon = finding(Dimension.CLARITY, Severity.MINOR, "jargon")
    short = score([jargon], {}, NOTHING_OWED, 80).dimensions[Dimension.CLARITY]
    long = score([jargon] * 2, {}, NOTHING_OWED, 160).dimensions[Dimension.CLARITY]
    assert long >= short


def test_repeats_cost_less_and_always_something():
    costs = [penalty([Severity.MAJOR] * count) for count in range(1, 40)]
    steps = [after - before for before, after in pairwise(costs)]
    assert all(step >= 5 * 0.55 - 1e-9 for step in steps)
    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(steps))


@pytest.mark.parametrize(
    ("total", "name"), [(100, "ready"), (85, "ready"), (84.9, "small-edits"), (69.9, "rewrite"), (49.9, "hold")]
)
def test_bands(total, name):
    assert band(total) == name


@given(st.floats(0, 100))
def test_a_score_is_never_shown_with_a_better_verdict_than_it_has(total):
    assert band(points(total)) == band(round(total, 1))


@given(many, findings, counts, needs, words)
def test_a_finding_more_never_raises_the_score(rows, added, present, needed, size):
    assert score([*rows, added], present, needed, size).total <= score(rows, present, needed, size).total + 1e-9


@given(many, counts, needs, words, st.randoms())
def test_the_order_of_findings_does_not_matter(rows, present, needed, size, rng):
    shuffled = list(rows)
    rng.shuffle(shuffled)
    assert score(rows, present, needed, size) == score(shuffled, present, needed, size)


@given(many, counts, needs, words)
def test_scores_stay_between_0_and_100(rows, present, needed, size):
    result = score(rows, present, needed, size)
    assert 0 < result.total <= 100
    assert all(value is None or 0 <= value <= 100 for value in result.dimensions.values())


@given(many, counts, needs, words, st.sampled_from(ELEMENTS))
def test_a_true_offer_more_never_lowers_the_score(rows, present, needed, size, element):
    more = {**present, element: present.get(element, 0) + 1}
    assert score(rows, more, needed, size).total >= score(rows, present, needed, size).total - 1e-9


@given(many, counts, needs, words, st.integers(0, 500))
def test_padding_never_raises_safety_or_respect(rows, present, needed, size, padding):
    before, after = score(rows, present, needed, size), score(rows, present, needed, size + padding)
    for dimension in (Dimension.SAFETY, Dimension.RESPECT):
        assert after.dimensions[dimension] == before.dimensions[dimension]
