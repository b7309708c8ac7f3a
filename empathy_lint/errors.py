"""The one exception that a user may see: a plain sentence, where it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} {self.remedy}".rstrip()


class ProblemError(Exception):
    """Raised with one or more problems when a file, a rule or a setting cannot be used."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names the known word closest to `word`, or all of them when none is close."""
    import difflib  # only once there is a mistake to tell

    words = sorted(set(known))
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Known: {', '.join(words)}." if len(words) <= 30 else ""
