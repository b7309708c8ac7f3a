"""What a message offers its reader, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from empathy_lint.checking.guards import names_route
from empathy_lint.checking.passage import Passage
from empathy_lint.checking.protocol import Analysis
from empathy_lint.checking.rule import Element
from empathy_lint.checking.view import Offer, Presence, Spot, is_greeting
from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.message import BlockKind, PlaceholderKind
from empathy_lint.words import Severity

_NAMED: Final = re.compile(
    r"(?:(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|welcome|morning),?)\s+"
    r"(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Sir)\b\.?\s+(?:and\s+\w+\.?\s+)?)?([A-Z][\w'’\-]*[a-z])(?=[\s,!.:–-]|\Z)"
)
_YOU_CAN: Final = re.compile(
    r"\b(?:you\s+(?:can|could|may)(?:\s+\w+){0,3}|here(?:['’]s|\s+is)\s+what\s+(?:you|we)\s+can\s+do(?:\s+\w+){0,3}"
    r"|(?:between\s+us,?\s+|together,?\s+)we\s+(?:can|could)|we\s+(?:can|could)\s+(?:also\s+|then\s+)?(?:help|offer|do|either)(?:\s+\w+){0,3})\s*:\s*\Z"
    r"|\b(?:what|which(?:\s+of\s+these)?)\s+(?:would|might)\s+(?:suit|help|work\s+for)\s+you(?:\s+best)?\s*[?:]\s*\Z",
    re.IGNORECASE,
)
# What one may look at or whom one may ask is no way forward by itself.
_NO_WAY_FORWARD: Final = re.compile(
    r"\W*(?:by|via|on|at|in|online|through|with|log|sign|see|view|read|download|visit|call|phone|ring|e-?mail|contact|find|check|follow|edit|print|track)\b",
    re.IGNORECASE,
)
_CHOICE: Final = 2
_SCORN: Final = frozenset({"shame-judgement", "blame-language", "threat-language"})
_SET_OFF: Final = re.compile(r"\w\s*,\s*\Z")
_ENDS: Final = re.compile(r"\s*[?!.]*\s*\Z")
# Capitalised words after a greeting that name nobody.
_NOBODY: Final = frozenset(
    "customer client sir madam user member resident tenant occupier account valued all parent guardian carer patient"
    " passenger guest borrower subscriber student colleague applicant owner homeowner householder there team friend"
    " for to you we the your taxpayer cardholder director policyholder licensee host traveller traveler partner patron"
    " reader sir/madam neighbour neighbor employee staff everyone business service uk registry".split()
)


def find_presence(elements: Sequence[Element], passages: Sequence[Passage], analysis: Analysis) -> Presence:
    """Each element with the places that offer it, in reading order, at most one a sentence; absent ones are
    left out.

    Besides the words that the packs look for, `ask` counts what the reader is asked to do, and `personal` a salutation
    or an address by name. `dialogue` counts only in a message that names a route by which a reply reaches someone.
    """
    found: dict[str, dict[int, Offer]] = {}
    has_route = any(map(names_route, passages))
    for element in elements:
        # "Let us know" invites nobody who is not told where.
        if element.id == "dialogue" and not has_route:
            continue
        for passage in passages:
            for hit in element.hits(passage)[:1]:
                _add(found, element.id, passage.sentence, hit.start, hit.end)
    for index, start, end in analysis.directives.asks:
        sentence = analysis.sentences[index]
        _add(found, "ask", sentence, start - sentence.start, end - sentence.start)
    for sentence in _listed_choices(analysis):
        _add(found, "options", sentence, 0, len(sentence.text))
    for passage in _personal(passages):
        _add(found, "personal", passage.sentence, 0, len(passage.text))
    return {name: tuple(offers[index] for index in sorted(offers)) for name, offers in sorted(found.items())}


def without_scorn(presence: Presence, spots: Iterable[Spot]) -> Presence:
    """The presence without lines that gravely shame, blame or threaten: whom they hurt is not seen by them."""
    scornful = {spot.sentence.index for spot in spots if spot.rule in _SCORN and spot.severity >= Severity.MAJOR}
    seen = tuple(offer for offer in presence.get("acknowledge", ()) if offer.sentence not in scornful)
    others = {name: offers for name, offers in presence.items() if name != "acknowledge"}
    return dict(sorted({**others, "acknowledge": seen}.items())) if seen else others


def _listed_choices(analysis: Analysis) -> Iterable[Sentence]:
    """Lines such as "You can:" that a list of two ways or more stands under."""
    blocks = analysis.message.blocks
    for sentence in analysis.sentences:
        if not _YOU_CAN.search(sentence.text):
            continue
        items = list(takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, blocks[sentence.block + 1 :]))
        if sum(not _NO_WAY_FORWARD.match(block.prose) for block in items) >= _CHOICE:
            yield sentence


def _personal(passages: Iterable[Passage]) -> Iterable[Passage]:
    """Sentences that call the reader by name."""
    for passage in passages:
        named = PlaceholderKind.NAME in passage.placeholder_kinds and (
            is_greeting(passage.text) or _is_addressed(passage)
        )
        if named or _greets_by_name(passage.text):
            yield passage


def _greets_by_name(text: str) -> bool:
    """Whether the sentence opens with a greeting and a written name: "Dear Mrs Adeyemi", "Hi Tom, thanks …"."""
    match = _NAMED.match(text)
    return match is not None and match[1].lower().rstrip("s") not in _NOBODY


def _is_addressed(passage: Passage) -> bool:
    """Whether a name opens the sentence or ends it, and is set off: "{{ first_name }}, your plan is ready.", "Is that
    all right, {{ first_name }}?".
    """
    first = passage.sentence.start
    for each in passage.block.placeholders_in(first, first + len(passage.text)):
        before, after = passage.text[: each.prose_start - first], passage.text[each.prose_end - first :]
        opens = not before.strip() and after[:1] in (",", ":")
        if each.kind is PlaceholderKind.NAME and (opens or (_SET_OFF.search(before) and _ENDS.match(after))):
            return True
    return False


def _add(found: dict[str, dict[int, Offer]], element: str, sentence: Sentence, start: int, end: int) -> None:
    offer = Offer(
        sentence.block, sentence.start + start, sentence.start + end, sentence.index, sentence.text[start:end]
    )
    found.setdefault(element, {}).setdefault(sentence.index, offer)
