"""Comments that silence a rule, in the comment syntax of each language, always with a reason."""

from __future__ import annotations

import pytest
from reading_helpers import message_of, prose_of, reading_of

COMMENTS = [
    ("a.html", "<!-- {} -->"),
    ("a.md", "<!-- {} -->"),
    ("a.html.j2", "{{# {} #}}"),
    ("a.liquid", "{{% comment %}} {} {{% endcomment %}}"),
    ("a.hbs", "{{{{!-- {} --}}}}"),
    ("a.html.erb", "<%# {} %>"),
    ("a.blade.php", "{{{{-- {} --}}}}"),
    ("a.tpl", "{{* {} *}}"),
    ("a.ftl", "<#-- {} -->"),
    ("a.php", "<?php /* {} */ ?>"),
    ("a.txt", "# {}"),
    ("a.txt", "// {}"),
]


@pytest.mark.parametrize(("path", "comment"), COMMENTS)
def test_the_next_line_is_silenced_in_every_comment_syntax(path: str, comment: str) -> None:
    directive = comment.format("empathy-lint: ignore-next threat-language, shouting -- agreed with legal")
    text = f"Hello there.\n\n{directive}\nPay at once.\n\nThank you.\n"
    message = message_of(text, path)
    (row,) = message.suppressions
    assert row.rules == {"threat-language", "shouting"}
    assert row.reason == "agreed with legal"
    assert text[row.start : row.end].strip() == "Pay at once."
    assert text[row.directive_start :].startswith(directive)
    assert "empathy-lint" not in " ".join(prose_of(text, path))


def test_off_lasts_until_on() -> None:
    text = "One.\n<!-- empathy-lint: off shouting -- a brand name -->\nTWO\n<!-- empathy-lint: on -->\nThree."
    (row,) = message_of(text, "a.html").suppressions
    assert text[row.start : row.end].strip() == "TWO"


def test_off_without_on_lasts_to_the_end() -> None:
    text = "One.\n<!-- lint-off: set by law -->\nTWO\nThree."
    (row,) = message_of(text, "a.html").suppressions
    assert (row.rules, row.reason, row.end) == (frozenset(), "set by law", len(text))


def test_a_whole_file_is_silenced() -> None:
    text = "One.\n# empathy-lint: ignore-file reading-grade -- set by law\nTwo."
    (row,) = message_of(text).suppressions
    assert (row.start, row.end) == (0, len(text))


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        ("empathy-lint: off shouting", "without saying why"),
        ("empathy-lint: ignore-next", "without saying why"),
        ("lint-off", "without saying why"),
        ("empathy-lint: ignor-next shouting -- a reason", "ignor-next"),
        ("empathy-lint:", "says nothing"),
    ],
)
def test_a_comment_that_is_wrong_says_what_is_wrong(directive: str, said: str) -> None:
    reading = reading_of(f"Hello.\n<!-- {directive} -->\nTwo.", "a.html")
    (problem,) = reading.problems
    assert said in problem.message
    assert (problem.line, problem.column) == (2, 6)
    assert problem.remedy
    assert reading.messages[0].suppressions == ()


def test_words_of_a_letter_are_no_directive() -> None:
    assert message_of("We wrote about empathy-lint: off we go.").suppressions == ()
