"""What a candidate makes its readers see: its words as a writer knows them, placeholders as they are written."""

from __future__ import annotations

from collections.abc import Iterable

from empathy_lint.checking.finding import Finding
from empathy_lint.reading.message import Block
from empathy_lint.rewriting.candidate import Candidate, Kept


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


def shown_text(candidate: Candidate, block: Block, finding: Finding) -> str:
    """What a report says to write: words for the finding's words, or the whole sentence where more than they change."""
    place, sentence = finding.place, finding.sentence
    words = new_words(candidate, block)
    if place is None or sentence is None:
        return " ".join(words.split())
    if (place.block, place.prose_start, place.prose_end) == (candidate.block, candidate.start, candidate.end):
        return words
    start, end = sentence.start, sentence.end
    if candidate.block != sentence.block or candidate.start > end or candidate.end < start:
        return " ".join(words.split())
    before = as_written(block, min(start, candidate.start), candidate.start)
    after = as_written(block, candidate.end, max(end, candidate.end))
    return " ".join(f"{before}{words}{after}".split())


def _pieces(candidate: Candidate, block: Block) -> Iterable[str]:
    for piece in candidate.pieces:
        yield as_written(block, piece.start, piece.end) if isinstance(piece, Kept) else piece
