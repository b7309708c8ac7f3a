"""What a candidate makes its readers see: its words as a writer knows them, placeholders as they are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Block
from empathy_lint.rewriting.candidate import Candidate, Kept

Replaced = Literal["words", "sentence", "nothing"]


def as_written(block: Block, start: int, end: int) -> str:
    """prose[start:end] with the code of each placeholder in place of its stand-in."""
    parts, at = [], start
    for row in block.placeholders:
        if row.prose_start < end and row.prose_end > start:
            parts += [block.prose[at : max(row.prose_start, at)], row.code]
            at = row.prose_end
    return "".join([*parts, block.prose[at:end]])


def new_words(candidate: Candidate, block: Block) -> str:
    """The candidate's own words, placeholders as code."""
    return "".join(_pieces(candidate, block))


def rewritten_prose(candidate: Candidate, block: Block) -> str:
    """All of the block as it will read, placeholders as code, white space as single spaces."""
    before = as_written(block, 0, candidate.start)
    after = as_written(block, candidate.end, len(block.prose))
    return " ".join(f"{before}{new_words(candidate, block)}{after}".split())


def shown(candidate: Candidate, block: Block, finding: Finding) -> tuple[str, Replaced]:
    """What a report says to write, and what that stands for: the finding's words, or the whole sentence where more
    than they change.
    """
    place, sentence = finding.place, finding.sentence
    words = new_words(candidate, block)
    if candidate.kind == "insert":
        return " ".join(words.split()), "nothing"
    if place and (place.block, place.prose_start, place.prose_end) == (candidate.block, candidate.start, candidate.end):
        return words, "words"
    start, end = candidate.start, candidate.end
    if sentence is not None and sentence.block == candidate.block:
        start, end = sentence.start, sentence.end
    before = as_written(block, min(start, candidate.start), candidate.start)
    after = as_written(block, candidate.end, max(end, candidate.end))
    return " ".join(f"{before}{words}{after}".split()), "sentence"


def typed_pieces(text: str, block: Block, start: int, end: int) -> tuple[str | Kept, ...]:
    """The pieces of a text that a writer typed for prose[start:end], in which placeholders are written as code."""
    pieces: list[str | Kept] = []
    for row in block.placeholders:
        if start <= row.prose_start and row.prose_end <= end and row.code in text:
            before, text = text.split(row.code, 1)
            pieces += [before, Kept(row.prose_start, row.prose_end)]
    return (*pieces, text)


def _pieces(candidate: Candidate, block: Block) -> Iterable[str]:
    for piece in candidate.pieces:
        yield as_written(block, piece.start, piece.end) if isinstance(piece, Kept) else piece
