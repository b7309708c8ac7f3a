"""Suppressions: what the author silenced in the template itself or in the config, and whether it was needed."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem, nearest
from empathy_lint.reading.message import Message, Suppression
from empathy_lint.settings.model import Silence


@dataclass(frozen=True)
class Silenced:
    """Findings that are told, those that are silenced with the suppression that did it, and idle
    suppressions.
    """

    told: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...]
    unused: tuple[Suppression, ...]


def silence(findings: Iterable[Finding], message: Message) -> Silenced:
    """Apply the message's suppressions; the first that covers a finding silences it."""
    told: list[Finding] = []
    suppressed: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        cause = next((each for each in message.suppressions if _covers(each, finding, message)), None)
        if cause is None:
            told.append(finding)
        else:
            suppressed.append((finding, cause))
    used = {id(cause) for _, cause in suppressed}
    # What a config says is for many messages; whether it is idle, the run tells.
    unused = tuple(each for each in message.suppressions if id(each) not in used and not each.said_by)
    return Silenced(tuple(told), tuple(suppressed), unused)


def silenced_by_key(message: Message, silences: Sequence[Silence]) -> Message:
    """The message with what a config silences in it."""
    end = len(message.source.text)
    names = frozenset(_names_of(message)) if any(silence.keys for silence in silences) else frozenset()
    rows = [
        Suppression(silence.rules, silence.reason, 0, end, 0, str(silence.origin))
        for silence in silences
        if not silence.keys or any(fnmatchcase(name, glob) for glob in silence.keys for name in names)
    ]
    return replace(message, suppressions=(*message.suppressions, *rows)) if rows else message


def _names_of(message: Message) -> Iterator[str]:
    """What a config may call a message: its key; in a workbook also, by their sheet, its cells, its row and its key."""
    yield message.key or ""
    if message.format != "xlsx":
        return
    starts = (block.slices[0].source_start for block in message.blocks if not block.is_elsewhere)
    for cell in dict.fromkeys(message.source.position(start).part for start in starts):
        sheet, mark, reference = cell.rpartition("!")
        if mark:
            yield f"{sheet}!{reference}"
            yield f"{sheet}!{reference.lstrip(string.ascii_uppercase)}"
            yield f"{sheet}!{message.key}"


def unknown_names(message: Message, known: Sequence[str]) -> list[Problem]:
    """A problem for each name in a suppression that no rule has."""
    problems = []
    for suppression in message.suppressions:
        if suppression.said_by:  # settings tell their own mistakes
            continue
        at = message.source.position(suppression.directive_start)
        for name in sorted(suppression.rules - set(known)):
            text = f"This comment silences “{name}”, which is not the name of a rule."
            problems.append(Problem(message.path, text, nearest(name, known), at.line, at.column))
    return problems


def _covers(suppression: Suppression, finding: Finding, message: Message) -> bool:
    names = {finding.rule, f"{finding.rule}/{finding.entry}", finding.dimension.value}
    if suppression.rules and not suppression.rules & names:
        return False
    if finding.place is not None:
        return finding.place.start.offset < suppression.end and finding.place.end.offset > suppression.start
    # A finding about the whole message is silenced where the whole message is.
    starts = [piece.source_start for block in message.blocks for piece in block.slices[:1]]
    ends = [piece.source_end for block in message.blocks for piece in block.slices[-1:]]
    return bool(starts) and suppression.start <= min(starts) and suppression.end >= max(ends)
