"""An old collection: what is there is accepted, what comes new fails."""

import json
from collections import Counter
from pathlib import Path

import pytest
from known_helpers import KIND, SHOUT, THREAT, names, report, run, write

from empathy_lint.errors import ProblemError
from empathy_lint.known.baseline import accepted_elsewhere
from empathy_lint.known.baseline_file import Known, write_baseline

BASELINE = ".empathy-lint-baseline.json"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def test_what_was_accepted_passes_and_what_is_new_fails():
    write("letters/a.txt", THREAT)
    write("letters/b.txt", KIND)
    run("check", "letters", code=1)
    assert "written to .empathy-lint-baseline.json" in run("baseline", "letters").stdout
    stdout = run("check", "letters", "--baseline", BASELINE).stdout
    assert "legal action" not in stdout
    assert "Passed." in stdout
    assert "accepted in the baseline" in stdout

    write("letters/b.txt", KIND + "\nWe will also take you to court.\n")
    data = report("letters", "--baseline", BASELINE, code=1)
    first, second = data["messages"]
    assert (first["findings"], first["passed"]) == ([], True)
    assert {row["known_by"] for row in first["accepted"]} == {"baseline"}
    assert second["passed"] is False
    assert "threat-language" in {row["rule"] for row in second["findings"]}
    assert data["summary"]["accepted"] == len(first["accepted"])


def test_lines_may_move_and_the_words_around_may_be_mended():
    write("a.txt", f"Hello Sam.\n\nWe wrote on Monday. You have failed to pay. {THREAT}")
    run("baseline", "a.txt")
    write("a.txt", f"\n\nHello Sam.\n\nWe wrote on Monday. Nothing has arrived yet. {THREAT}")
    (message,) = report("a.txt", "--baseline", BASELINE)["messages"]
    assert message["findings"] == []
    assert "threat-language/legal-action" in names(message["accepted"])


def test_a_second_finding_of_the_same_words_is_new():
    write("a.txt", THREAT)
    run("baseline", "a.txt")
    write("a.txt", f"{THREAT}\n{THREAT}")
    (message,) = report("a.txt", "--baseline", BASELINE, code=1)["messages"]
    assert "threat-language/legal-action" in names(message["findings"])
    assert "threat-language/legal-action" in names(message["accepted"])


def test_what_is_gone_is_told_until_the_baseline_is_made_anew():
    write("a.txt", THREAT)
    write("b.txt", SHOUT)
    run("baseline", ".")
    write("a.txt", KIND)
    Path("b.txt").unlink()
    stdout = run("check", ".", "--baseline", BASELINE, "--verbose").stdout
    assert "gone: run “empathy-lint baseline” to drop them." in stdout
    assert "gone from b.txt: shouting/" in stdout
    gone = report(".", "--baseline", BASELINE)["gone"]
    assert {"a.txt", "b.txt"} == {row["path"] for row in gone}
    run("baseline", ".")
    assert json.loads(Path(BASELINE).read_text(encoding="utf-8"))["files"] == {}
    assert "gone" not in run("check", ".", "--baseline", BASELINE).stdout


def test_a_part_of_the_collection_says_nothing_about_the_rest():
    write("a/a.txt", THREAT)
    write("b/b.txt", SHOUT)
    run("baseline", ".")
    assert report("a", "--baseline", BASELINE)["gone"] == []
    write("a/a.txt", KIND)
    assert "Still accepted in other files:" in run("baseline", "a").stdout
    assert list(json.loads(Path(BASELINE).read_text(encoding="utf-8"))["files"]) == ["b/b.txt"]


def test_a_file_that_was_moved_is_known_again():
    write("old/a.txt", THREAT)
    run("baseline", "old")
    write("new/other.txt", Path("old/a.txt").read_text(encoding="utf-8"))
    assert report("new", "--baseline", BASELINE, code=1)["messages"][0]["findings"]  # a copy is new
    Path("old/a.txt").unlink()
    data = report(".", "--baseline", BASELINE)
    assert data["messages"][0]["findings"] == []
    assert data["gone"] == []


