"""Lines that have not changed are found where they stand now and where they stood."""

from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.known.lines import same_lines

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
