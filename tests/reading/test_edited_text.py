"""Edits put words into a text, each at its place and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.reading.edits import Edit, edited, in_order


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4), st.text(max_size=4)), max_size=6), st.randoms())
def test_edits_in_any_order_replace_what_they_name_and_keep_the_rest(parts, rng) -> None:
    text, wanted, edits = "", "", []
    for kept, old, new in parts:
        edits.append(Edit(len(text) + len(kept) + 1, len(text) + len(kept) + 1 + len(old), new))
        text, wanted = f"{text}{kept}|{old}", f"{wanted}{kept}|{new}"
    shuffled = list(edits)
    rng.shuffle(shuffled)
    assert edited(text, shuffled) == wanted
    assert in_order(shuffled, len(text)) == edits


def test_edits_that_touch_are_made_and_the_last_may_end_with_the_text() -> None:
    assert edited("abc", [Edit(1, 3, "y"), Edit(0, 1, "x")]) == "xy"
    assert edited("abc", [Edit(3, 3, "d")]) == "abcd"
    assert edited("abc", []) == "abc"


@pytest.mark.parametrize(
    "edits", [[Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(2, 4, "x")], [Edit(2, 1, "x")], [Edit(-1, 1, "x")]]
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits) -> None:
    with pytest.raises(ValueError, match=r"^the edit of -?\d:\d overlaps another or lies outside of the text$"):
        edited("abc", edits)
