"""Whatever stands in a config, a rule file or a file of offers: it is used, or its mistake is told where it stands."""

from __future__ import annotations

from pathlib import Path

from fuzz.strategies import PIECES, TEXTS
from fuzz.survival import survives_config, survives_offers, survives_rules
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
USUAL = settings.default.max_examples
SOME = settings(max_examples=max(1, USUAL // 4), suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=max(1, USUAL // 20), suppress_health_check=list(HealthCheck))

CONFIG = """
extends: base.yaml
channel: email
fail-under: 75
fail-on: major
ignore: [buried-ask, hollow-empathy/flattery]
rules:
  pressure-language: {severity: info}
  shouting: off
words: {jargon: [dunning run]}
allow: [Final Reminder Ltd]
exclude: ["old/**"]
format-of: {"*.msg": html}
overrides:
  - paths: ["sms/**"]
    channel: sms
"""
OFFERS = (ROOT / "benchmarks" / "rewrites" / "offers.yaml").read_text(encoding="utf-8")
RULES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules" / "core").glob("*.yaml"))]
YAML_PIECES = st.one_of(
    st.sampled_from("- : { } [ ] & * ! | > ' \" # % @ ` ? , ~ .inf .nan 0x1 1e9 2024-02-30 on off null !!python/x <<".split()),
    st.sampled_from(["&a ", "*a", "\n", "\n  ", "\t", "---\n", "...\n", "a: b\n", "id: x\n", "[[", "]]", "(a+)+", "x" * 300]),
    PIECES,
    st.text(max_size=8),
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def spoiled(draw: st.DrawFn, texts: list[str]) -> str:
    """One of the texts with some stretches replaced by pieces of YAML."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(YAML_PIECES) + text[at + draw(st.sampled_from([0, 0, 1, 3, 20, 200])) :]
    return text


@st.composite
def with_another_value(draw: st.DrawFn, texts: list[str]) -> str:
    """One of the texts in which one key has another value, of whatever type."""
    lines = draw(st.sampled_from(texts)).splitlines()
    keys = [number for number, line in enumerate(lines) if ":" in line]
    number = draw(st.sampled_from(keys))
    key = lines[number].partition(":")[0]
    lines[number] = f"{key}: {yaml_of(draw(VALUES))}"
    return "\n".join(lines)


def yaml_of(value: object) -> str:
    import yaml

    return yaml.safe_dump(value, default_flow_style=True, width=10_000).removesuffix("\n...\n").strip()


@given(st.one_of(spoiled([CONFIG]), with_another_value([CONFIG]), TEXTS))
@settings(SOME, max_examples=USUAL)
def test_any_config_is_used_or_its_mistake_is_told(text: str) -> None:
    survives_config(text)


@given(st.one_of(TEXTS, st.text(max_size=60)))
@SOME
def test_any_toml_is_used_or_its_mistake_is_told(text: str) -> None:
    survives_config(f'[tool.empathy-lint]\nchannel = "sms"\n{text}', "pyproject.toml")


@given(st.one_of(spoiled([OFFERS]), with_another_value([OFFERS])))
@SOME
def test_any_offers_are_used_or_their_mistake_is_told(text: str) -> None:
    survives_offers(text)


@given(st.one_of(spoiled(RULES), with_another_value(RULES)))
@FEW
def test_any_rule_file_is_used_or_its_mistake_is_told(text: str) -> None:
    survives_rules(text)
