"""New prose as pieces: what stays of the old is kept, so that markup and placeholders are carried over untouched."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import Block
from empathy_lint.rewriting.candidate import Kept

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")


def pieces_of(block: Block, start: int, end: int, text: str) -> tuple[str | Kept, ...] | None:
    """`text` in place of block.prose[start:end], with every run that both share kept.

    None where a placeholder of the run would be lost, doubled or cut: then nobody may write this text.
    """
    old = [(match.group(), start + match.start()) for match in _TOKEN.finditer(block.prose[start:end])]
    new = [match.group() for match in _TOKEN.finditer(text)]
    matcher = SequenceMatcher(None, [word for word, _ in old], new, autojunk=False)
    pieces: list[str | Kept] = []
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Kept(old[first][1], old[last - 1][1] + len(old[last - 1][0])))
        elif new_first < new_last:
            pieces.append("".join(new[new_first:new_last]))
    return tuple(pieces) if keeps_placeholders(block, start, end, pieces) else None


def keeps_placeholders(block: Block, start: int, end: int, pieces: list[str | Kept]) -> bool:
    """Whether each placeholder within the run lies whole in exactly one kept piece."""
    kept = [piece for piece in pieces if isinstance(piece, Kept)]
    return all(
        sum(piece.start <= each.prose_start and each.prose_end <= piece.end for piece in kept) == 1
        for each in block.placeholders_in(start, end)
    )