def test_the_file_is_the_same_each_time_and_holds_no_words_of_a_message():
    write("a.txt", THREAT + SHOUT)
    run("baseline", "a.txt", "--output", "one.json")
    run("baseline", "a.txt", "--output", "two.json")
    text = Path("one.json").read_text(encoding="utf-8")
    assert text == Path("two.json").read_text(encoding="utf-8")
    assert "legal action" not in text
    assert "balance" not in text


def test_the_config_can_name_it_for_everyone():
    write("letters/.empathy-lint.yaml", "baseline: accepted.json\n")
    write("letters/a.txt", THREAT)
    result = run("check", "letters", code=2)
    assert "letters/accepted.json: There is no such baseline. Make it with" in result.stderr
    run("baseline", "letters")
    assert Path("letters/accepted.json").exists()
    assert report("letters")["messages"][0]["findings"] == []
    rows = [line.split() for line in run("config", "show", "letters").stdout.splitlines()]
    assert ["baseline", "letters/accepted.json", "letters/.empathy-lint.yaml:1"] in rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: This baseline is not valid JSON"),
        ('{\n  "version": 1,\n<<<<<<< ours\n}', "3:1: This baseline is not valid JSON"),
        ('{\n  "version": 2,\n  "files": {}\n}', "2:3: This baseline is of version 2; this program reads version 1."),
        ('{\n  "version": 1,\n  "files": {"a.txt": {"x": 1}}\n}', "3:23: This is not as a baseline is written."),
        ('{\n  "version": 1\n}', "This is not as a baseline is written."),
        ('{"version": 1,\n\t"files": {"a.txt": 1}}', "This is not as a baseline is written."),
        ("[" * 400 + "]" * 400, "This is not as a baseline is written."),
        ("[1]", "1:1: This is not as a baseline is written."),
        ("[" * 100_000, "This is not a baseline."),
    ],
)
def test_a_broken_baseline_is_told_with_its_place_and_nothing_is_overwritten(text, told):
    write("a.txt", THREAT)
    write(BASELINE, text)
    write("report.json", "kept")
    result = run("check", "a.txt", "--baseline", BASELINE, "--format", "json", "--output", "report.json", code=2)
    assert f"{BASELINE}:" in result.stderr
    assert told in result.stderr
    assert "Make it anew" in result.stderr
    assert Path("report.json").read_text(encoding="utf-8") == "kept"
    run("baseline", "a.txt", code=2)
    assert Path(BASELINE).read_text(encoding="utf-8") == text


def test_a_baseline_that_is_missing_or_cannot_be_written_is_told():
    write("a.txt", THREAT)
    assert "no.json: There is no such baseline." in run("check", "a.txt", "--baseline", "no.json", code=2).stderr
    result = run("baseline", "a.txt", "--output", "no/such/b.json", code=2)
    assert "The baseline cannot be written here: no such file or directory." in result.stderr
    assert "standard input has no place in it" in run("baseline", "-", code=2).stderr


def test_a_file_that_cannot_be_read_keeps_what_was_accepted_in_it():
    write("a.txt", THREAT)
    run("baseline", "a.txt")
    before = Path(BASELINE).read_text(encoding="utf-8")
    Path("a.txt").write_bytes(b"\0\1\2")
    assert "No baseline was written." in run("baseline", "a.txt", code=2).stderr
    assert Path(BASELINE).read_text(encoding="utf-8") == before


def test_what_lies_elsewhere_stays_accepted_while_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / BASELINE
    assert accepted_elsewhere(path, ["."]) == {}
    rows = Counter({Known("threat-language", "legal-action", "0" * 16, "1" * 8): 1})
    write_baseline(path, {"a/one.txt": rows, "b/two.txt": rows, "b/gone.txt": rows})
    for name in ("a/one.txt", "b/two.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("Hello.")
    assert accepted_elsewhere(path, [str(tmp_path / "a")]) == {"b/two.txt": rows}
    assert accepted_elsewhere(path, [str(tmp_path)]) == {}
    path.write_text("{")
    with pytest.raises(ProblemError, match="not valid JSON"):
        accepted_elsewhere(path, [])
