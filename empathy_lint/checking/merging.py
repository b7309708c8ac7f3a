"""What was found in the variants of a message becomes one list: words that several variants share are told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from empathy_lint.checking.check import Checked, reading_order
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.fingerprints import named
from empathy_lint.checking.sameness import Key
from empathy_lint.checking.view import Offer
from empathy_lint.reading.message import Message, Suppression

_ASK: Final = "ask"


@dataclass(frozen=True)
class Merged:
    """What is told of a message: findings with their keys, in reading order, those about the whole message last."""

    findings: tuple[tuple[Key, Finding], ...]
    suppressed: tuple[tuple[Finding, Suppression], ...]
    unused_suppressions: tuple[Suppression, ...]


def with_shared_ask(parts: Sequence[Checked]) -> list[Checked]:
    """The parts, where an ask of one counts for all.

    Help is owed to every reader. An ask is owed to those who have something to do: an author who wrote one branch with
    an ask and one without meant the second for those who have not. So the second misses nothing; it still asks nothing
    in its steps.
    """
    ask = next((part.presence[_ASK] for part in parts if part.presence.get(_ASK)), None)
    if ask is None:
        return list(parts)
    return [part if part.presence.get(_ASK) else _with_ask(part, ask) for part in parts]


def _with_ask(part: Checked, ask: tuple[Offer, ...]) -> Checked:
    return replace(
        part,
        findings=tuple(finding for finding in part.findings if finding.element != _ASK),
        suppressed=tuple(row for row in part.suppressed if row[0].element != _ASK),
        presence={**part.presence, _ASK: ask},
    )


def merged(
    message: Message,
    parts: Sequence[Checked],
    keys: Sequence[Sequence[Key]],
    blocks: Sequence[Sequence[int]],
    worst: int,
) -> Merged:
    """All findings about words, and those about a whole message of the worst variant alone.

    `keys` are those of each part's findings, `blocks` the numbers that its blocks have in `message`.
    """
    rows: dict[Key, tuple[Finding, Suppression | None]] = {}
    for number in sorted(range(len(parts)), key=lambda number: number != worst):
        part = parts[number]
        found = [*((finding, None) for finding in part.findings), *part.suppressed]
        for key, (finding, suppression) in zip(keys[number], found, strict=True):
            if number == worst or not _is_about_the_whole(finding):
                rows.setdefault(key, (_numbered(finding, blocks[number]), suppression))
    ordered = sorted(rows.items(), key=lambda row: reading_order(row[1][0]))
    names = named([finding for _, (finding, _) in ordered], message)
    told = [(key, finding, cause) for finding, (key, (_, cause)) in zip(names, ordered, strict=True)]
    idle = [each for each in message.suppressions if all(each in part.unused_suppressions for part in parts)]
    return Merged(
        findings=tuple((key, finding) for key, finding, cause in told if cause is None),
        suppressed=tuple((finding, cause) for _, finding, cause in told if cause is not None),
        unused_suppressions=tuple(idle),
    )


def _is_about_the_whole(finding: Finding) -> bool:
    """Whether a finding rests on the message as a whole, though it may point at a place in it."""
    return finding.place is None or finding.evidence == "message"


def _numbered(finding: Finding, blocks: Sequence[int]) -> Finding:
    """The finding with its block as the whole message numbers it."""
    if finding.place is None:
        return finding
    place = replace(finding.place, block=blocks[finding.place.block])
    sentence = finding.sentence
    if sentence is not None:
        sentence = replace(sentence, block=blocks[sentence.block])
    return replace(finding, place=place, sentence=sentence)
