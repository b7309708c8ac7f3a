"""Words that rules give in place of others are found however these are written."""

from __future__ import annotations

import pytest

from empathy_lint.checking.replacements import compile_replacements

WORDS = {"don't [delay] it": "please do it soon", "in due course": "by Friday", "no later than …": "by …"}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Don’t  DELAY\nit", "Please do it soon"),
        ("don't be delaying it", None),
        ("IN DUE COURSE", "BY FRIDAY"),
        ("in due courses", None),
        ("No later than 3 May", "By 3 May"),
    ],
)
def test_a_key_stands_for_all_of_the_words(words: str, text: str | None) -> None:
    found = compile_replacements(dict(WORDS)).of(words)
    assert [rewrite.text for rewrite in found] == ([] if text is None else [text])


def test_keys_stand_among_other_words() -> None:
    replacements = compile_replacements(dict(WORDS), inside=True)
    assert replacements.among("We write in due  course. Don’t delay it.") == [
        (9, 23, "by Friday"),
        (25, 39, "Please do it soon"),
    ]
