"""Word documents and workbooks on the command line: what is told of them, and what is written into them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

LETTER = Path(__file__).parents[2] / "fixtures" / "containers" / "last-reminder.docx"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    shutil.copy(LETTER, tmp_path / "letter.docx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(*words: str, code: int) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.stdout


def parts(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_people_are_told_the_paragraph_and_the_character(folder, form):
    text = run("check", "letter.docx", "--format", form, code=1)
    assert "Paragraph 3, character 1" in text
    assert "Line 3" not in text


def test_the_json_report_names_the_part_beside_the_line(folder):
    (message,) = json.loads(run("check", "letter.docx", "--format", "json", code=1))["messages"]
    assert message["channel"] == "letter"
    starts = [row["start"] for row in message["findings"] if row["text"] == "legal action"]
    assert starts[0] == starts[-1]
    assert starts[0] | {"offset": 0} == {
        "offset": 0, "line": 3, "column": 82, "part": "paragraph 3", "character": 82,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["concise", "github", "gitlab", "junit", "checkstyle", "sarif", "csv"])
def test_machines_are_told_the_paragraph_as_a_line_and_in_words(folder, form):
    text = run("check", "letter.docx", "--format", form, code=1)
    assert "paragraph 3, character 82" in text


def test_sarif_offers_no_edit_that_would_break_the_file(folder):
    (results,) = [row["results"] for row in json.loads(run("check", ".", "--format", "sarif", code=1))["runs"]]
    assert results
    for row in results:
        assert "fixes" not in row
        assert "charOffset" not in row["locations"][0]["physicalLocation"]["region"]


def test_documents_are_found_in_folders_and_their_lock_files_are_not(folder):
    Path("~$letter.docx").write_bytes(b"\x06Hall" + bytes(100))
    text = run("check", ".", "--format", "concise", code=1)
    assert "./letter.docx:3:" in text or "letter.docx:3:" in text
    assert "~$" not in text


def test_a_document_that_is_none_is_told_and_the_rest_is_read(folder):
    Path("broken.docx").write_bytes(LETTER.read_bytes()[:500])
    Path("old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    result = CliRunner().invoke(app, ["check", "letter.docx", "broken.docx", "old.doc", "--format", "concise"])
    assert result.exit_code == 2
    assert "broken.docx: This file is damaged" in result.output
    assert "old.doc: Documents of old Word versions are not read. Save it as .docx, and check that." in result.output
    assert "letter.docx:3:" in result.output


def test_fix_shows_the_paragraphs_that_would_change(folder):
    before = Path("letter.docx").read_bytes()
    text = run("fix", "letter.docx", "--review", code=1)
    assert "-Do not ignore this message." in text
    assert "No newline" not in text
    assert Path("letter.docx").read_bytes() == before


def test_fix_writes_the_document_once_and_for_all(folder):
    before = parts("letter.docx")
    run("fix", "letter.docx", "--review", "--apply", code=0)
    after = parts("letter.docx")
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert after["word/document.xml"].count(b"MERGEFIELD") == before["word/document.xml"].count(b"MERGEFIELD")
    assert after["word/document.xml"].count(b"<w:r>") == before["word/document.xml"].count(b"<w:r>")
    assert b"failed to" not in after["word/document.xml"]
    data = Path("letter.docx").read_bytes()
    run("fix", "letter.docx", "--review", "--apply", code=0)
    assert Path("letter.docx").read_bytes() == data


def test_a_document_on_standard_input_comes_out_fixed(folder):
    data = Path("letter.docx").read_bytes()
    words = ["fix", "-", "--stdin-filename", "letter.docx", "--review", "--apply"]
    result = CliRunner().invoke(app, words, input=data)
    assert result.exit_code == 0, result.output
    Path("fixed.docx").write_bytes(result.stdout_bytes)
    assert b"failed to" not in parts("fixed.docx")["word/document.xml"]


def test_the_line_breaks_of_a_cell_are_shown_as_such(folder):
    shutil.copy(LETTER.with_suffix(".xlsx"), "letters.xlsx")
    text = run("fix", "letters.xlsx", "--review", "--diff", code=1)
    assert "-Do not ignore this message." in text
    assert "\u2028" not in text
