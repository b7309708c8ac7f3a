"""The colours of the page keep to WCAG 2 AA, in light, in dark and on paper."""

from __future__ import annotations

import re
from importlib import resources

import pytest

CSS = (resources.files("empathy_lint.reporting.html_page") / "template" / "report.css").read_text(encoding="utf-8")
BLOCKS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.S)
]
LIGHT, DARK, PRINT = BLOCKS
BANDS = ("ready", "small-edits", "rewrite", "hold")
SEVERITIES = ("critical", "major", "minor", "info")
TEXT = [
    *((ink, ground) for ink in ("text", "quiet") for ground in ("page", "panel", "paper")),
    *(("text", f"{severity}-wash") for severity in SEVERITIES),
    *((severity, f"{severity}-wash") for severity in SEVERITIES),
    *((band, ground) for band in BANDS for ground in ("page", "panel")),
    ("accent", "page"), ("accent", "panel"), ("accent", "paper"), ("on-accent", "accent"), ("chip-text", "chip"),
]  # fmt: skip
DRAWN = [
    *((band, "panel") for band in BANDS),
    *((severity, "panel") for severity in SEVERITIES),
    *(("accent", ground) for ground in ("page", "panel", "paper")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, {**LIGHT, **PRINT}], ids=["light", "dark", "print"])
def test_every_pair_of_colours_is_readable(scheme: dict[str, str]) -> None:
    assert set(scheme) == set(LIGHT)
    poor = {pair: contrast(scheme[pair[0]], scheme[pair[1]]) for pair in TEXT}
    assert not {pair: value for pair, value in poor.items() if value < 4.5}
    faint = {pair: contrast(scheme[pair[0]], scheme[pair[1]]) for pair in DRAWN}
    assert not {pair: value for pair, value in faint.items() if value < 3}
