"""What is shipped: the same tree gives the same bytes, and the bill of materials says what is in them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
# Licences by which a program that builds on the package would be bound itself; the lesser one is none of them.
BINDING = re.compile(r"(?<!L)GPL|(?<!LESSER )GENERAL PUBLIC|AFFERO", re.IGNORECASE)

# Of several licences to choose from, the one by which the package is used here.
CHOSEN = {"pyphen": "Mozilla Public License 1.1"}


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    return [Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder)))) for folder in folders]


@pytest.fixture(scope="module")
def bill(wheels: list[Path]) -> str:
    with zipfile.ZipFile(wheels[0]) as wheel:
        (name,) = (name for name in wheel.namelist() if "/sboms/" in name)
        return wheel.read(name).decode()


def test_two_builds_give_the_same_bytes(wheels: list[Path]) -> None:
    assert wheels[0].read_bytes() == wheels[1].read_bytes()


def test_rules_schemas_and_models_are_in_the_wheel(wheels: list[Path]) -> None:
    names = set(zipfile.ZipFile(wheels[0]).namelist())
    for folder in ("rules", "schemas"):
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert shipped and {f"empathy_lint/{name}" for name in shipped} <= names
    tone = {
        f"empathy_lint/language/tone/model/{name}.onnx{end}" for name in ("tone", "second") for end in ("", ".data")
    }
    assert {"empathy_lint/language/model/config.cfg", *tone} <= names
    assert not [name for name in names if name.startswith(("tests", "training", "fixtures"))]


def test_the_bill_of_materials_is_a_valid_one(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_it_names_all_that_is_needed_and_the_models(bill: str) -> None:
    parts: list[dict[str, Any]] = json.loads(bill)["components"]
    wanted = {row.name.lower() for row in _required(distribution("empathy-lint"))}
    assert {part["name"].lower() for part in parts if part["type"] == "library"} >= wanted
    models = {part["name"]: part["licenses"][0]["license"]["id"] for part in parts if part["type"] != "library"}
    assert models == {"empathy_lint/language/model": "CC-BY-SA-4.0", "empathy_lint/language/tone/model": "Apache-2.0"}


def test_nothing_that_is_installed_with_it_binds_those_who_use_it() -> None:
    found = {dist.name: _licence(dist) for dist in _installed_with("empathy-lint")}
    assert len(found) > 30
    assert {name: text for name, text in found.items() if BINDING.search(text) and name not in CHOSEN} == {}
    assert all(licence in found[name] for name, licence in CHOSEN.items())


def _required(dist: Distribution) -> list[Requirement]:
    rows = [Requirement(text) for text in dist.requires or ()]
    return [row for row in rows if row.marker is None or row.marker.evaluate({"extra": ""})]


def _installed_with(name: str) -> Iterator[Distribution]:
    seen, waiting = {name}, [name]
    while waiting:
        for row in _required(distribution(waiting.pop())):
            if row.name not in seen:
                seen.add(row.name)
                try:
                    yield distribution(row.name)
                except PackageNotFoundError:
                    continue
                waiting.append(row.name)


def _licence(dist: Distribution) -> str:
    data = dist.metadata
    classified = [row for row in data.get_all("Classifier") or () if row.startswith("License")]
    # Some packages put the whole text where its name belongs.
    named = (data.get("License") or "").strip().splitlines()[:1]
    return " ".join([data.get("License-Expression") or "", *named, *classified])
