"""What is spared the parser has nothing that the parser would be asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.language.directives import find_acts, may_hold_acts
from empathy_lint.language.facts import FACTS, find_facts, may_hold
from empathy_lint.language.pipeline import Pipeline

ACTS = [
    "Pay £40 by Friday.",
    "Just reply to this message.",
    "Do not share this code.",
    "Don’t wait, call us.",
    "To keep your place, sign the form.",
    "If the reading is wrong, send us a photo.",
    "You must tell us by Monday.",
    "The form must be signed.",
    "Could you send the receipt?",
    "We urge you to get in touch.",
    "You can split the bill.",
    "Cold calls are fraud; hang up.",
    "Your basket ends soon, so grab it.",
    "1. Open the app.",
    "RING 01632 960 755.",
]
NO_ACTS = [
    "Your order has been sent.",
    "The office is closed on Monday.",
    "Thank you for your patience.",
    "Alex Morgan",
    "The market fell by a fifth.",
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize("text", ACTS)
def test_a_sentence_that_asks_for_something_is_parsed(text: str) -> None:
    assert may_hold_acts(text)


@pytest.mark.parametrize("text", NO_ACTS)
def test_a_sentence_that_asks_for_nothing_is_spared(text: str) -> None:
    assert not may_hold_acts(text)


SANCTIONS = (
    "you have not paid",
    "you failed to reply",
    "your failure to act",
    "despite our reminders",
    "we will close your account",
    "your supply will be cut off",
    "unless you pay",
    "or we will take legal action",
    "failure to respond will result in a fee",
    "we understand that",
    "but we cannot help",
    "had you read the letter",
    "you should have told us",
    "the bill is £40",
    "bailiffs will visit",
)


@given(parts=st.lists(st.sampled_from(SANCTIONS), min_size=1, max_size=3), joint=st.sampled_from([" ", ", ", " and "]))
def test_no_fact_holds_where_its_words_are_missing(pipeline: Pipeline, parts: list[str], joint: str) -> None:
    text = joint.join(parts).capitalize() + "."
    (tree,) = pipeline.trees([text])
    finders = {name for name in FACTS if may_hold(text, {name})}
    assert {fact.name for fact in find_facts(tree)} <= finders


def test_the_acts_of_the_examples_are_found(pipeline: Pipeline) -> None:
    without = [tree.text for tree in pipeline.trees(ACTS) if not find_acts(tree)]
    assert without == []
