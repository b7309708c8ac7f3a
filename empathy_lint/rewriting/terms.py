"""Words that are terms where they stand, of which a plainer word would make another thing."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import Message
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.notices_of_law import is_notice_of_law

# In a notice of law they say what the law says.
_OF_LAW: Final = re.compile(r"\b(?:premises|must)\b", re.IGNORECASE)
# What harms a credit score is told in words that a regulator chose.
_SCORED: Final = re.compile(r"\b(?:credit|score|scores|consumer\s+report)\b", re.IGNORECASE)
# "The tenant(s)": the end in brackets would lose its word.
_MORE_IN_BRACKETS: Final = re.compile(r"\([a-z]{1,3}\)", re.IGNORECASE)
_OUTSTANDING: Final = re.compile(r"\w+\s+outstanding", re.IGNORECASE)
_ALONE: Final = re.compile(r"\W*(?:\w+\s+){1,2}outstanding\s*(?:[:(].*)?\Z", re.IGNORECASE | re.DOTALL)
# On a button "Pay unpaid invoice" says twice what it is for.
_TO_PAY: Final = re.compile(r"\W*pay\s+(?:your\s+|the\s+)?outstanding\s+\w+[^\w.]*\Z", re.IGNORECASE)
# A law, or a part of it, under which something is done.
_LAW: Final = re.compile(
    r"\s+(?:the\s+)?(?:§|(?:sub-?)?sections?\b|sec\.|articles?\b|clauses?\b|regulations?\b|rules?\b|laws?\b|statutes?\b|acts?\b"
    r"|(?:[A-Z]\.\s?){2,}|(?:[A-Z][\w'’.-]*\s+){1,6}(?:Act|Code|Law|Laws|Rules|Regulations?|Statutes?|§))",
)
_APPEAL: Final = re.compile(r"\b(?:appeal|appeals|hearing|reconsideration|tribunal)\b", re.IGNORECASE)
# "Before proceeding with the move to ensure compliance": what is done there is not the following.
_TO_BE_SURE: Final = re.compile(r"\b\w+ing\s+(?:with\s+|on\s+)?(?:[\w'’-]+\s+){1,3}to\s+\Z", re.IGNORECASE)


def is_term(text: str, spot: Flagged) -> bool:
    """Whether what was flagged is a term there that the text would not stand for."""
    words, after = spot.words.lower(), spot.text[spot.end :]
    return bool(
        (_OF_LAW.search(words) and is_notice_of_law(spot.view.analysis.message))
        or (words.startswith("adversely affect") and _SCORED.search(spot.text))
        or (text and _MORE_IN_BRACKETS.match(after))
        or (_OUTSTANDING.fullmatch(words) and (spot.is_label or _ALONE.match(spot.text)))
        or (words.startswith("outstanding") and _TO_PAY.match(spot.text))
        or (words == "as per" and (text == "under") != bool(_LAW.match(after)))
        or (words.startswith("ensure compliance") and _TO_BE_SURE.search(spot.text[: spot.start]))
    )


def is_right_at_stake(spot: Flagged) -> bool:
    """Whether the word is what an appeal is made against: a "determination" in a notice of that right."""
    return spot.words.lower().startswith("determination") and tells_of_appeal(spot.view.analysis.message)


def tells_of_appeal(message: Message) -> bool:
    """Whether the message is about a decision that can be appealed against, where the name of each counts."""
    return any(_APPEAL.search(block.prose) for block in message.blocks)
