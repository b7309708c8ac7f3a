"""The JSON Schemas in schemas/: what editors hold rules and settings against."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from empathy_lint.cli.app import app

ROOT = Path(__file__).parents[1]
RULES = sorted((ROOT / "rules").rglob("*.yaml"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", ["config", "rules"])
def test_the_schema_in_the_repository_is_the_one_that_the_models_give(name):
    told = CliRunner().invoke(app, [name, "schema"]).stdout
    assert (ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8") == told, (
        f"Run: empathy-lint {name} schema > schemas/{name}.json"
    )


def test_every_shipped_rule_fits_the_schema():
    schema = validator("rules")
    assert RULES
    wrong = {path.name for path in RULES if not schema.is_valid(yaml.safe_load(path.read_text(encoding="utf-8")))}
    assert wrong == set()


def test_the_config_in_the_readme_fits_the_schema():
    sample = README.split("## Settings")[1].split("```yaml\n")[1].split("```")[0]
    assert list(validator("config").iter_errors(yaml.safe_load(sample))) == []


RULE = {"id": "a", "title": "A", "dimension": "safety", "severity": "minor", "why": "B.", "entries": [{"id": "a"}]}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("config", {"chanel": "sms"}),
        ("config", {"channel": "pigeon"}),
        ("config", {"fail-under": 101}),
        ("config", {"rules": {"shouting": "loud"}}),
        ("rules", RULE | {"severity": "grave"}),
        ("rules", RULE | {"entries": [{"id": "a", "phrase": "late"}]}),
        ("rules", RULE | {"unless": ["negatd"]}),
        ("rules", {"extends": "a", "off": False}),
    ],
)
def test_a_slip_does_not_fit(name, data):
    assert not validator(name).is_valid(data)
