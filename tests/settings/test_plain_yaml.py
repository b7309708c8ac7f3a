"""YAML is data: a tag that would make Python objects is refused where it stands, and nothing is made or run."""

from pathlib import Path

import pytest

from empathy_lint.checking.packs import load_packs
from empathy_lint.errors import ProblemError
from empathy_lint.located_yaml import load_located_yaml
from empathy_lint.rewriting.offers_file import load_offers
from empathy_lint.settings.loading import load_config

PAYLOADS = [
    "!!python/object/apply:os.mkdir [pwned]",
    "!!python/object/new:os.mkdir [pwned]",
    "!!python/object:pathlib.Path {a: b}",
    "!!python/name:os.mkdir",
    "!!python/module:os",
    "!!python/tuple [a, b]",
    "!own {a: b}",
    "!own a",
]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("text", ["a: 1\nb: {}\n", "a: 1\n{}: b\n", "a: 1\n? {}\n: b\n", "- a\n- [{}]\n"])
def test_a_tag_is_refused_at_its_place_in_words_and_nothing_is_run(payload, text):
    with pytest.raises(ProblemError) as caught:
        load_located_yaml(text.replace("{}", payload, 1), "own.yaml")
    (problem,) = caught.value.problems
    assert problem.line in (2, 3)  # 3: where YAML itself had expected more of a key
    assert "YAML" in problem.message or problem.message == "A key has to be a word."
    assert "tag:yaml.org" not in str(problem)
    assert not Path("pwned").exists()


def test_the_tag_is_shown_as_it_is_written():
    with pytest.raises(ProblemError, match=r"own\.yaml:1:4: This is not plain YAML: “!!python/tuple”\. Take out"):
        load_located_yaml("a: !!python/tuple [b]", "own.yaml")


def test_configs_rules_and_offers_are_all_read_so():
    text = f"channel: {PAYLOADS[0]}\n"
    for name in (".empathy-lint.yaml", "offers.yaml", "rules/own.yaml"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(ProblemError, match="not plain YAML"):
        load_config(Path(".empathy-lint.yaml"))
    with pytest.raises(ProblemError, match="not plain YAML"):
        load_offers(Path("offers.yaml"), "offers.yaml")
    assert ["not plain YAML" in str(problem) for problem in load_packs([Path("rules")], shipped=False).problems] == [
        True
    ]
    assert not Path("pwned").exists()
