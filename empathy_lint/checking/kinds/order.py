"""Entries about the order of things: help before penalty, the fix before the feeling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.view import MessageHit, MessageView, Offer, Spot, opening_sentences
from empathy_lint.words import Severity

_THREATS = frozenset({"threat-language"})
_ALARMS = frozenset({"threat-language", "fear-words"})
_CONTRADICTIONS = frozenset({"but-usage"})
_HELP = ("options", "flexibility", "resources", "dialogue")
_FEELING = ("acknowledge",)


@dataclass(frozen=True)
class Order:
    """Fires where a named order is broken."""

    name: str
    evidence: EvidenceKind = "message"
    late: bool = True

    def find(self, view: MessageView) -> Iterator[MessageHit]:
        """The place at which the order is broken, or nothing."""
        yield from ORDERS[self.name](view)


def help_before_penalty(view: MessageView) -> Iterator[MessageHit]:
    """The first threat stands before anything that helps."""
    threat = _first_spot(view, _THREATS)
    if threat and not _offered_before(view, _HELP, threat):
        yield _hit(threat)


def fix_before_feeling(view: MessageView) -> Iterator[MessageHit]:
    """A line about feelings stands before what was done and when."""
    feelings = _offers(view, _FEELING)
    actions = _offers(view, ("action",))
    if feelings and (not actions or _at(feelings[0]) < _at(actions[0])):
        first = feelings[0]
        yield MessageHit(first.block, first.start, first.end, view.analysis.sentences[first.sentence])


def ask_in_first_half(view: MessageView) -> Iterator[MessageHit]:
    """What the reader is asked to do comes after the first 60 % of the sentences."""
    asks, sentences = view.analysis.directives.asks, view.analysis.sentences
    if not asks or len(sentences) < 5:
        return
    index, start, end = asks[0]
    if index / len(sentences) > 0.6:
        yield MessageHit(sentences[index].block, start, end, sentences[index])


def threat_not_in_opening(view: MessageView) -> Iterator[MessageHit]:
    """A threat or a frightening word stands in the subject, the first heading or the first sentence."""
    opening = opening_sentences(view.analysis)
    spots = [spot for spot in _spots(view, _ALARMS) if spot.sentence.index in opening]
    if spots and any(spot.severity >= Severity.MAJOR for spot in spots):
        yield _hit(max(spots, key=lambda spot: (spot.severity, -spot.sentence.index, -spot.start)))


def question_after_but(view: MessageView) -> Iterator[MessageHit]:
    """A contradiction that is not followed by a question within two sentences."""
    sentences = view.analysis.sentences
    for spot in _spots(view, _CONTRADICTIONS):
        following = sentences[spot.sentence.index : spot.sentence.index + 3]
        if not any(sentence.text.rstrip().endswith("?") for sentence in following):
            yield _hit(spot)


ORDERS: Final[dict[str, Callable[[MessageView], Iterator[MessageHit]]]] = {
    "help-before-penalty": help_before_penalty,
    "fix-before-feeling": fix_before_feeling,
    "ask-in-first-half": ask_in_first_half,
    "threat-not-in-opening": threat_not_in_opening,
    "question-after-but": question_after_but,
}


def _spots(view: MessageView, rules: frozenset[str]) -> list[Spot]:
    return [spot for spot in view.spots if spot.rule in rules]


def _first_spot(view: MessageView, rules: frozenset[str]) -> Spot | None:
    return min(_spots(view, rules), key=lambda spot: (spot.block, spot.start), default=None)


def _offers(view: MessageView, elements: tuple[str, ...]) -> list[Offer]:
    return sorted((offer for element in elements for offer in view.presence.get(element, ())), key=_at)


def _offered_before(view: MessageView, elements: tuple[str, ...], spot: Spot) -> bool:
    return any(_at(offer) < (spot.block, spot.start) for offer in _offers(view, elements))


def _at(offer: Offer) -> tuple[int, int]:
    return offer.block, offer.start


def _hit(spot: Spot) -> MessageHit:
    return MessageHit(spot.block, spot.start, spot.end, spot.sentence)
