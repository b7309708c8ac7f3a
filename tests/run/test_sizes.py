"""How much of a file is read, and what is told of one that is too much: each limit is a setting."""

from __future__ import annotations

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.limits import HIGHEST, LIMITS, LOWEST, NAMES, Limits
from empathy_lint.reading.reader import read
from empathy_lint.run import Run
from empathy_lint.settings.reading import ReadingOptions

MAIL = """\
Subject: Your bill
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/mixed; boundary=b

--b

Please call us.
--b--
--a--
"""
NESTED_JSON = '{"a": {"b": {"c": "Please call us."}}}'
NESTED_YAML = "a:\n  b:\n    c: Please call us.\n"
NESTED_BLOCKS = "{% if a %}Pay. {% if b %}Call. {% endif %}{% endif %}"


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def errors_of(project, name: str, text: str, config: str) -> list[str]:
    (project / ".empathy-lint.yaml").write_text(config, encoding="utf-8")
    (project / name).write_text(text, encoding="utf-8")
    return [str(problem) for problem in Run().lint_paths([name]).errors]


def read_with(name: str, text: str, **limits: float):
    return read(name, text.encode(), options=ReadingOptions(Limits(**limits)))


def test_a_file_beyond_the_limit_is_named_with_the_limit_and_what_to_do(project):
    text = "Please call us. " * 100
    assert errors_of(project, "a.txt", text, "limits: {file-size: 0.001}") == [
        "a.txt: The file is larger than 0.001 MB, the limit for texts. "
        "Split the file, leave it out, or raise “file-size” below “limits” in the config."
    ]
    assert errors_of(project, "a.txt", text, "limits: {file-size: 0.01}") == []


@pytest.mark.parametrize("one", ["Please call us. ", "x", "{{ name }} "], ids=["sentences", "letters", "placeholders"])
def test_ten_megabytes_in_one_line_are_told_and_the_letter_beside_it_is_read(project, one):
    (project / "line.txt").write_text(one * (10_000_000 // len(one)), encoding="utf-8")
    (project / "letter.txt").write_text("Please call us.", encoding="utf-8")
    done = Run().lint_paths(["."])
    assert [problem.message for problem in done.errors] == ["The file is larger than 5 MB, the limit for texts."]
    assert [row.message.path for row in done.messages] == ["./letter.txt"]


def test_a_limit_may_be_set_for_some_files(project):
    config = "limits: {file-size: 0.001}\noverrides: [{paths: [long.txt], limits: {file-size: 1}}]"
    text = "Please call us. " * 100
    assert errors_of(project, "long.txt", text, config) == []
    assert errors_of(project, "short.txt", text, config) != []


def test_a_file_larger_than_ours_is_read_where_the_config_says_so(project):
    config = "limits: {file-size: 8}\nselect: [shouting]"
    assert errors_of(project, "a.html", "<p>Please call us.</p>" + " " * 6_000_000, config) == []


@pytest.mark.parametrize(
    ("name", "text", "enough", "limit", "setting"),
    [
        ("a.json", NESTED_JSON, 3, "nesting", "nesting"),
        ("a.yaml", NESTED_YAML, 3, "nesting", "nesting"),
        ("a.eml", MAIL, 2, "mail_parts", "mail-parts"),
    ],
)
def test_what_lies_too_deep_is_told_with_the_limit(name, text, enough, limit, setting):
    assert read_with(name, text, **{limit: enough}).problems == ()
    try:
        problems = read_with(name, text, **{limit: enough - 1}).problems
    except ProblemError as error:
        problems = error.problems
    problem = problems[0]
    assert "too deep" in problem.message
    assert f"raise “{setting}”" in str(problem)
    assert problem.line


def test_blocks_beyond_the_limit_are_read_as_always_sent():
    (message,) = read_with("a.html", NESTED_BLOCKS, blocks=2).messages
    assert len(message.variants) == 3
    (message,) = read_with("a.html", NESTED_BLOCKS, blocks=1).messages
    assert len(message.variants) == 2
    assert any("Call." in block.prose for block in message.blocks)


def test_variants_beyond_the_limit_are_told_with_the_setting():
    text = "".join(f"{{% if a{n} %}}<p>Call {n}.</p>{{% endif %}}" for n in range(4))
    (message,) = read_with("a.html", text, variants=16).messages
    assert (len(message.variants), message.notes) == (16, ())
    (message,) = read_with("a.html", text, variants=10).messages
    assert len(message.variants) <= 10
    assert "raise “variants” below “limits”" in message.notes[0]


def test_a_document_beyond_the_limit_is_told_before_it_is_unpacked():
    with pytest.raises(ProblemError, match=r"larger than 0\.001 MB.*raise “document-size”"):
        read("a.docx", b"PK\x03\x04" + b" " * 2000, options=ReadingOptions(Limits(document_size=0.001)))


def test_no_config_may_lift_a_limit_altogether(project):
    assert errors_of(project, "a.txt", "Please call us.", "limits:\n  file-size: 1000000") == [
        ".empathy-lint.yaml:2:3: “file-size” has to be a number from 0.001 to 100."
    ]
    for attribute in NAMES.values():
        lowest, ours, highest = (getattr(row, attribute) for row in (LOWEST, LIMITS, HIGHEST))
        assert lowest <= ours < highest


def test_a_limit_that_is_counted_is_a_whole_number(project):
    assert errors_of(project, "a.txt", "Please call us.", "limits:\n  variants: 2.5") == [
        ".empathy-lint.yaml:2:3: “variants” has to be a whole number."
    ]
