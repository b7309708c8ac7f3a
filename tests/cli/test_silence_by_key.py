"""The config silences rules by file and key, where a format has no comments, and tells when it need not any more."""

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

TEXTS = {
    "legal": {"notice": "We will take legal action if you do not pay.", "fee": "You must pay immediately."},
    "late": {"hint": "We will take legal action if you do not pay."},
}
CONFIG = """silence:
  - files: "*.json"
    keys: legal.*
    rules: [threat-language]
    reason: the words of the Act
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "en.json").write_text(json.dumps(TEXTS, indent=1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def configure(text: str) -> None:
    Path(".empathy-lint.yaml").write_text(text, encoding="utf-8")


def run(*words: str, code: int = 1) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.output


def report() -> dict:
    return json.loads(run("check", "en.json", "--format", "json", "--fail-on", "never"))


def found(key: str, rows: str = "findings") -> set[str]:
    (message,) = [row for row in report()["messages"] if row["key"] == key]
    return {row["rule"] for row in message[rows]}


def test_a_rule_is_silent_for_the_keys_that_are_named(project):
    configure(CONFIG)
    assert found("legal.notice") == set()
    assert found("late.hint") == {"threat-language"}
    assert "pressure-language" in found("legal.fee")
    (message,) = [row for row in report()["messages"] if row["key"] == "legal.notice"]
    assert [row["reason"] for row in message["suppressed"]] == ["the words of the Act"]
    assert report()["unused_silences"] == []
    assert "1 finding silenced by the config" in run("check", "en.json", "-v", "--explain-score")


def test_without_keys_and_rules_all_is_silent(project):
    configure('silence: [{files: "*.json", reason: not ours}]\n')
    assert all(
        not row["findings"] for row in json.loads(run("check", "en.json", "--format", "json", code=0))["messages"]
    )


def test_a_silence_that_nothing_needs_is_told(project):
    configure(CONFIG.replace("threat-language", "shouting"))
    (idle,) = report()["unused_silences"]
    assert (idle["path"], idle["line"], idle["keys"]) == (".empathy-lint.yaml", 2, ["legal.*"])
    said = "this silences shouting for legal.*, and nothing is left to silence. Remove it."
    assert f".empathy-lint.yaml:2: {said}" in run("check", "en.json")


def test_a_silence_for_files_that_are_not_checked_is_not_called_idle(project):
    configure(CONFIG.replace("*.json", "other/*.json"))
    assert report()["unused_silences"] == []


def test_a_reason_is_asked_for_and_names_are_checked(project):
    configure(CONFIG.replace("    reason: the words of the Act\n", ""))
    assert ".empathy-lint.yaml:2:5: “reason” is missing here." in run("check", "en.json", code=2)
    configure(CONFIG.replace("threat-language", "threat-languag"))
    assert "There is no rule named “threat-languag”. Did you mean “threat-language”?" in run("check", "en.json", code=2)


def test_rewrites_are_still_offered_beside_what_is_silent(project):
    configure(CONFIG)
    Path("en.json").write_text(
        json.dumps({"legal": {"a": "You have failed to pay your bill. We will take legal action."}})
    )
    assert "We have not received" in run("fix", "en.json", "--review", code=1)


@pytest.mark.parametrize(
    ("keys", "silent"),
    [
        ("late", {"late"}),
        ("Letters!*", {"late", "final"}),
        ("Letters!late", {"late"}),
        ("Letters!B3", {"final"}),
        ("Letters!3", {"final"}),
        ("'*!2'", {"late", "Notes!A2"}),
        ("Notes!A2", {"Notes!A2"}),
        ("Letters!C3", set()),
    ],
)
def test_rows_of_a_workbook_are_named_by_key_sheet_cell_or_number(project, keys, silent):
    configure(f"silence: [{{files: '*.xlsx', keys: {keys}, reason: the words of the Act}}]\n")
    book = openpyxl.Workbook()
    book.active.title = "Letters"
    threat = "We will take legal action if you do not pay."
    for row in (("key", "body"), ("late", threat), ("final", threat)):
        book.active.append(row)
    notes = book.create_sheet("Notes")
    for text in ("body", threat):
        notes.append([text])
    book.save("table.xlsx")
    rows = json.loads(run("check", "table.xlsx", "--format", "json", code=1))["messages"]
    assert {row["key"] for row in rows if row["suppressed"]} == silent
    assert all(not row["findings"] for row in rows if row["suppressed"])


def test_rows_of_a_table_are_named_by_key_or_number(project):
    configure("silence: [{files: '*.csv', keys: [late, row 3], reason: the words of the Act}]\n")
    threat = "We will take legal action if you do not pay."
    Path("a.csv").write_text(f"key,body\nlate,{threat}\n,{threat}\nfinal,{threat}\n")
    rows = json.loads(run("check", "a.csv", "--format", "json", code=1))["messages"]
    assert {row["key"] for row in rows if row["suppressed"]} == {"late", "row 3"}


def test_config_show_tells_what_is_silent(project):
    configure(CONFIG)
    assert "silence: legal.*" in run("config", "show", "en.json", code=0)
