"""Files as they come: encodings, sizes, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.limits import Limits
from empathy_lint.reading.message import Source
from empathy_lint.reading.reader import read, read_file
from empathy_lint.settings.reading import ReadingOptions


@pytest.mark.parametrize(
    "data",
    [
        "Café for you.".encode(),
        "Café for you.".encode("utf-8-sig"),
        "Café for you.".encode("utf-16"),
        b"\xfe\xff" + "Café for you.".encode("utf-16-be"),
    ],
)
def test_text_is_decoded_and_offsets_begin_after_the_mark(data: bytes) -> None:
    (message,) = read("a.txt", data).messages
    (block,) = message.blocks
    assert block.prose == message.source.text == "Café for you."
    assert block.source_span(0, 4) == (0, 4)


def test_a_declared_encoding_is_used() -> None:
    data = '<meta charset="iso-8859-1"><p>Café for you.</p>'.encode("latin-1")
    assert read("a.html", data).messages[0].blocks[0].prose == "Café for you."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"GIF89a\x00\x01\x02", "not text"),
        (b"\x01\x02\x03\x04abc", "not text"),
        (b"Caf\xe9", "not in UTF-8"),
        (b"<meta charset='klingon'>\xe9", "unknown encoding"),
        (b"\xff\xfeab\x00\xd8", "not in UTF-16"),
        (b"a" * 101, "limit"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read("a.txt", data, options=ReadingOptions(Limits(file_size=0.0001)))
    (problem,) = caught.value.problems
    assert said in problem.message
    assert problem.path == "a.txt"
    assert problem.remedy


def test_a_wrong_byte_is_shown_where_it_stands() -> None:
    with pytest.raises(ProblemError) as caught:
        read("a.txt", b"Hello\nCaf\xe9")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 4)


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(ProblemError, match="markdown"):
        read("a.txt", b"Hello.", format_name="markdwn")


def test_a_format_may_be_forced() -> None:
    assert read("a.txt", b"<p>Hello</p>", format_name="html").messages[0].blocks[0].prose == "Hello"


def test_a_file_is_read_under_the_name_the_user_gave(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hello there.", encoding="utf-8")
    assert read_file(path).messages[0].path == str(path)


def test_a_missing_file_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="no such file"):
        read_file(tmp_path / "none.txt")


def test_only_line_ends_end_a_line() -> None:
    source = Source("a.txt", "a\x0bb\u2028c\rd\r\ne\nf")
    places = {mark: source.position(source.text.index(mark)) for mark in "acdef"}
    assert [(row.line, row.column) for row in places.values()] == [(1, 1), (1, 5), (2, 1), (3, 1), (4, 1)]


@pytest.mark.parametrize("path", ["late.haml", "late.html.slim", "late.pug"])
def test_a_language_without_tags_is_told_instead_of_read(path: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read(path, b"%p You have failed to pay.\n")
    (problem,) = caught.value.problems
    assert "is not read" in problem.message
    assert "HTML" in problem.remedy
    assert read(path, b"%p You have failed to pay.\n", format_name="text").messages
