"""Texts to put in place of flagged words, as the rules give them, in the case of what they replace."""

from __future__ import annotations

from dataclasses import dataclass, field

from empathy_lint.checking.finding import Rewrite
from empathy_lint.checking.literals import fold


@dataclass(frozen=True, eq=False)
class Replacements:
    """`exact` maps all of the flagged words (folded) to safe texts; `offered` are shown for review whatever
    was flagged.
    """

    exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    offered: tuple[str, ...] = ()

    def of(self, words: str) -> tuple[Rewrite, ...]:
        """The rewrites for the flagged words, best first, without repeats."""
        safe = [Rewrite(match_case(text, words), "safe") for text in self.exact.get(fold(words), ())]
        review = [Rewrite(match_case(text, words), "review") for text in self.offered]
        unique = {rewrite.text: rewrite for rewrite in reversed([*safe, *review])}
        return tuple(reversed(unique.values()))


def compile_replacements(written: list[str] | dict[str, str | list[str]]) -> Replacements:
    """Replacements from a list (all for review) or a mapping from words to texts, where `review` names the
    list.
    """
    if isinstance(written, list):
        return Replacements(offered=tuple(written))
    listed = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in written.items()}
    offered = listed.pop("review", ())
    return Replacements({fold(key): texts for key, texts in listed.items()}, offered)


def match_case(text: str, words: str) -> str:
    """`text` in the case of `words`: all capitals, or a capital first letter, or as it was written."""
    letters = [char for char in words if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    if letters and letters[0].isupper() and words[:1].isalpha():
        return text[:1].upper() + text[1:]
    return text
