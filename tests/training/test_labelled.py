"""Labelled text as the tone model is trained on it: marks land on the words that were marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from training.tone.labelled import TAGS, message_sentences, tone_sentences, untagged

DATA = Path(__file__).parents[2] / "training" / "tone" / "data"


def test_marks_become_spans_of_the_plain_text() -> None:
    text, spans = untagged("Pay <pressure>now</pressure> or <threat>we will close it</threat>.")
    assert text == "Pay now or we will close it."
    assert [(name, text[start:end]) for name, start, end in spans] == [
        ("pressure-language", "now"),
        ("threat-language", "we will close it"),
    ]


def test_a_line_of_labelled_sentences(tmp_path: Path) -> None:
    (tmp_path / "lending.txt").write_text(
        "ask,dialogue\tCall <pressure>now</pressure>, {{ name }}.\n", encoding="utf-8"
    )
    (row,) = tone_sentences(tmp_path)
    assert row.text == "Call now, Alex."
    assert row.elements == {"ask", "dialogue"}
    assert [(name, row.text[start:end]) for name, start, end in row.marks] == [("pressure-language", "now")]


def test_our_own_messages_are_well_formed_and_mostly_unmarked() -> None:
    rows = list(message_sentences(DATA, "messages"))
    assert len(rows) > 1000
    marked = [row for row in rows if row.marks]
    assert 0.05 < len(marked) / len(rows) < 0.25
    for row in marked:
        assert all(0 <= start < end <= len(row.text) for _, start, end in row.marks)


@pytest.mark.parametrize("file", sorted(DATA.glob("*.txt")), ids=lambda file: file.stem)
def test_marks_in_our_own_messages_are_closed_and_never_nest(file: Path) -> None:
    for message in re.split(r"(?m)^=====\s*$", file.read_text(encoding="utf-8")):
        head, rule, body = message.strip().partition("\n---\n")
        assert rule, f"no --- under the head: {message.strip()[:80]!r}"
        keys = re.findall(r"(?m)^(\w+): \S", head)
        assert keys in (["channel", "situation", "rating"], ["channel", "situation", "rating", "has", "steps"]), head
        tags = re.findall(rf"<(/?)({'|'.join(TAGS)})>", body)
        assert tags[::2] == [("", name) for _, name in tags[1::2]], body
        assert all(closing == "/" for closing, _ in tags[1::2]), body
