"""Texts to put in place of flagged words, as the rules give them, in the case of what they replace.

A key is the flagged words. `[commence]` in a key stands for every form of the word and `[start]` in the text for the
same form of another; "…" in a key stands for the rest of the words, which "…" in the text carries over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from empathy_lint.checking.finding import Rewrite
from empathy_lint.checking.inflections import inflections
from empathy_lint.checking.literals import fold
from empathy_lint.language.inflecting import like

_REST: Final = "…"
_SMALL: Final = frozenset("a an and as at by for in of on or the to up".split())  # what a title leaves small
_LEMMA: Final = re.compile(r"\[([a-z]+)\]")


@dataclass(frozen=True, eq=False)
class Replacements:
    """`exact` maps all of the flagged words (folded) to safe texts; `offered` are shown for review whatever
    was flagged. With `inside`, keys also stand for words among the flagged ones: what the tone model marks has no
    fixed words.
    """

    exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    inside: bool = False

    def of(self, words: str) -> tuple[Rewrite, ...]:
        """The rewrites for the flagged words, best first, without repeats."""
        safe = [Rewrite(match_case(text, words), "safe") for text in self._whole(words)]
        if not safe and self.inside and (text := self._within(words)) != words:
            safe = [Rewrite(text, "safe")]
        review = [Rewrite(match_case(text, words), "review") for text in self.offered]
        unique = {rewrite.text: rewrite for rewrite in reversed([*safe, *review])}
        return tuple(reversed(unique.values()))

    def _whole(self, words: str) -> Iterator[str]:
        """Texts for all of the words."""
        yield from self.exact.get(fold(words), ())
        folded = fold(words)
        for key, texts in self._keys:
            if (_LEMMA.search(key) or _REST in key) and _may_stand(key, folded):
                match = _pattern(key).fullmatch(words)
                yield from (made for text in texts if match and (made := _filled(text, key, match)) is not None)

    def _within(self, words: str) -> str:
        """The words with each key among them replaced."""
        for start, end, text in reversed(self.among(words)):
            words = words[:start] + text + words[end:]
        return words

    def among(self, words: str) -> list[tuple[int, int, str]]:
        """Where keys stand among the words, and the text for each, the longest keys first to choose their place."""
        taken: list[tuple[int, int, str]] = []
        folded = fold(words)
        for key, texts in self._keys:
            if _REST in key or not _may_stand(key, folded):
                continue
            for match in _pattern(key).finditer(words):
                text = _filled(texts[0], key, match)
                if text is not None and all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                    # What is left out takes the space behind it along.
                    end = match.end() + (not text and words[match.end() : match.end() + 1] == " ")
                    taken.append((match.start(), end, match_case(text, match.group())))
        return sorted(taken)

    @cached_property
    def _keys(self) -> list[tuple[str, tuple[str, ...]]]:
        """Keys with their texts, the longest first."""
        return sorted(self.exact.items(), key=lambda row: len(row[0]), reverse=True)


def compile_replacements(written: list[str] | dict[str, str | list[str]], *, inside: bool = False) -> Replacements:
    """Replacements from a list (all for review) or a mapping from words to texts, where `review` names the
    list.
    """
    if isinstance(written, list):
        return Replacements(offered=tuple(written))
    listed = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in written.items()}
    offered = listed.pop("review", ())
    return Replacements({fold(key): texts for key, texts in listed.items()}, offered, inside)


def match_case(text: str, words: str) -> str:
    """`text` in the case of `words`: all capitals, those of a title, a capital first letter, or as it was written."""
    letters = [char for char in words if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    if is_titled(words):
        return _as_title(text)
    if letters and letters[0].isupper() and words[:1].isalpha():
        return text[:1].upper() + text[1:]
    return text


def is_titled(words: str) -> bool:
    """Whether each of several words has a capital, as in a title."""
    rows = words.split()
    return len(rows) > 1 and all(row[0].isupper() for row in rows)


def _as_title(text: str) -> str:
    rows = text.split(" ")
    return " ".join(row[:1].upper() + row[1:] if not at or row not in _SMALL else row for at, row in enumerate(rows))


def _may_stand(key: str, folded: str) -> bool:
    """Whether a key can stand in folded words; few can, and only they are worth an expression of their own."""
    return all(piece in folded for piece in _fixed(key))


@cache
def _fixed(key: str) -> tuple[str, ...]:
    """The words of a key that stand for themselves alone, the longest first."""
    fixed = [piece for piece in key.split() if piece != _REST and not _LEMMA.fullmatch(piece)]
    return tuple(sorted(fixed, key=len, reverse=True))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    parts: list[str] = []
    for piece in key.split():
        if lemma := _LEMMA.fullmatch(piece):
            parts.append(f"({'|'.join(sorted(map(re.escape, inflections(lemma[1])), key=len, reverse=True))})")
        else:
            parts.append("(.+)" if piece == _REST else re.escape(piece).replace("'", "['’]"))
    together = r"\s+".join(parts)
    return re.compile(rf"(?<![\w-]){together}(?![\w-])", re.IGNORECASE)


def _filled(text: str, key: str, match: re.Match[str]) -> str | None:
    """The text with the form and the rest that the key found; None where the form of the new word is in doubt."""
    holes = [piece for piece in key.split() if piece == _REST or _LEMMA.fullmatch(piece)]
    for hole, found in zip(holes, match.groups(), strict=True):
        if hole == _REST:
            text = text.replace(_REST, found)
            continue
        form = _LEMMA.search(text)
        if form is not None:
            made = like(found.lower(), hole[1:-1], form[1])
            if made is None:
                return None
            text = text[: form.start()] + made + text[form.end() :]
    return text
