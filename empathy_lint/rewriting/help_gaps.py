"""The places where a rewrite asks for help, and what the firm really offers there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.offers import OfferSentences

# Marks, never shown: a rewrite that holds one is made only where the firm's offers fill it.
HELP_GAP: Final = "[a way out]"
HELP_FIRST: Final = "[help]"
ROUTE_GAP: Final = "[a route]"
CHOICE_GAP: Final = "[a choice]"


def filled(text: str, view: MessageView, offers: OfferSentences) -> tuple[str, ...]:
    """The text with its place for help filled, the fullest first; none where no offer reaches, the text itself where
    it has no such place.

    What the message already says is not said again.
    """
    for gap, fill in _FILLS.items():
        if gap in text:
            return tuple(text.replace(gap, each) for each in fill(view, offers))
    return (text,)


def _ways_out(view: MessageView, offers: OfferSentences) -> list[str]:
    """What to do where the ask is hard to meet: a choice, else a way to talk."""
    return [
        *(f"If that is hard, {way}." for way in _choices(view, offers)),
        *(f"If you have questions, {way}." for way in _routes(view, offers)),
    ]


def _choices(view: MessageView, offers: OfferSentences) -> list[str]:
    """ "you can split it into two payments"."""
    said = _said(view)
    rows = [each.removeprefix("You can ").rstrip(".") for each in offers.ready("options", view)]
    return [f"you can {row}" for row in rows if row and row not in said]


def _routes(view: MessageView, offers: OfferSentences) -> list[str]:
    """ "reply to this email", out of a sentence such as "If you have questions, reply to this email."."""
    said = _said(view)
    rows = [each.rpartition("should know, ")[2].rstrip(".") for each in offers.ready("dialogue", view)]
    return [row for row in rows if row and row not in said]


def _help(view: MessageView, offers: OfferSentences) -> list[str]:
    """A choice and a way to talk, in sentences of their own; each alone where the other is there already."""
    said = _said(view)
    choices = [each for each in offers.ready("options", view) if each not in said]
    talks = [each for each in offers.ready("dialogue", view) if each not in said]
    both = [f"{choices[0]} {talks[-1]}"] if choices and talks else []
    return [*both, *choices[:1], *talks[-1:]]


def _said(view: MessageView) -> str:
    return "\n".join(block.prose for block in view.analysis.message.blocks)


def _either(view: MessageView, offers: OfferSentences) -> list[str]:
    return [*_choices(view, offers), *_routes(view, offers)]


_FILLS: Final[dict[str, Callable[[MessageView, OfferSentences], list[str]]]] = {
    HELP_GAP: _ways_out,
    HELP_FIRST: _help,
    ROUTE_GAP: _routes,
    CHOICE_GAP: _either,
}
