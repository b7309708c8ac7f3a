"""The gaps that ask for help, and what the firm really offers in their place."""

from __future__ import annotations

from typing import Final

from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.offers import OfferSentences

HELP_GAP: Final = "If that is hard, [say how you can help, and how to reach you]."
HELP_FIRST: Final = "[Say first how you can help, and how to reach you.]"
PROMPT: Final = (
    "[Say first how you can help, and how to reach you. If there is a next step, say once what it is, when and why.]"
)


def filled(text: str, view: MessageView, offers: OfferSentences) -> tuple[str, ...]:
    """The text with its gap for help filled, the fullest first; the text itself where no offer reaches, or none is
    asked for.

    What the message already says is not said again.
    """
    for gap in (HELP_GAP, PROMPT, HELP_FIRST):
        if gap in text:
            ready = _ways_out(view, offers) if gap == HELP_GAP else _help(view, offers)
            return tuple(text.replace(gap, each) for each in ready) or (text,)
    return (text,)


def _ways_out(view: MessageView, offers: OfferSentences) -> list[str]:
    """What to do where the ask is hard to meet: a choice, else a way to talk."""
    choices = [each.removeprefix("You can ") for each in offers.ready("options", view)]
    ways = [f"you can {each}" for each in choices] + [_talk(each) for each in offers.ready("dialogue", view)]
    return [f"If that is hard, {each}" for each in ways if each and each not in _said(view)]


def _talk(sentence: str) -> str:
    """Only the ways of a sentence such as "If you have questions, reply to this email."."""
    return sentence.rpartition("should know, ")[2]


def _help(view: MessageView, offers: OfferSentences) -> list[str]:
    """A choice and a way to talk, in sentences of their own; each alone where the other is there already."""
    said = _said(view)
    choices = [each for each in offers.ready("options", view) if each not in said]
    talks = [each for each in offers.ready("dialogue", view) if each not in said]
    both = [f"{choices[0]} {talks[-1]}"] if choices and talks else []
    return [*both, *choices[:1], *talks[-1:]]


def _said(view: MessageView) -> str:
    return "\n".join(block.prose for block in view.analysis.message.blocks)
