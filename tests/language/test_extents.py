"""Which words a finding points at, once it is known which were found."""

import pytest

from empathy_lint.language.extents import clause_around, verb_group
from empathy_lint.language.pipeline import Pipeline


@pytest.fixture(scope="module")
def tree():
    pipeline = Pipeline()
    return lambda text: pipeline.trees([text])[0]


def marked(extent, tree, sentence):
    """The words that `extent` makes of those in [[…]]."""
    before, found, _ = sentence.replace("]]", "[[").split("[[")
    text = sentence.replace("[[", "").replace("]]", "")
    start, end = extent(tree(text), len(before), len(before) + len(found))
    return text[start:end]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("If you do not pay, we will take [[legal action]].", "we will take legal action"),
        ("If you do not pay, your account will [[be closed]].", "your account will be closed"),
        ("If [[the last try fails, your plan will be cancelled]].", "your plan will be cancelled"),
        ("Your Fiscal [[Host may freeze the]] card next week.", "Your Fiscal Host may freeze the card"),
        ("We reserve the right to [[terminate your account]].", "We reserve the right to terminate your account"),
        ("Failure to comply [[may result in suspension]].", "Failure to comply may result in suspension"),
        ("An agent may visit your home and [[remove goods]].", "remove goods"),
        ("Your service will be disconnected [[without further notice]].", "without further notice"),
        ("Notice of [[legal action]]", "legal action"),
    ],
)
def test_a_clause_reaches_from_its_subject_to_its_object(tree, sentence, clause):
    assert marked(clause_around, tree, sentence) == clause


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("[[Your account has been disabled]] since Monday.", "has been disabled"),
        ("[[Your card was frozen]] this morning.", "was frozen"),
        ("Order [[suspended]]", "suspended"),
    ],
)
def test_a_verb_is_told_without_its_subject(tree, sentence, verb):
    assert marked(verb_group, tree, sentence) == verb
