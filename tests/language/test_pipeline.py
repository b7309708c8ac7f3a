"""The spaCy pipeline: what a user may point at, and what is said when it does not do."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from empathy_lint.errors import ProblemError
from empathy_lint.language.pipeline import SHIPPED, Pipeline, plain


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ProblemError, match="no_such_pipeline") as caught:
        list(Pipeline("no_such_pipeline").docs(["Pay."]))
    assert "installed" in caught.value.problems[0].remedy


def test_a_pipeline_without_a_parser_is_refused_and_who_needs_it_is_said(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ProblemError, match="no parser, which “blame-language” needs"):
        list(Pipeline(str(tmp_path), needed_by="blame-language").docs(["Pay."]))


def test_ours_may_be_named_as_a_folder() -> None:
    (doc,) = Pipeline(str(SHIPPED)).docs(["Please pay the bill."])
    assert [token.dep_ for token in doc if token.text == "bill"] == ["obj"]


def test_words_are_cut_as_by_the_whole_of_the_saved_tokenizer() -> None:
    text = "Dear Ms. O'Neill, you can't pay $5.00 (e.g.) at https://x.io/a?b=c by 11:30am; we'll e-mail and/or call."
    (ours,) = Pipeline().docs([text])
    assert [word.text for word in ours] == [word.text for word in spacy.load(SHIPPED)(text)]


def test_lemmas_are_made_only_when_asked_for() -> None:
    (without,) = Pipeline().docs(["We paid the bills."])
    (with_them,) = Pipeline(lemmas=True).docs(["We paid the bills."])
    assert [token.lemma_ for token in with_them][1] == "pay"
    assert [token.lemma_ for token in without][1] != "pay"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("PAY YOUR BILL TODAY", "Pay your bill today"),
        ("Bring your ID.", "Bring your ID."),
        ("It’s due", "It's due"),
        ("İSTANBUL OFFICE IS CLOSED NOW", "İstanbul office is closed now"),
    ],
)
def test_shouting_and_curly_quotes_are_made_plain_without_moving_anything(text: str, read: str) -> None:
    assert plain(text) == read
    assert len(plain(text)) == len(text)
