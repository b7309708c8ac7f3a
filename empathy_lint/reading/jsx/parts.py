"""The page that a component makes, in parts that know where they are written; what is written elsewhere is an aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from empathy_lint.reading.entries import Piece


class Kind(Enum):
    """What a part of a page is to its reader."""

    WORDS = "words"
    VALUE = "a value, filled in when the mail is sent"
    LOGIC = "a condition or a loop"
    INLINE = "a tag inside of a line"
    BLOCK = "a tag that ends a block of prose"
    ASIDE = "what a name stands for, written elsewhere"


@dataclass(frozen=True, slots=True)
class Part:
    """source[start:end] becomes `text`; an aside becomes `inner`, or, in the midst of other words, `otherwise`."""

    kind: Kind
    text: str
    start: int
    end: int
    inner: tuple[Part, ...] = ()
    otherwise: tuple[Part, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether a reader sees it: a sign alone, such as a bullet, is none of the words around it."""
        return self.kind is Kind.VALUE or (self.kind is Kind.WORDS and any(map(str.isalnum, self.text)))


def logic(code: str, at: int) -> Part:
    """A statement of a template, which is written nowhere."""
    return Part(Kind.LOGIC, f"{{% {code} %}}", at, at)


def chosen(arms: Sequence[tuple[str, Sequence[Part]]], at: int) -> list[Part]:
    """The parts for those to whom the condition of each arm applies; an empty condition is all others."""
    parts: list[Part] = []
    for number, (condition, arm) in enumerate(arms):
        word = f"{'elif' if number else 'if'} {condition}" if condition else "else"
        parts += [logic(word, at), *arm]
    return [*parts, logic("endif", at)] if parts else []


def in_braces(parts: Sequence[Part], start: int, end: int) -> list[Part]:
    """A value with the braces that it is written in, which belong to it; all else as it is."""
    if len(parts) != 1 or parts[0].kind not in (Kind.VALUE, Kind.ASIDE):
        return list(parts)
    otherwise = tuple(in_braces(parts[0].otherwise, start, end))
    return [replace(parts[0], start=start, end=end, otherwise=otherwise)]


def says_words(parts: Iterable[Part]) -> bool:
    """Whether some of it is written, not only filled in."""
    return any(
        (part.kind is Kind.WORDS and part.says_something) or (part.kind is Kind.ASIDE and says_words(part.inner))
        for part in parts
    )


def without_titles(parts: Iterable[Part]) -> Iterator[Part]:
    """The page without its titles, where its subject stands beside it."""
    is_title = False
    for part in parts:
        is_title = is_title or part.text == "<title>"
        if not is_title:
            yield replace(part, inner=tuple(without_titles(part.inner)))
        is_title = is_title and part.text != "</title>"


def pieces_of(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """The page as pieces of an entry."""
    return tuple(Piece(part.text, part.start, part.end) for part in settled(parts) if part.text)


def settled(parts: Iterable[Part]) -> list[Part]:
    """The parts without asides: each is read where it fills a block, or is the value that its name says.

    So the words of one block stand in one place, and no edit of them touches what lies between.
    """
    found: list[Part] = []
    segment: list[Part] = []
    for part in _opened(parts):
        if part.kind is Kind.BLOCK:
            found += [*_settled_segment(segment), part]
            segment = []
        else:
            segment.append(part)
    return [*found, *_settled_segment(segment)]


def fills_blocks(parts: Iterable[Part]) -> bool:
    """Whether nothing in it can be a part of the words around: it begins and ends with the edge of a block."""
    shown = [part for part in parts if part.kind in (Kind.BLOCK, Kind.ASIDE) or part.says_something]
    return bool(shown) and shown[0].kind is shown[-1].kind is Kind.BLOCK


def _opened(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with those asides opened that are blocks of their own."""
    for part in parts:
        if part.kind is not Kind.ASIDE:
            yield part
            continue
        inner = settled(part.inner)
        if fills_blocks(inner):
            yield from inner
        else:
            yield Part(Kind.ASIDE, "", part.start, part.end, tuple(inner), part.otherwise)


def _settled_segment(segment: Sequence[Part]) -> Iterator[Part]:
    is_taken = any(part.says_something for part in segment)
    seen = is_taken
    for part in segment:
        if part.kind is Kind.LOGIC and part.text.startswith(("{% elif", "{% else")):
            seen = is_taken
        if part.kind is not Kind.ASIDE:
            yield part
        else:
            yield from settled(part.otherwise) if seen else part.inner
            seen = True
