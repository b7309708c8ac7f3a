"""The lines of the report for the terminal: how they are broken, and that nothing stands behind their last word."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def lines_on(*paths: Path, color: bool = False, width: int = 60) -> list[str]:
    out = io.StringIO()
    view = View(verbose=True, explain_score=True, color=color, width=width)
    write_report(Run().lint_paths([str(path) for path in paths]), "terminal", out, view)
    return COLOUR.sub("", out.getvalue()).split("\n")


@pytest.mark.parametrize("color", [False, True])
def test_no_line_ends_with_a_space(color: bool) -> None:
    lines = lines_on(LETTERS, color=color)
    assert len(lines) > 300
    assert [line for line in lines if line.endswith(" ")] == []


def test_wide_characters_take_two_columns(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    wide = "支払期限" * 12
    letter.write_text(f"You have failed to pay the sum that stands under {wide} here.\n", encoding="utf-8")
    # What is not the path, which is never broken.
    lines = [line for line in lines_on(letter) if str(tmp_path) not in line]
    assert max(map(cell_len, lines)) <= 60
    assert "支払期限支払期限" in "".join(lines)
    assert sum("支" in line for line in lines) > 1


def test_a_path_is_never_broken(tmp_path: Path) -> None:
    letter = tmp_path / f"{'a long name ' * 8}.txt"
    letter.write_text("You have failed to pay. We will sue you.\n", encoding="utf-8")
    assert str(letter) in lines_on(letter, width=40)


def test_colour_changes_no_word_but_the_marks(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("Thank you. You have failed to pay.\n", encoding="utf-8")
    plain, coloured = (lines_on(letter, color=color, width=100) for color in (False, True))
    assert [line.replace("**", "") for line in plain] == coloured


def test_what_alone_holds_the_score_down_is_said_beside_it(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("We will take legal action if the balance is not cleared.\n", encoding="utf-8")
    lines = lines_on(letter)
    at = next(number for number, line in enumerate(lines) if line.startswith("Score 40 of 100"))
    assert lines[at + 1] == "   Held at 40: Threat"


def test_nothing_is_said_to_hold_a_score_that_the_dimensions_explain(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("You have failed to pay.\n", encoding="utf-8")
    assert not any("Held at" in line for line in lines_on(letter))


def test_how_a_finding_was_found_is_told_in_plain_words(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("We will take legal action!!! Your deplorable conduct has been noted by all of us.\n", "utf-8")
    told = " ".join(lines_on(letter, width=200))
    assert "found by a list of words" in told
    assert "found by counting" in told
    assert not re.search("rests on|learned model", told)


def test_a_message_with_nothing_wrong_says_what_would_add_to_it(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    told = "   Nothing is wrong; a choice, what you have done or a way to talk would add to it"
    letter.write_text("Dear Sam,\n\nYour parcel comes on Friday.\n", encoding="utf-8")
    assert told in lines_on(letter, width=100)
    kind = "We have moved your visit to Friday. You can choose another day or cancel it. Call us on 020 7946 0018."
    letter.write_text(f"Dear Sam,\n\n{kind}\n", encoding="utf-8")
    assert told not in lines_on(letter, width=100)


def test_what_would_add_to_it_names_only_what_is_not_there(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("Dear Sam,\n\nYou can come on Friday or on Monday. Reply to this email.\n", encoding="utf-8")
    assert "   Nothing is wrong; what you have done would add to it" in lines_on(letter, width=100)
    letter.write_text("Dear Sam,\n\nYou can come on Friday or on Monday.\n", encoding="utf-8")
    assert "   Nothing is wrong; what you have done or a way to talk would add to it" in lines_on(letter, width=100)


def test_what_a_letter_was_taken_for_is_said_in_a_writers_words(tmp_path: Path) -> None:
    letter = tmp_path / "final-notice.txt"
    letter.write_text("You have failed to pay.\n", encoding="utf-8")
    said = next(line for line in lines_on(letter, width=100) if line.startswith("Read as"))
    assert said.endswith("about: a debt long overdue (a guess from its text and file name)")
