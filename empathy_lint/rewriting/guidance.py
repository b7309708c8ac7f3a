"""What would help where only a person can write it: one line for a finding that has no rewrite ready."""

from __future__ import annotations

from typing import Final

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting.flagged import Flagged, as_code, flagged
from empathy_lint.rewriting.offers import OfferSentences
from empathy_lint.rewriting.wordings.sanctions import asked_for

_EVERYDAY: Final = 40  # letters of a term that can be quoted in a line
_REST: Final = ""
# By rule, then by entry; the empty one is for all others of the rule.
_LINES: Final[dict[str, dict[str, str]]] = {
    "apology-without-action": {
        _REST: "say beside the apology what you have done, or will do by which day, to put it right."
    },
    "asks-known-data": {_REST: "fill in what you know already, and ask only for what is missing."},
    "blame-language": {
        _REST: "say what has not arrived or happened, without “you”, and what can be done about it.",
    },
    "buried-ask": {_REST: "say in the first lines what the reader is asked to do, by when, and how."},
    "but-usage": {_REST: "end the sentence before the “but”, and begin a new one with what can be done."},
    "decided-for-you": {_REST: "say beside it what the reader can still choose, or how to ask for another look."},
    "empathy-before-fix": {_REST: "begin with what has been done or checked; the feeling comes after it."},
    "event-insensitive": {_REST: "name the event in one plain line, and leave out what does not fit it."},
    "fear-words": {_REST: "say what has happened, what still works, and the one step that sets it right."},
    "generic-salutation": {_REST: "greet the reader by the name that you have for them."},
    "hollow-empathy": {
        _REST: "name what has happened to this reader and what you do about it, or leave the line out.",
        "stock-apology": "say what went wrong and what you have done, or will do by which day, to put it right.",
        "sorry-if": "say what went wrong and what you have done, or will do by which day, to put it right.",
    },
    "jargon": {_REST: "say what this means in everyday words, in its place or right behind it."},
    "looks-like-phishing": {
        _REST: "say why you ask, how to do it without this link, and what you will never ask for."
    },
    "one-way-message": {_REST: "say beside it how to get an answer: a number with its hours, a form, an address."},
    "outcome-unclear": {_REST: "say who does what next, and on which day the reader hears from you."},
    "penalty-before-help": {
        _REST: "write a sentence before this one that says what the reader can choose and how to reach you."
    },
    "pressure-language": {
        _REST: "give the date, the reason for it, and what the reader can do if the date is hard to meet."
    },
    "rebuttal-without-question": {_REST: "ask what the reader has seen or needs before you say what is so."},
    "sentence-length": {_REST: "make it two or three sentences of one thought each, the ask in the first."},
    "shame-judgement": {_REST: "give the fact alone: what, how much, since when; and nothing on what it says of them."},
    "shouting": {_REST: "write it in small letters, and put what matters most first."},
    "survey-in-hardship": {_REST: "leave the survey for another day."},
    "threat-language": {
        _REST: "say what the reader can do and how to reach you; then the real next step, once, with its date.",
        "credit-record": "after the help, say who is told what, from which day, and how it can still be prevented.",
        "agents-at-the-door": "after the help, say who may come, from which day, and what the reader may refuse.",
        "fees-to-come": "give the amount, the day from which it is added, and what to do so that it is not.",
        "lose-what-you-have": "say what stays if the reader acts, until which day, and how to get it back later.",
        "told-to-others": "leave it out where the law does not ask for it; else say who is told what, and why.",
    },
    "threatening-opening": {
        _REST: "open with what the message is about and what the reader can do; what may follow comes after."
    },
    "vague-language": {_REST: "give the reason in plain words: what broke, who decided, what is being checked."},
}  # fmt: skip


def guidance(finding: Finding, view: MessageView, with_gaps: Rewrite | None, offers: OfferSentences) -> str:
    """One line that says what to write; empty where the rule's advice says all that there is to say.

    `with_gaps` is a rewrite that would hold once its gaps are filled.
    """
    if finding.element:
        model = offers.model(finding, view)
        return f"a sentence such as “{model}”" if model else ""
    spot = flagged(finding, view)
    own = _own(spot) if spot is not None else None
    if own:
        return own
    if with_gaps is not None:
        return f"“{with_gaps.text}”, with the brackets filled in."
    lines = _LINES.get(finding.rule, {})
    return lines.get(finding.entry) or lines.get(_REST, "")


def _own(spot: Flagged) -> str | None:
    """What can be said of these very words."""
    if spot.finding.rule in ("threat-language", "fear-words", "blame-language") and (ask := asked_for(spot)):
        words = as_code(spot, ask)
        return f"“{words}.” first, then how you can help; after that the next step, once, with its date and reason."
    if (
        spot.finding.rule == "jargon"
        and len(spot.words) <= _EVERYDAY
        and not spot.has_placeholder(spot.start, spot.end)
    ):
        return f"say what “{spot.words}” means in everyday words, in its place or right behind it."
    return None
