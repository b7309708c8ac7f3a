"""Sentences as letters about money, services and refusals have them, made without end and each only once.

They hold placeholders, written as `{name}` of a `Writer`, and as much that deserves a finding as real letters do. Two
of them differ in words, never in a placeholder or a figure alone: a linter that takes those for equal gains nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

Placeholder = Callable[[str], str]

_SLOTS: Final = {
    "thing": (
        "account|agreement|application|arrangement|balance|bill|booking|card|claim|contract|deposit|direct debit|"
        "energy plan|fine|gas meter|grant|holiday|insurance policy|invoice|licence|loan|membership|mobile plan|"
        "mortgage|parking permit|parcel|passport|pension|prescription|refund|rent|repair|season ticket|service charge|"
        "subscription|support plan|tax credit|tenancy|visa|warranty|water bill|wheelchair order"
    ),
    "event": (
        "bereavement|boiler repair|bank holiday|change of address|change of job|computer fault|data error|flood|"
        "hospital stay|house move|illness|late delivery|meter exchange|missing form|name change|new baby|office move|"
        "power cut|price change|redundancy|road closure|separation|snow storm|staff shortage|strike|system upgrade|"
        "tariff change|theft|typing mistake|wrong reading"
    ),
    "team": (
        "accounts|admissions|appeals|arrears|benefits|billing|care|claims|collections|complaints|customer|debt help|"
        "disputes|enforcement|enquiries|hardship|housing|legal|lending|licensing|payments|refunds|rents|repairs|returns|"
        "revenue|support|tenancy|travel|welfare"
    ),
    "how": (
        "at the front desk|by bank transfer|by card|by cheque|by letter|by phone|by text|from abroad|"
        "from your bank app|in four parts|in our app|in person|in small steps|in two parts|monthly|on a Saturday|"
        "on our website|over a year|over six months|through your adviser|through your union|"
        "weekly|with a friend's help|with a postal order"
    ),
    "day": (
        "after Easter|after the weekend|at the end of spring|before Christmas|before the holidays|early next week|"
        "in August|in June|in the first week of May|in the last week of July|later this month|next Friday|next Monday|"
        "next quarter|on Thursday|on the first working day|over the summer|this autumn|this evening|within a fortnight"
    ),
}
_FRAMES: Final = (
    "Our records show that you have failed to settle the {thing} of {amount} since the {event}, so pay {how} {day}",
    "You must contact the {team} team about your {thing} {day} and send {amount} {how}",
    "If we do not hear from you about the {thing} {day}, the {team} team will take legal action for {amount}",
    "We are sorry about the {event}, and the {team} team can move the date of your {thing} to {date}, {day}",
    "The {team} team looked at your {thing} after the {event} and can take {amount} {how}",
    "Because of the {event}, your {thing} will not be ready on {date}, but the {team} team will call you {day}",
    "Could you tell the {team} team {how} whether the {event} still affects your {thing} of {amount}",
    "Your {thing} will be suspended without further notice {day} unless {amount} reaches the {team} team {how}",
    "You can split the {thing} after a {event}, {name}, or pause it {day}, and pay {how}",
    "A payment of {amount} for the {thing} did not reach the {team} team {day}, which may be due to the {event}",
    "Failure to reply to the {team} team about the {event} {day} may affect your {thing} and the sum of {amount}",
    "Thank you for telling the {team} team about the {event}, {name}; your {thing} stays as it is until {date}, {day}",
)
_SURNAMES: Final = (
    "Abara Ainsley Amadi Banerjee Barlow Bellamy Castell Chandra Clarke Costa Dawson Dube Eriksen Faulkner Fonseca "
    "Gallo Haddad Halloran Ibarra Ishikawa Janssen Kaplan Keane Kowalska Lindqvist Lowry Maddox Mbeki Mendes Nakamura "
    "Nolan Novak Obi Okafor Oyelaran Pereira Petrov Quiroga Rahman Reyes Rossi Sato Shah Silva Sorensen Tanaka "
    "Tran Underhill Vance Varga Walsh Weber Winslow Yilmaz Zeller Zhou"
).split()


def filler(rng: Random) -> Iterator[Callable[[Placeholder], str]]:
    """Sentences without end, none twice; each is written out by a function that writes placeholders in some dialect."""
    words = {name: row.split("|") for name, row in _SLOTS.items()}
    seen: set[tuple[str, ...]] = set()
    while True:
        frame = rng.choice(_FRAMES)
        chosen = {name: rng.choice(row) for name, row in words.items()}
        key = (frame, *(word for name, word in chosen.items() if f"{{{name}}}" in frame))
        if key not in seen:
            seen.add(key)
            yield _writer(frame, chosen)


def _writer(frame: str, chosen: dict[str, str]) -> Callable[[Placeholder], str]:
    end = "?" if frame.startswith("Could") else "."

    def write(placeholder: Placeholder) -> str:
        names = {name: placeholder(name) for name in ("amount", "date", "name")}
        return frame.format(**chosen, **names) + end

    return write


def greetings() -> Iterator[str]:
    """Names to greet, none twice: a few thousand pairs of surnames, then triples."""
    for first in _SURNAMES:
        yield from (f"{first}-{second}" for second in _SURNAMES if second != first)
    for first in _SURNAMES:
        for second in _SURNAMES:
            yield from (f"{first} {second}-{third}" for third in _SURNAMES if third != second)
