"""How far brackets of code reach: over those within them, and over strings that hold what looks like one."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 1000  # characters that are looked through
_DEEPEST: Final = 20  # brackets within each other
_PARTS: Final = re.compile(r"""'(?:\\.|[^'\\\n]){0,300}'|"(?:\\.|[^"\\\n]){0,300}"|[()\[\]{}]""")


def balanced_end(text: str, at: int, longest: int = LONGEST) -> int:
    """Behind the bracket that closes the one at `at`; `at` itself where none does."""
    depth = 0
    for part in _PARTS.finditer(text, at, at + longest):
        depth += 1 if part.group() in "([{" else -1 if part.group() in ")]}" else 0
        if depth == 0:
            return part.end()
        if depth > _DEEPEST:
            break
    return at
