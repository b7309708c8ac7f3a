"""Money that does not come on top: "you do not have to pay late fees"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.fitting import article

_MONEY: Final = re.compile(r"(?:fines?|penalt(?:y|ies)|(?:sur)?charges?|fees?|costs?|interest)\Z", re.IGNORECASE)
_NO_ARTICLE: Final = re.compile(r"(?:an?|any|the|your|interest|more|further)\b|.*\binterest\Z", re.IGNORECASE)
_OF_HOW_MUCH: Final = re.compile(r"\s+of\s+(?:up\s+to\s+)?\S+\Z", re.IGNORECASE)
_NOT_TO_PAY: Final = "you do not have to pay "
_BOTH: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_OF_COURTS: Final = re.compile(r"\bcriminal\s+charges?\b", re.IGNORECASE)


def is_money(what: str) -> bool:
    """Whether the words name something to pay: "a late fee of £30", "interest"."""
    return bool(_MONEY.search(_OF_HOW_MUCH.sub("", what)) and not _OF_COURTS.search(what))


def not_to_pay(what: str) -> str:
    """ "You do not have to pay a late fee" for "late fee"; neither of two, where two are named."""
    thing = _OF_HOW_MUCH.sub("", what)
    one = not (thing.lower().endswith("s") or _NO_ARTICLE.match(thing) or _BOTH.search(thing))
    return f"{_NOT_TO_PAY}{f'{article(what)} ' if one else ''}{_BOTH.sub(' or ', what)}"


def all_unpaid(told: Iterable[str]) -> Iterator[str]:
    """What is told, with all that does not have to be paid in one clause: "you do not have to pay fees or interest"."""
    rows = list(told)
    money = [row.removeprefix(_NOT_TO_PAY) for row in rows if row.startswith(_NOT_TO_PAY)]
    yield from (row for row in rows if not row.startswith(_NOT_TO_PAY))
    if money:
        yield _NOT_TO_PAY + " or ".join(sorted(money, key=lambda row: row.endswith("interest")))
