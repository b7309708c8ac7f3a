"""The same letter in every kind of catalogue: the same findings, each with its key and its place."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

CATALOGUES = Path(__file__).parents[2] / "fixtures" / "catalogues"


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    shutil.copytree(CATALOGUES / "locales", tmp_path / "locales")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(*words: str, code: int) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.stdout


def test_the_same_letter_gives_the_same_findings_in_every_catalogue(project):
    messages = json.loads(run("check", "locales", "--format", "json", code=1))["messages"]
    assert {Path(row["path"]).name for row in messages} == {path.name for path in (CATALOGUES / "locales").iterdir()}
    assert {row["key"] for row in messages} == {"overdue"}
    found = [[(row["rule"], row["entry"], row["message"]) for row in message["findings"]] for message in messages]
    assert len(found[0]) > 5
    assert all(rows == found[0] for rows in found)
    assert len({message["score"] for message in messages}) == 1
    for message in messages:
        source = Path(message["path"]).read_text(encoding="utf-8")
        for row in message["findings"]:
            if row["text"] is not None:
                assert source[row["start"]["offset"] : row["end"]["offset"]] == row["text"]


def test_the_key_is_told_beside_the_path(project):
    assert "locales/en.yml › overdue" in run("check", "locales/en.yml", code=1)
    assert "locales/en.yml[overdue]:3:" in run("check", "locales/en.yml", "--format", "concise", code=1)


def test_a_broken_catalogue_is_told_and_the_others_are_read(project):
    Path("locales/broken.json").write_text('{"a": "b",\n "c" "d"}', encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "locales", "--format", "concise"])
    assert result.exit_code == 2
    assert "locales/broken.json:2:6: This is not valid JSON: expecting ':' delimiter." in result.output
    assert "locales/en.json[overdue]" in result.output


def test_fix_writes_into_every_catalogue(project):
    for path in sorted(Path("locales").iterdir()):
        before = path.read_text(encoding="utf-8")
        CliRunner().invoke(app, ["fix", "--apply", "--review", str(path)])
        assert path.read_text(encoding="utf-8") != before, path
    assert json.loads(Path("locales/en.json").read_text(encoding="utf-8"))["colour"] == "#ffaa00"


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--format", "concise"), ("compare", "locales/late_en.properties")]
)
def test_a_key_with_signs_that_a_terminal_obeys_is_shown_without_them(project, words):
    text = "overdue\x07\x1b[2J=Pay immediately, or we will take legal action against you.\n"
    Path("locales/late_en.properties").write_text(text, encoding="utf-8")
    said = run(*words, "locales/late_en.properties", code=0 if words[0] == "compare" else 1)
    assert "overdue" in said
    assert "\x07" not in said
    assert "\x1b" not in said


def test_what_is_fine_in_a_catalogue_is_told_in_one_line(project):
    texts = {f"note_{number}": f"Your parcel number {number} is on its way to you." for number in range(5)}
    Path("notes.json").write_text(json.dumps(texts | {"late": "We will take legal action."}), encoding="utf-8")
    report = run("check", "notes.json", code=1)
    assert "✓ notes.json  5 messages with nothing to mend · all at 100 (--verbose shows each)" in report
    assert "note_1" not in report.partition("Messages, lowest")[0]
    assert "notes.json › late" in report
    assert "notes.json › note_1" in run("check", "notes.json", "--verbose", code=1)
    assert "nothing to mend" not in run("check", "notes.json", "--quiet", code=1)
