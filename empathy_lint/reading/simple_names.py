"""Names in signs that prose may hold, too: which of them are filled in, and which are what they are."""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.placeholders import names_a_kind

_BLANKS: Final = ("[x]", "[n]")  # within [x] days
_TAGS: Final = frozenset("address link time title header footer".split())  # of HTML and SVG, which may stand unclosed
# What Drupal's tokens are of.
_DRUPAL: Final = frozenset(
    "node site user term comment file date entity media order webform webform_submission current-user current-date"
    " current-page commerce-order content-type".split()
)


def stands_for_itself(code: str, text: str) -> bool:
    """Whether "[Final Notice]" and "<br>" are what they are; "[Due Date]", "[x]", "<NAME>" are filled in."""
    if code[0] in "$#" and code[-1] == code[0]:
        return not names_a_kind(code.strip("$#"))
    if code.startswith("[") and ":" in code:
        return code[1:].partition(":")[0] not in _DRUPAL and "_" not in code and not names_a_kind(code[1:-1])
    if code.startswith("["):
        return code not in _BLANKS and "_" not in code and not names_a_kind(code[1:-1])
    if code.startswith("<") and not code.startswith("<<"):
        word = re.split(r"\W", code[1:], maxsplit=1)[0]
        return not names_a_kind(code[1:-1]) or word.lower() in _TAGS or f"</{word}" in text
    return " " in code and code.startswith("{") and not names_a_kind(code[1:-1])
