"""The lines that retrace a score say what was done, number for number."""

from __future__ import annotations

import math

import pytest

from empathy_lint.checking.finding import Finding
from empathy_lint.scoring.score import POINTS, TAU, WEIGHTS, Weighed, penalty, score
from empathy_lint.words import ELEMENTS, Dimension, Severity

NOTHING_OWED = dict.fromkeys(ELEMENTS, "none")
OWED = {"acknowledge": "required", "options": "required", "dialogue": "optional"}


def weighed(dimension: Dimension, severity: Severity = Severity.MINOR, **more) -> Weighed:
    return Weighed(more.pop("rule", "a-rule"), dimension, severity, **more)


@pytest.mark.parametrize("dimension", [row for row in Dimension if row is not Dimension.SUPPORT])
@pytest.mark.parametrize("severity", Severity)
def test_one_finding_costs_its_points_in_its_dimension_and_nothing_in_the_others(dimension, severity) -> None:
    result = score([weighed(dimension, severity)], {}, NOTHING_OWED, 80)
    assert result.dimensions[dimension] == pytest.approx(100 * math.exp(-POINTS[severity] / TAU[dimension]))
    others = [value for row, value in result.dimensions.items() if row not in (dimension, Dimension.SUPPORT)]
    assert others == [100.0] * 3


def test_later_findings_cost_nine_tenths_of_the_one_before_down_to_55_in_100() -> None:
    assert penalty([Severity.MAJOR] * 3) == pytest.approx(5 * (1 + 0.9 + 0.81))
    assert penalty([Severity.MAJOR] * 8) - penalty([Severity.MAJOR] * 7) == pytest.approx(5 * 0.55)
    assert penalty([Severity.INFO, Severity.CRITICAL]) == pytest.approx(9 + 0.9)


def test_clarity_alone_is_measured_by_length_from_81_words_on() -> None:
    for words, scale in ((0, 1.0), (80, 1.0), (81, 80 / 81), (160, 0.5)):
        rows = [weighed(Dimension.CLARITY), weighed(Dimension.EASE)]
        result = score(rows, {}, NOTHING_OWED, words)
        assert result.dimensions[Dimension.CLARITY] == pytest.approx(100 * math.exp(-2.5 * scale / 16))
        assert result.dimensions[Dimension.EASE] == pytest.approx(100 * math.exp(-2.5 / 9))


def test_a_dimension_at_nothing_counts_as_four() -> None:
    ruined = score([weighed(Dimension.EASE, Severity.MAJOR)] * 60, {}, NOTHING_OWED, 80)
    rest = 1 - WEIGHTS[Dimension.EASE] / (1 - WEIGHTS[Dimension.SUPPORT])
    assert ruined.dimensions[Dimension.EASE] < 4
    assert ruined.total == pytest.approx(0.88 * 100**rest * 4 ** (1 - rest))


def test_every_line_of_the_arithmetic() -> None:
    rows = [
        weighed(Dimension.SAFETY, Severity.CRITICAL, rule="threat"),
        weighed(Dimension.SAFETY, Severity.MINOR),
        weighed(Dimension.CLARITY, Severity.MAJOR),
        weighed(Dimension.SUPPORT, Severity.MINOR),
        weighed(Dimension.SUPPORT, Severity.MAJOR, rule="no-options", element="options", cap=60.0),
        weighed(Dimension.EASE, Severity.INFO, rule="late", cap=99.0),
    ]
    result = score(rows, {"acknowledge": 2, "options": 0, "dialogue": 3}, OWED, 160)
    assert result.arithmetic == (
        "Safety: critical 9×1.00 + minor 2.5×0.90 = 11.2; e^(−11.2/14) → 44.8",
        "Respect: no findings = 100.0",
        "Clarity: major 5×1.00 × 0.50 for its length = 2.5; e^(−2.5/16) → 85.5",
        "Ease: info 1×1.00 = 1.0; e^(−1.0/9) → 89.5",
        "Support: 1 of 2 things this situation needs (acknowledge, no options) = 62.5, then minor 2.5×1.00 = 2.5;"
        " e^(−2.5/16) → 53.5",
        "Together, the worst weighing most: 44.8^0.28 · 100.0^0.22 · 85.5^0.15 · 89.5^0.13 · 53.5^0.22 = 67.0",
        "Of acknowledgement, options, flexibility, independent help, a way to talk and what was done"
        " it offers only acknowledgement and a way to talk: × 0.96 = 64.3",
        "At most 40 because of: critical-finding",
        "At most 60 because of: no-options",
    )
    assert (result.total, result.band, result.caps) == (40.0, "hold", ("critical-finding", "no-options"))
    assert result.uncapped == pytest.approx(64.3, abs=0.05)


def test_what_owes_nothing_says_so_and_a_cap_that_is_met_exactly_is_not_named() -> None:
    helped = {"options": 1, "resources": 1, "action": 1}
    result = score([weighed(Dimension.EASE, rule="r", element="ask", cap=100.0)], helped, NOTHING_OWED, 10)
    assert result.arithmetic[4] == "Support: not asked of this message, so its weight goes to the others."
    assert "100.0^0.36 · 100.0^0.28 · 100.0^0.19 · 100.0^0.17 = 100.0" in result.arithmetic[5]
    assert (result.total, result.caps) == (pytest.approx(100.0), ())


def test_of_two_caps_of_one_rule_the_lower_holds_whichever_comes_first() -> None:
    rows = [weighed(Dimension.EASE, rule="r", cap=cap) for cap in (70.0, 55.0)]
    for each in (rows, rows[::-1]):
        assert score(each, {}, NOTHING_OWED, 10).total == 55.0


def test_what_is_weighed_of_a_finding_is_what_the_finding_says() -> None:
    finding = Finding(
        rule="no-options", entry="e", title="t", dimension=Dimension.SUPPORT, severity=Severity.MAJOR, message="m",
        why="w", advice="a", evidence="message", place=None, sentence=None, element="options", cap=60.0,
    )  # fmt: skip
    assert Weighed.of(finding) == Weighed("no-options", Dimension.SUPPORT, Severity.MAJOR, "options", 60.0)
