"""The messages of a container: its entries, read by themselves and moved to where they stand, joined by their keys."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import category

from empathy_lint.errors import Problem
from empathy_lint.reading.entries import Entries, Entry, Mover
from empathy_lint.reading.fragments import is_lone_text, on_screens
from empathy_lint.reading.languages import is_english, locale_of, locale_of_key
from empathy_lint.reading.markup import format_of_text, with_elements
from empathy_lint.reading.message import InnerText, Message, Source, Suppression, Variant
from empathy_lint.reading.suppressions import suppressions_of_container

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Formats that keep a language a file, or a language a key; others hold messages as they are sent.
_LANGUAGES_APART: Final = frozenset("json yaml po properties strings xcstrings xliff android php php-array".split())
_MARKUP: Final = re.compile(r"<[^<>]*>|\{\{[^{}]*\}\}|[%#$]?\{[^{}]*\}|\{%[^%]*%\}|&\w+;")  # whose names are English


@dataclass(frozen=True)
class Reading:
    """The messages of one file, and what is wrong with it though it could be read."""

    messages: tuple[Message, ...]
    problems: tuple[Problem, ...] = ()
    others: int = 0  # texts that were left out because they are not English


ReadText = Callable[[Source, str | None], Reading]


def read_entries(source: Source, format_name: str, found: Entries, read_text: ReadText) -> Reading:
    """One message for each key, in the order of the container; `read_text` reads what an entry says."""
    groups: dict[str, list[Entry]] = {}
    for entry in found.entries:
        if entry.text.strip():
            groups.setdefault(entry.key, []).append(entry)
    locale = locale_of(source.path, source.text) if format_name in _LANGUAGES_APART else "en"
    others = [key for key, entries in groups.items() if not _is_english(key, entries, locale)]
    for key in others:
        del groups[key]
    readings = [_joined(source, format_name, entries, found, read_text) for entries in groups.values()]
    read = [message for reading in readings for message in reading.messages if message.blocks]
    messages = on_screens(format_name, read)
    rows, problems = _asked_by_comments(source, found)
    suppressions = (*rows, *found.suppressions)
    return Reading(
        tuple(_silenced(messages, suppressions) if suppressions else messages),
        (*found.problems, *problems, *(problem for reading in readings for problem in reading.problems)),
        len(others),
    )


def _is_english(key: str, entries: Sequence[Entry], locale: str) -> bool:
    text = " ".join(_MARKUP.sub(" ", entry.text) for entry in entries)
    return is_english(text, locale_of_key(key) or locale)


def _asked_by_comments(source: Source, found: Entries) -> tuple[Sequence[Suppression], Sequence[Problem]]:
    """The suppressions that the container's own comments ask for."""
    if not found.comments or "lint" not in source.text:
        return (), ()
    stretches = sorted(_stretch(entry) for entry in found.entries if entry.pieces)
    return suppressions_of_container(source, found.comments, stretches)


def _stretch(entry: Entry) -> tuple[int, int]:
    return min(piece.start for piece in entry.pieces), max(piece.end for piece in entry.pieces)


def _silenced(messages: Sequence[Message], suppressions: Iterable[Suppression]) -> Iterator[Message]:
    """The messages, each with those of the container's suppressions that reach any of its texts."""
    texts = sorted((each.start, each.end, number) for number, row in enumerate(messages) for each in row.inner)
    ends = [end for _, end, _ in texts]
    reached: dict[int, dict[Suppression, None]] = {}
    for row in suppressions:
        first, last = bisect.bisect_right(ends, row.start), bisect.bisect_left(texts, (row.end, 0, 0))
        for _, _, number in texts[first:last]:
            reached.setdefault(number, {})[row] = None
    for number, message in enumerate(messages):
        yield replace(message, suppressions=(*message.suppressions, *reached.get(number, ())))


def _joined(
    source: Source,
    format_name: str,
    entries: Sequence[Entry],
    found: Entries,
    read_text: ReadText,
) -> Reading:
    """The message whose parts are these entries."""
    readings = [_moved(source, entry, read_text) for entry in entries]
    parts = [message for reading in readings for message in reading.messages]
    declared = {key: value for part in parts for key, value in part.declared.items()}
    blocks = tuple(block for part in parts for block in part.blocks)
    message = Message(
        source=source,
        blocks=blocks,
        format=format_name,
        key=_shown(entries[0].key) or None,
        declared=declared | {key: value for entry in entries for key, value in entry.declared.items()},
        suppressions=tuple(row for part in parts for row in part.suppressions),
        variants=_variants(parts),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        inner=tuple(each for part in parts for each in part.inner),
        keys=found.keys,
        is_fragment=entries[0].key in found.fragments or is_lone_text(format_name, entries, blocks),
    )
    return Reading((message,), tuple(problem for reading in readings for problem in reading.problems))


def _shown(key: str) -> str:
    """A key as reports may show it: signs that a terminal obeys, and those that nobody sees, are written out."""
    return "".join(repr(sign)[1:-1] if category(sign) in _UNSEEN else sign for sign in key)


def _moved(source: Source, entry: Entry, read_text: ReadText) -> Reading:
    """What an entry says, with all positions in the container."""
    entry = replace(entry, pieces=with_elements(entry.pieces))
    inner = Source(source.path, entry.text, source.codec, options=source.options)
    reading = read_text(inner, entry.format or format_of_text(entry.text))
    mover = Mover(entry, source)
    messages = tuple(
        replace(
            message,
            source=source,
            blocks=tuple(mover.block(block) for block in message.blocks),
            suppressions=tuple(mover.suppression(row) for row in message.suppressions),
            inner=(InnerText(*_stretch(entry), message.format, entry.quoting),),
        )
        for message in reading.messages
    )
    return Reading(messages, tuple(mover.problem(problem, inner) for problem in reading.problems))


def _variants(parts: Sequence[Message]) -> tuple[Variant, ...]:
    """The variants of the part that has most, each with the variant of every other part that is likest it.

    A subject and a body mostly ask the same conditions; where they ask different ones, not all combinations are tried.
    """
    leading = max(parts, key=lambda part: len(part.variants))
    rows = []
    for variant in leading.variants:
        blocks: list[int] = []
        before = 0
        for part in parts:
            chosen = variant.blocks if part is leading else _likest(part, variant)
            blocks += [before + number for number in chosen]
            before += len(part.blocks)
        rows.append(Variant(variant.when, tuple(blocks)))
    return tuple(rows)


def _likest(part: Message, variant: Variant) -> Iterable[int]:
    if not part.variants:
        return range(len(part.blocks))
    return max(part.variants, key=lambda row: len(set(row.when) & set(variant.when))).blocks
