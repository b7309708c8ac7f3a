"""Lines that have not changed are found where they stand now and where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.known.lines import likeness, same_lines

LINES = st.lists(st.sampled_from(["Hello,", "we wrote", "to you.", "", "Thanks"]), max_size=12)


@given(LINES, LINES)
def test_a_line_that_has_not_changed_reads_the_same_in_both(old, new):
    same = same_lines("\n".join(old), "\n".join(new))
    before, after = old or [""], new or [""]
    assert all(after[line - 1] == before[was - 1] for line, was in same.items())
    assert sorted(same.values()) == [same[line] for line in sorted(same)]


@given(LINES)
def test_in_a_text_that_has_not_changed_no_line_has(lines):
    text = "\r\n".join(lines)
    assert same_lines("\n".join(lines), text) == {line: line for line in range(1, text.count("\r\n") + 2)}


def test_an_inserted_line_is_the_only_new_one():
    assert same_lines("a\nb\nc", "a\nx\nb\nc") == {1: 1, 3: 2, 4: 3}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("axmyb", "apqmrb", {1: 1, 4: 3, 6: 5}),  # one between lines that changed
        ("axT", "aTyT", {1: 1, 4: 3}),  # the last lines stay each other's, though the same words come before
        ("amzmTwT", "axmT", {1: 1, 3: 2, 4: 7}),
        ("xbc", "bybc", {3: 2, 4: 3}),
    ],
)
def test_lines_that_come_more_than_once_are_told_apart_by_what_stands_at_the_ends(old, new, same):
    assert same_lines("\n".join(old), "\n".join(new)) == same


def test_likeness_is_the_share_of_lines_that_are_the_same():
    assert likeness("a\nb", "a\r\nb") == 1
    assert likeness("a\nb", "a\nc") == 0.5
    assert likeness("a\nb", "x\ny") == 0
