"""The first config says what was planned, whatever the places are called, and reads as settings."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePosixPath

import yaml
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.settings.loading import matches
from empathy_lint.settings.resolving import Settings
from empathy_lint.settings.schema import ConfigFile
from empathy_lint.starting.ci_texts import FILES, hooks_text
from empathy_lint.starting.config_text import LEVELS, Plan, Strictness, config_text, glob
from empathy_lint.starting.survey import EVERYWHERE, Place
from empathy_lint.words import CHANNELS, SITUATIONS

letters = st.characters(blacklist_categories=("C", "Zl", "Zp"), blacklist_characters="/")
# Of white space at the end of a pattern, only a space can be escaped for all who read patterns.
names = st.text(letters, min_size=1).filter(lambda name: name.rstrip() == name.rstrip(" "))
paths = st.lists(names, min_size=1, max_size=3).map("/".join).map(lambda path: PurePosixPath(path).as_posix())
usable = paths.filter(lambda path: path != EVERYWHERE and ".." not in PurePosixPath(path).parts)
places = st.builds(
    Place,
    path=usable | st.just(EVERYWHERE),
    is_folder=st.booleans(),
    files=st.integers(0, 9),
    endings=st.lists(st.sampled_from(["html", "txt", "c++"]), unique=True).map(tuple),
    channels=st.dictionaries(st.sampled_from(CHANNELS), st.integers(1, 9)),
)
plans = st.builds(
    Plan,
    places=st.lists(places, min_size=1, max_size=3, unique_by=lambda place: place.path).map(tuple),
    strictness=st.sampled_from([*LEVELS.values(), Strictness(33.5, "never")]),
    situation=st.none() | st.sampled_from(SITUATIONS),
    channel=st.none() | st.sampled_from(CHANNELS),
)


def settings_of(text: str, path: str):
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, ".empathy-lint.yaml")
        config.write_text(text, encoding="utf-8")
        return Settings().of(Path(folder, path))


@given(plans)
def test_what_was_planned_holds_for_each_place(plan):
    text = config_text(plan)
    ConfigFile.model_validate(yaml.safe_load(text))
    for place in plan.places:
        if place.path == EVERYWHERE:
            continue
        settings = settings_of(text, f"{place.path}/a.txt" if place.is_folder else place.path)
        assert settings.fail_under == plan.strictness.fail_under
        assert settings.fail_on == plan.strictness.fail_on
        assert settings.situation == plan.situation
        if plan.channel:
            assert settings.channel == plan.channel
        elif len(place.channels) == 1 and len(plan.places) == 1:
            assert settings.channel == next(iter(place.channels))


@given(plans)
def test_a_line_that_is_commented_out_is_a_setting_too(plan):
    offered = re.findall(r"^# (\w[\w-]*: .*|overrides:|  - paths.*|    channel.*)$", config_text(plan), re.MULTILINE)
    rows = [row for row in offered if not row.startswith(("What", "Settings", "situation"))]
    data = yaml.safe_load("\n".join(rows))
    ConfigFile.model_validate(data)
    assert {"ignore", "allow", "exclude", "offers", "baseline"} <= set(data)


@given(usable, usable)
def test_a_pattern_fits_its_path_and_what_lies_in_it_and_nothing_else(path, other):
    assert matches((glob(path),), path)
    assert matches((glob(path),), f"{path}/a.txt")
    assert not matches((glob(path),), f"elsewhere/{path}")
    if PurePosixPath(path) not in (PurePosixPath(other), *PurePosixPath(other).parents):
        assert not matches((glob(path),), other)


@given(plans)
def test_the_files_for_hooks_and_pipelines_name_the_paths(plan):
    texts = {name: make(plan) for name, (_, make) in FILES.items()}
    (hook,) = yaml.safe_load(texts["hooks"])["repos"][0]["hooks"]
    for place in plan.places:
        ending = place.endings[0] if place.endings else "txt"
        file = f"deep/a.{ending}" if place.path == EVERYWHERE else f"{place.path}/deep/a.{ending}"
        assert re.search(hook["files"], file if place.is_folder or place.path == EVERYWHERE else place.path)
    (include,) = yaml.safe_load(texts["gitlab"])["include"]
    step = yaml.load(texts["github"], yaml.BaseLoader)["jobs"]["empathy-lint"]["steps"][1]
    for given_paths in (include["inputs"]["paths"], step["with"]["paths"]):
        assert given_paths.rstrip("\n").split("\n") == list(plan.paths)


def test_the_hook_leaves_out_what_the_shared_hooks_leave_out():
    manifest = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = yaml.safe_load(hooks_text(Plan((Place("letters", True, 1),))))["repos"][0]["hooks"]
    assert {each["exclude"] for each in manifest} == {hook["exclude"]}
