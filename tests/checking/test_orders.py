"""The order of things in a message."""

from __future__ import annotations

import pytest
from simple_analysis import analyse

from empathy_lint.checking.context import Context
from empathy_lint.checking.kinds.order import ORDERS
from empathy_lint.checking.view import MessageView, Offer, Spot
from empathy_lint.language.analysis import Directives
from empathy_lint.words import Severity


def broken(
    order: str, text: str, rules: dict[str, str] | None = None, offers: dict[str, str] | None = None
) -> list[str]:
    """The words at which the order is broken; `rules` and `offers` say which words are what."""
    analysis = analyse(text)

    def sentence(words: str) -> int:
        return next(each.index for each in analysis.sentences if words in each.text)

    spots, presence = [], {}
    for words, rule in (rules or {}).items():
        home = analysis.sentences[sentence(words)]
        start = home.start + home.text.index(words)
        spots.append(Spot(rule, "e", Severity.MAJOR, home.block, start, start + len(words), home))
    for words, element in (offers or {}).items():
        home = analysis.sentences[sentence(words)]
        start = home.start + home.text.index(words)
        presence[element] = (Offer(home.block, start, start + len(words), home.index, words),)
        if element == "ask":
            analysis.directives = Directives(1, asks=((home.index, start, start + len(words)),))
    view = MessageView(analysis, Context("email", "general"), (), {}, presence, tuple(spots))
    return [analysis.message.blocks[hit.block or 0].prose[hit.start : hit.end] for hit in ORDERS[order](view)]


@pytest.mark.parametrize(("text", "expected"), [("Sue. Plan.", ["Sue"]), ("Plan. Sue.", [])])
def test_help_before_penalty(text: str, expected: list[str]) -> None:
    assert broken("help-before-penalty", text, {"Sue": "threat-language"}, {"Plan": "options"}) == expected


def test_a_penalty_without_any_help_is_broken_too() -> None:
    assert broken("help-before-penalty", "Sue.", {"Sue": "threat-language"}) == ["Sue"]
    assert broken("help-before-penalty", "Plan.", {}, {"Plan": "options"}) == []


def test_fix_before_feeling() -> None:
    offers = {"Sorry": "acknowledge", "Fixed": "action"}
    assert broken("fix-before-feeling", "Sorry. Fixed.", offers=offers) == ["Sorry."]
    assert broken("fix-before-feeling", "Fixed. Sorry.", offers=offers) == []
    assert broken("fix-before-feeling", "Sorry.", offers={"Sorry": "acknowledge"}) == ["Sorry."]


MANY = "a " * 80


def test_the_ask_stands_in_the_first_part() -> None:
    assert broken("ask-in-first-half", f"A {MANY}. B. C. D. Pay.", offers={"Pay": "ask"}) == ["Pay"]
    assert broken("ask-in-first-half", f"A {MANY}. Pay. C. D. E.", offers={"Pay": "ask"}) == []
    assert broken("ask-in-first-half", f"A {MANY}. B. Pay.", offers={"Pay": "ask"}) == []


def test_in_a_message_that_is_seen_at_once_the_ask_stands_anywhere() -> None:
    assert broken("ask-in-first-half", "A. B. C. D. Pay.", offers={"Pay": "ask"}) == []


@pytest.mark.parametrize(
    "last",
    [
        "If you are late, call.",
        "You can edit it or call.",
        "Please ignore this mail or call.",
        "Use the link above or call.",
        "To check how far it is, call.",
        "We also suggest you call.",
        "You can call at any time.",
        "[call] [write]",
    ],
)
def test_what_is_asked_of_some_alone_or_only_offered_may_come_late(last: str) -> None:
    assert broken("ask-in-first-half", f"A {MANY}. B. C. D. {last}", offers={"call": "ask"}) == []


def test_what_was_mentioned_above_is_asked_for_all_the_same() -> None:
    text = f"A {MANY}. B. C. D. Please send the form mentioned above."
    assert broken("ask-in-first-half", text, offers={"send": "ask"}) == ["send"]


def test_no_threat_in_the_opening() -> None:
    order = "threat-not-in-opening"
    assert broken(order, "Subject: Sue\n\nHello.", {"Sue": "threat-language"}) == ["Sue"]
    assert broken(order, "Dear Alex,\n\nSue. Then.", {"Sue": "fear-words"}) == ["Sue"]
    assert broken(order, "Dear Alex,\n\nAll is well. Sue.", {"Sue": "threat-language"}) == []


def test_a_question_after_but() -> None:
    rules = {"but": "but-usage"}
    assert broken("question-after-but", "Yes, but no. So it is.", rules) == ["but"]
    assert broken("question-after-but", "Yes, but no. Would May suit you?", rules) == []
