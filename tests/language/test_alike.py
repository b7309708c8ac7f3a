"""Sentences that differ in figures and dates alone are read once, and every place stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.language.alike import alike
from empathy_lint.language.pipeline import Pipeline
from empathy_lint.language.tree import Tree


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Pay $20.00 by 4 March 2024.", "Pay $95.50 by 7 April 1999."),
        ("Call us on Monday, 12 January.", "Call us on Friday, 31 October."),
        ("Your reference is 123456.", "Your reference is 987650."),
    ],
)
def test_figures_months_and_days_of_one_length_read_alike(text: str, other: str) -> None:
    assert alike(text) == alike(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Pay in 1 day.", "Pay in 3 days."),
        ("Pay $20.", "Pay $200."),
        ("You may pay.", "You can pay."),
        ("Pay by 3 May.", "Pay by 3 July."),
    ],
)
def test_what_says_something_else_stays_apart(text: str, other: str) -> None:
    assert alike(text) != alike(other)


@given(st.text())
def test_no_place_moves(text: str) -> None:
    assert len(alike(text)) == len(text)
    assert alike(alike(text)) == alike(text)


def test_a_tree_tells_the_words_of_its_own_sentence() -> None:
    texts = ["Pay $20 by 4 March.", "Pay $95 by 7 April."]
    first, second = Pipeline().trees(texts)
    assert [tree.text for tree in (first, second)] == texts
    assert "20" in _forms(first) and "95" in _forms(second)
    assert "march" in _forms(first) and "april" in _forms(second)
    assert [(word.start, word.dep, word.head and word.head.index) for word in first.words] == [
        (word.start, word.dep, word.head and word.head.index) for word in second.words
    ]


def _forms(tree: Tree) -> set[str]:
    return {word.form for word in tree.words}
