"""Python's `re`, but for `compile`: what it gives is compiled when it is first used.

Modules of wording hold hundreds of expressions, of which a run needs few; compiling them all took longer than reading
the message. Such modules import this one under the name of the other. A mistake in an expression comes to light where
it is first used, and in the test that compiles them all.
"""

from __future__ import annotations

import re
from re import DOTALL, IGNORECASE, Match, Pattern, findall, finditer, fullmatch, match, search, split, sub
from typing import Any, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "Match",
    "Pattern",
    "compile",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


def compile(expression: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 - it stands for the one of `re`
    """The expression, which behaves as if it were compiled."""
    return cast("Pattern[str]", _Late(expression, flags))


class _Late:
    """Takes each method from the compiled expression when it is first asked for, and keeps it."""

    def __init__(self, expression: str, flags: int) -> None:
        self._written = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_written":
            raise AttributeError(name)
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
