"""A candidate's words become edits in the source that touch nothing but words.

Between two words may stand a tag, template code, or what Markdown makes bold: a *run* of prose is a stretch with
nothing of that kind in it. An edit replaces within one run. Only where kept words change places is more than a run
written anew, and then every tag and every placeholder of the old text has to stand in the new one.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Block, Message, Slice, SliceKind
from empathy_lint.reading.writing import escape
from empathy_lint.rewriting.candidate import Candidate, Kept
from empathy_lint.rewriting.invariants import is_left_out

_WORDS: Final = re.compile(r"\S+|\s+")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_INLINE_END: Final = re.compile(r"(?:</(?:a|b|strong|em|i|u|span|small|font)\s*>|\*{1,3}|_{1,3}|`+|\]\([^()\s]*\))+")
_EMPHASIS: Final = re.compile(r"\s*(?:</?(?:b|strong|em|i|u)\s*>|\*{1,3}|_{1,3})+\s*")
_MARKDOWN: Final = re.compile(r"[*_`~]+|\[|\]\([^()\s]*\)")
_VOID: Final = frozenset({"br", "img", "wbr"})


def edits_of(candidate: Candidate, message: Message) -> tuple[Edit, ...] | None:
    """What to change in the message's source; None where the words cannot be put there without harm to code."""
    block = message.blocks[candidate.block]
    kept = [piece for piece in candidate.pieces if isinstance(piece, Kept)]
    if not all(candidate.start <= piece.start <= piece.end <= candidate.end for piece in kept):
        return None
    if any(first.end > second.start for first, second in itertools.pairwise(kept)):
        edit = _rebuilt(candidate, block, message)
        return None if edit is None else (edit,)
    edits: list[Edit] = []
    for start, end, text in _gaps(candidate):
        changes = _reworded(block, start, end, text, message, crossing=candidate.safety == "review")
        if changes is None:
            return None
        edits += changes
    if len(edits) == 1 and is_left_out(candidate, block):
        edits = [_with_its_lines(edits[0], message.source.text)]
    return tuple(edits)


def _with_its_lines(edit: Edit, source: str) -> Edit:
    """A paragraph left out, with the empty lines behind it, so that one gap stays and not two."""
    before = source[: edit.start]
    if before and not before.endswith("\n"):
        return edit
    behind = len(source[edit.end :]) - len(source[edit.end :].lstrip("\r\n"))
    return replace(edit, end=edit.end + behind)


def _gaps(candidate: Candidate) -> Iterator[tuple[int, int, str]]:
    """The stretches of prose between kept runs, each with the words that take its place."""
    at, words = candidate.start, ""
    for piece in candidate.pieces:
        if isinstance(piece, str):
            words += piece
            continue
        yield at, piece.start, words
        at, words = piece.end, ""
    yield at, candidate.end, words


def _reworded(
    block: Block, start: int, end: int, text: str, message: Message, *, crossing: bool = False
) -> list[Edit] | None:
    """Edits that make prose[start:end] read `text`, word by word where markup stands between. With `crossing`, a change
    may go over the edge of bold words, whose marks then stand around more or other words.
    """
    if block.prose[start:end] == text:
        return []
    if _is_one_run(block, start, end, message):
        changes = [_trimmed(block.prose, start, end, text)]
    else:
        changes = list(_changed_words(block.prose, start, end, text))
    edits = []
    if crossing:
        changes = [part for change in changes for part in _within_runs(block, *change, message)]
    for first, last, words in changes:
        if not _is_one_run(block, first, last, message):
            return None
        place = block.source_span(first, last) if first < last else _point(block, first, message)
        written = escape(words, message, place[0]) if place is not None else None
        if place is None or written is None:
            return None
        if not written.strip() and _leaves_a_shell(message.source.text, *place):
            return None
        edits.append(Edit(*place, written))
    return edits


def _within_runs(block: Block, start: int, end: int, text: str, message: Message) -> list[tuple[int, int, str]]:
    """A change that crosses the edge of bold or italic words, as changes that do not: all the new words go into one of
    the runs, and the others are emptied, so that every mark stays and none is left around nothing.
    """
    runs = _runs(block, start, end, message)
    for chosen in runs if len(runs) > 1 else ():
        others = [run for run in runs if run != chosen]
        if not any(_leaves_a_shell(message.source.text, *block.source_span(*run)) for run in others):
            return sorted([(*chosen, text), *((*run, "") for run in others)])
    return [(start, end, text)]


def _runs(block: Block, start: int, end: int, message: Message) -> list[tuple[int, int]]:
    """The runs of prose[start:end], where nothing but emphasis parts them; none where anything else does."""
    source, runs = message.source.text, list[tuple[int, int]]()
    at: int | None = None
    for piece in _touched(block, start, end):
        if (
            piece.kind in (SliceKind.INSERTED, SliceKind.PLACEHOLDER)
            or not source[piece.source_start : piece.source_end]
        ):
            return []
        between = source[piece.source_start if at is None else at : piece.source_start]
        low, high = max(piece.prose_start, start), min(piece.prose_end, end)
        if between.strip() and not _EMPHASIS.fullmatch(between):
            return []
        if runs and not between.strip():
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
        at = piece.source_end
    return runs


def _trimmed(prose: str, start: int, end: int, text: str) -> tuple[int, int, str]:
    """The change without the whole words that stay at either end."""
    old, new = _WORDS.findall(prose[start:end]), _WORDS.findall(text)
    while old and new and old[0] == new[0]:
        start += len(old.pop(0))
        new.pop(0)
    while old and new and old[-1] == new[-1]:
        end -= len(old.pop())
        new.pop()
    return start, end, "".join(new)


