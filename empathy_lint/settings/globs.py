"""Patterns for paths, read as git reads those of a .gitignore."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where a pattern is met; most runs meet none
    from pathspec import GitIgnoreSpec


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Whether a path matches the globs as git would read them in a .gitignore."""
    return bool(globs) and _spec(globs).match_file(path)


def is_usable_glob(pattern: str) -> bool:
    """Whether git would read a pattern as one for paths."""
    from pathspec import GitIgnoreSpec

    try:
        return bool(pattern.strip()) and GitIgnoreSpec.from_lines([pattern]).patterns[0].include is not None
    except ValueError:
        return False


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)
