"""The sentence around a finding as its writer knows it: placeholders as written, the flagged words marked."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Block, Message

_LONGEST = 240  # characters shown of a sentence: three lines at 80 columns
_LONGEST_CODE = 32  # characters shown of a placeholder
_HIDDEN = str.maketrans({"\n": " ", "\t": " ", "\r": " "})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words before, the flagged words, words after; the three together are (part of) one sentence."""

    before: str
    marked: str
    after: str


def excerpt(message: Message, finding: Finding) -> Excerpt | None:
    """The finding's sentence in three parts, cut to about three lines; None for a finding without a place."""
    place = finding.place
    if place is None:
        return None
    block = message.blocks[place.block]
    start, end = place.prose_start, place.prose_end
    if finding.sentence is not None:
        start, end = min(start, finding.sentence.start), max(end, finding.sentence.end)
    before = _as_written(block, start, place.prose_start)
    marked = _as_written(block, place.prose_start, place.prose_end)
    after = _as_written(block, place.prose_end, end)
    return _shortened(before, marked, after)


def _as_written(block: Block, start: int, end: int) -> str:
    """prose[start:end] with each stand-in replaced by the placeholder's own code."""
    parts, at = [], start
    for placeholder in block.placeholders:
        if placeholder.prose_end <= start or placeholder.prose_start >= end:
            continue
        parts += [block.prose[at : placeholder.prose_start], _short_code(placeholder.code)]
        at = placeholder.prose_end
    parts.append(block.prose[at:end])
    return printable("".join(parts))


def _short_code(code: str) -> str:
    code = " ".join(code.split())
    return code if len(code) <= _LONGEST_CODE else f"{code[: _LONGEST_CODE - 2]}…{code[-1]}"


def printable(text: str) -> str:
    """Without control characters, which could move the cursor or change the colours of a terminal."""
    return "".join(character if character.isprintable() else " " for character in text.translate(_HIDDEN))


def _shortened(before: str, marked: str, after: str) -> Excerpt:
    if len(marked) > _LONGEST:
        half = _LONGEST // 2
        marked = f"{marked[:half].rstrip()} … {marked[-half:].lstrip()}"
    spare = max(_LONGEST - len(marked), 60)
    room_before = max(spare // 2, spare - len(after))
    room_after = spare - min(len(before), room_before)
    return Excerpt(_last_words(before, room_before), marked, _first_words(after, room_after))


def _last_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[-room:]
    return "… " + cut[cut.find(" ") + 1 :]


def _first_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[:room]
    return cut[: cut.rfind(" ") if " " in cut else room] + " …"
