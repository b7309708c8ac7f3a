"""Sentences as their writer knows them: placeholders as written, the flagged words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from empathy_lint.checking.finding import Finding, Place
from empathy_lint.reading.message import Block, Message
from empathy_lint.words import Severity

_BEYOND = 120  # characters shown before the first and after the last flagged words
_BETWEEN = 180  # characters shown from one flagged stretch to the next, and of one stretch
_LONGEST_CODE = 32  # characters shown of a placeholder
_HIDDEN = str.maketrans({"\n": " ", "\t": " ", "\r": " "})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence. `severity` is the gravest of the findings that flag it, None where none does."""

    text: str
    severity: Severity | None


def excerpt(message: Message, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """The sentence that the findings share, in pieces; long stretches are cut. Empty for findings without a place."""
    places = [(finding.place, finding.severity) for finding in findings if finding.place]
    if not places:
        return ()
    block = message.blocks[places[0][0].block]
    cuts = _cuts(findings, [place for place, _ in places])
    pieces = []
    for start, end in pairwise(cuts):
        flags = [severity for place, severity in places if place.prose_start <= start and end <= place.prose_end]
        pieces.append(Piece(as_shown(block, start, end), max(flags, default=None)))
    return _shortened(_without_marks(pieces))


def starred(pieces: Iterable[Piece]) -> str:
    """The sentence with stars around the flagged words, for where there is no colour."""
    runs = groupby(pieces, lambda piece: piece.severity is not None)
    texts = ((flagged, "".join(piece.text for piece in run)) for flagged, run in runs)
    return "".join(f"**{text}**" if flagged else text for flagged, text in texts)


def as_shown(block: Block, start: int, end: int) -> str:
    """prose[start:end] on one line, with the code of each placeholder for its stand-in, shortened where it is long."""
    parts, at = [], start
    for placeholder in block.placeholders:
        if placeholder.prose_end <= start or placeholder.prose_start >= end:
            continue
        parts += [block.prose[at : placeholder.prose_start], short_code(placeholder.code)]
        at = placeholder.prose_end
    parts.append(block.prose[at:end])
    return printable("".join(parts))


def flagged_words(message: Message, place: Place) -> str:
    """The flagged words of one finding, cut when they are long."""
    words = as_shown(message.blocks[place.block], place.prose_start, place.prose_end)
    return _without_middle(words, 60)


def _without_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the stars that open the sentence in its source, a note's for example: among those around flagged words
    nobody could tell them apart.
    """
    rows = list(pieces)
    while rows and not (text := rows[0].text.lstrip("*_ ")):
        rows.pop(0)
    return [Piece(text, rows[0].severity), *rows[1:]] if rows else list(pieces)


def _cuts(findings: Sequence[Finding], places: Sequence[Place]) -> list[int]:
    """Where the sentence begins and ends, and where flagged words do."""
    edges = {edge for place in places for edge in (place.prose_start, place.prose_end)}
    for finding in findings:
        if finding.sentence is not None:
            edges |= {finding.sentence.start, finding.sentence.end}
    return sorted(edges)


def short_code(code: str) -> str:
    """A placeholder's code on one line, cut in the middle where it is long."""
    code = " ".join(code.split())
    return code if len(code) <= _LONGEST_CODE else f"{code[: _LONGEST_CODE - 2]}…{code[-1]}"


def printable(text: str) -> str:
    """Without control characters, which could move the cursor or change the colours of a terminal."""
    text = text.translate(_HIDDEN)
    return text if text.isprintable() else "".join(each if each.isprintable() else " " for each in text)


def _shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    rows = []
    for number, piece in enumerate(pieces):
        if piece.severity is None and number == 0:
            text = _last_words(piece.text, _BEYOND)
        elif piece.severity is None and number == len(pieces) - 1:
            text = _first_words(piece.text, _BEYOND)
        else:
            text = _without_middle(piece.text, _BETWEEN)
        rows.append(Piece(text, piece.severity))
    return tuple(rows)


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


def _without_middle(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    half = room // 2
    first, last = text[:half], text[-half:]
    return f"{first.rsplit(None, 1)[0]} … {last.split(None, 1)[-1]}"
