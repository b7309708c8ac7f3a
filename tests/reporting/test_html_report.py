"""The HTML page as text: one file, its own policy, everything of a stranger escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_helpers import HOSTILE, HOSTILE_NAME, drawn, lint_in

from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.reader import read
from empathy_lint.reporting.html_page.letter import Marked, draw_letter
from empathy_lint.words import Severity


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / HOSTILE_NAME).write_text(HOSTILE)
    return drawn(lint_in(folder, HOSTILE_NAME, "missing<script>.txt"), "html")


def test_the_policy_names_the_style_and_the_script_of_the_page_and_nothing_else(hostile: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', hostile)
    assert policy
    said = policy[1].replace("&#39;", "'")
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", hostile, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in said
    assert said.startswith("default-src 'none'")
    assert "unsafe" not in said


def test_nothing_is_asked_for_and_nothing_of_a_stranger_is_markup(hostile: str) -> None:
    body = hostile[hostile.index("<body>") : hostile.index("<script>")]
    tags = [re.sub(r'"[^"]*"', '""', tag) for tag in re.findall(r"<[a-z][^>]*>", body)]
    assert not [tag for tag in tags if re.match(r"<(img|script|style|link|iframe|object)\b", tag)]
    assert not [tag for tag in tags if re.search(r"\s(on\w+|src|style)=", tag)]
    assert set(re.findall(r'href="([^"]{0,2})', body)) <= {"#m", "#f"}


def test_what_could_not_be_read_is_told(hostile: str) -> None:
    assert "What could not be done" in hostile
    assert "missing&lt;script&gt;.txt" in hostile


def test_a_page_without_messages_says_so(tmp_path: Path) -> None:
    assert "No message was read." in drawn(lint_in(tmp_path, "nowhere.txt"), "html")


LETTER = "Subject: Your {{ amount }} bill\n\nHi {{ name }}, you owe {{ amount }} today.\n\n- one\n- two {{ x }}\n"


def _letter() -> Message:
    (message,) = read("letter.md", LETTER.encode()).messages
    return message


@given(st.data())
def test_marks_cut_the_letter_without_losing_a_character(data: st.DataObject) -> None:
    message = _letter()
    marks = []
    for number in range(1, data.draw(st.integers(0, 5)) + 1):
        block = data.draw(st.integers(0, len(message.blocks) - 1))
        length = len(message.blocks[block].prose)
        start = data.draw(st.integers(0, length - 1))
        end = data.draw(st.integers(start + 1, length))
        marks.append(Marked(number, block, start, end, Severity.MAJOR))
    groups = draw_letter(message, marks)
    drawn_blocks = [block for group in groups for block in group.blocks]
    assert len(drawn_blocks) == len(message.blocks)
    for block, shown in zip(message.blocks, drawn_blocks, strict=True):
        pieces = [piece for run in shown.runs for piece in run.pieces]
        assert [piece.code for piece in pieces if piece.code] == [row.code for row in block.placeholders]
        literal = block.prose
        for row in reversed(block.placeholders):
            literal = literal[: row.prose_start] + literal[row.prose_end :]
        assert "".join(piece.text for piece in pieces if not piece.code) == literal
    stops = [number for shown in drawn_blocks for run in shown.runs if run.is_stop for number in run.findings]
    assert set(stops) == {mark.number for mark in marks}


def test_list_items_are_drawn_together() -> None:
    kinds = [group.kind for group in draw_letter(_letter(), [])]
    assert kinds == ["block", "block", "list"]


def test_an_empty_message_has_no_blocks() -> None:
    assert draw_letter(Message(Source("x", ""), (), "text"), []) == ()
