"""White space at the ends of an element that does not ask for it to be kept: Office does not show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from empathy_lint.reading.xml_events import Event

_SPACES: Final = " \t\r\n"


def trimmed(texts: Sequence[Event]) -> list[Event]:
    """The texts of an element without white space at either end."""
    rows = list(texts)
    while rows and not rows[0].text.strip(_SPACES):
        rows.pop(0)
    while rows and not rows[-1].text.strip(_SPACES):
        rows.pop()
    if rows:
        first = rows[0].text.lstrip(_SPACES)
        rows[0] = replace(rows[0], text=first, start=rows[0].start + len(rows[0].text) - len(first))
        last = rows[-1].text.rstrip(_SPACES)
        rows[-1] = replace(rows[-1], text=last, end=rows[-1].end - len(rows[-1].text) + len(last))
    return rows


def name_end(xml: str, start: int) -> int:
    """Where the name of the tag that begins at xml[start] ends."""
    end = start + 1
    while xml[end] not in " \t\r\n/>":
        end += 1
    return end