def _changed_words(prose: str, start: int, end: int, text: str) -> Iterator[tuple[int, int, str]]:
    old, new = _WORDS.findall(prose[start:end]), _WORDS.findall(text)
    places = [start]
    for word in old:
        places.append(places[-1] + len(word))
    for tag, first, last, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield places[first], places[last], "".join(new[begin:stop])


def _is_one_run(block: Block, start: int, end: int, message: Message) -> bool:
    """Whether nothing but words stands between the two ends; an empty stretch is one."""
    at: int | None = None
    for piece in _touched(block, start, end):
        source = message.source.text[piece.source_start : piece.source_end]
        between = message.source.text[piece.source_start if at is None else at : piece.source_start]
        if piece.kind in (SliceKind.INSERTED, SliceKind.PLACEHOLDER) or between.strip():
            return False
        if piece.kind is SliceKind.COLLAPSED and not (source.isspace() or source.startswith("&")):
            return False  # a line break that is a tag
        at = piece.source_end
    return True


def _touched(block: Block, start: int, end: int) -> list[Slice]:
    return [piece for piece in block.slices if piece.prose_start < end and piece.prose_end > start]


def _point(block: Block, at: int, message: Message) -> tuple[int, int] | None:
    """Where to insert before prose[at]: behind the word before it; at the end of a block behind its markup, too."""
    before = _touched(block, at - 1, at)
    if at and before and before[-1].kind is not SliceKind.INSERTED:
        _, place = block.source_span(at - 1, at)
        if at == len(block.prose) and (markup := _INLINE_END.match(message.source.text, place)):
            place = markup.end()
        return place, place
    after = _touched(block, at, at + 1)
    return (after[0].source_start, after[0].source_start) if after and after[0].kind is not SliceKind.INSERTED else None


def _leaves_a_shell(source: str, start: int, end: int) -> bool:
    """Whether taking source[start:end] out leaves an element with nothing in it."""
    before, after = source[:start].rstrip(), source[end:].lstrip()
    return (before.endswith(">") and after.startswith("</")) or (before[-1:] in ("*", "_") and before[-1:] == after[:1])


def _rebuilt(candidate: Candidate, block: Block, message: Message) -> Edit | None:
    """One edit for the whole candidate, its kept runs copied with the markup around them."""
    source = message.source.text
    span = _with_shell(source, *block.source_span(candidate.start, candidate.end))
    written, carried = [], Counter[str]()
    for piece in candidate.pieces:
        if isinstance(piece, str):
            text = escape(piece, message, span[0])
            if text is None:
                return None
            written.append(text)
        elif piece.start < piece.end:
            place = _with_shell(source, *block.source_span(piece.start, piece.end))
            if not span[0] <= place[0] <= place[1] <= span[1] or not _is_balanced(_code(block, source, *place)):
                return None
            written.append(source[slice(*place)])
            carried.update(_code(block, source, *place))
    if Counter(_code(block, source, *span)) != carried:
        return None
    return Edit(*span, "".join(written))


def _with_shell(source: str, start: int, end: int) -> tuple[int, int]:
    """The span with the elements of which it is the whole content."""
    while True:
        after = _TAG.match(source, end)
        before = source.rfind("<", 0, start)
        opening = _TAG.match(source, before) if before >= 0 else None
        if (
            after is None or opening is None or opening.end() != start
            or opening[1] or not after[1] or opening[2].lower() != after[2].lower()
        ):  # fmt: skip
            return start, end
        start, end = opening.start(), after.end()


def _code(block: Block, source: str, start: int, end: int) -> list[str]:
    """Placeholders, tags and other marks in source[start:end]: all that is no prose."""
    rows: list[str] = []
    at = start
    for piece in block.slices:
        if piece.source_end <= start or piece.source_start >= end or piece.kind is SliceKind.INSERTED:
            continue
        rows += _marks(source[at : max(piece.source_start, at)])
        own = source[piece.source_start : piece.source_end]
        if piece.kind is SliceKind.PLACEHOLDER or (piece.kind is SliceKind.COLLAPSED and _TAG.match(own)):
            rows.append(own)
        at = min(piece.source_end, end)
    return rows + _marks(source[at:end])


def _marks(between: str) -> list[str]:
    tags = [match.group() for match in _TAG.finditer(between)]
    rest = _TAG.sub(" ", between).split()
    return tags + rest


def _is_balanced(code: Sequence[str]) -> bool:
    """Whether every element that opens in a run also closes in it, and no logic of a template is torn out."""
    opened: list[str] = []
    signs: Counter[str] = Counter()
    for mark in code:
        tag = _TAG.fullmatch(mark)
        if tag and tag[1]:
            if not opened or opened.pop() != tag[2].lower():
                return False
        elif tag and tag[2].lower() not in _VOID and not mark.endswith("/>"):
            opened.append(tag[2].lower())
        elif not tag and _MARKDOWN.fullmatch(mark):
            signs["](" if mark.startswith("](") else mark] += 1
        elif not tag and (mark.startswith("{%") or mark.count("{") != mark.count("}")):
            return False
    in_pairs = all(count % 2 == 0 for sign, count in signs.items() if sign not in ("[", "]("))
    return not opened and in_pairs and signs["["] == signs["]("]
