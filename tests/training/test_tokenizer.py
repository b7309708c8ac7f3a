"""The shipped pipeline cuts words as the treebank does that it learned from."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from empathy_lint.language.pipeline import SHIPPED


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(SHIPPED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pay now!!", "Pay|now|!!"),
        ("Really?!", "Really|?!"),
        ("Call 020-555-0100 today", "Call|020-555-0100|today"),
        ("Send an e-mail", "Send|an|e-mail"),
        ("at 11:30am", "at|11:30|am"),
        ("the car/van bay", "the|car|/|van|bay"),
        ("You don't owe £12.50.", "You|do|n't|owe|£|12.50|."),
        ("See www.example.com/a/b", "See|www.example.com/a/b"),
    ],
)
def test_words_are_cut_as_in_the_treebank(nlp: Language, text: str, words: str) -> None:
    assert "|".join(token.text for token in nlp.tokenizer(text)) == words
