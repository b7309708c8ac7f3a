"""The one exception that a user may see: a plain sentence, where it is, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

# Control characters could move the cursor or begin a line that the log of a CI service takes for a command; the others
# part lines, too, or turn the order of what follows.
_UNRULY: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Problem:
    """Something the user can mend. `line` and `column` are 1-based; None where a place makes no sense."""

    path: str
    message: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part not in (None, ""))
        return f"{place}: {self.told}" if place else self.told

    @property
    def told(self) -> str:
        """What is wrong and what to do about it, without the place."""
        return f"{self.message} {self.remedy}".rstrip()


def inside(error: Exception) -> str:
    """What a user is told of a mistake of ours."""
    return f"Something went wrong inside empathy-lint ({type(error).__name__}: {error})."


class ProblemError(Exception):
    """Raised with one or more problems when a file, a rule or a setting cannot be used."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def on_one_line(text: str) -> str:
    """`text`, such as the name of a file, without the signs that would make more of it than a part of a line."""
    return _UNRULY.sub("\ufffd", text)


def nearest(word: str, known: Iterable[str], titles: Mapping[str, str] | None = None) -> str:
    """A sentence that names the known word closest to `word`, or all of them when none is close.

    `titles` say what some of them are called elsewhere: “greeting” is meant by “A greeting to nobody”.
    Of `rule/entry`, an entry is closest to an entry; “threat” is close enough to “threat-language”.
    """
    words = sorted(set(known))
    entries = [each for each in words if "/" in each] if "/" in word else []
    close = _closest(word, entries) or _sharing_a_stem(word, words, titles or {})
    close = close or _closest(word, words) or _beginning(word, words)
    if close:
        return f"Did you mean “{close}”?"
    return f"Known: {', '.join(words)}." if 0 < len(words) <= 30 else ""


def _closest(word: str, words: Sequence[str]) -> str:
    import difflib  # only once there is a mistake to tell

    return next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.6)), "")


def _sharing_a_stem(word: str, words: Sequence[str], titles: Mapping[str, str]) -> str:
    """The word of which a part, or a word of its title, is `word` but for its ending."""
    meant = word.casefold()
    if not meant.isalpha():
        return ""
    parts = [(each, each.split("-")) for each in words if "/" not in each]
    parts += [(each, titles[each].casefold().split()) for each in words if each in titles]
    fits = [each for each, its in parts if any(_same_stem(meant, part) for part in its)]
    return min(fits, key=len, default="")


def _same_stem(word: str, part: str) -> bool:
    """Whether two words begin alike and differ only in how they end."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, part, strict=False)))
    return word == part or (alike >= 5 and alike >= max(len(word), len(part)) - 3)


def _beginning(word: str, words: Sequence[str]) -> str:
    """The shortest word with a part, between hyphens, that is close to `word` or begins with it."""
    fits = [each for each in words if "/" not in each and _fits(word, each.split("-"))]
    return min(fits, key=len, default="")


def _fits(word: str, parts: Sequence[str]) -> bool:
    return bool(_closest(word, parts)) or (len(word) > 2 and any(part.startswith(word) for part in parts))
