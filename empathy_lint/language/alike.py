"""Sentences that differ in figures and dates alone read alike: one of them stands for all, letter for letter.

An archive holds the same sentence with thousands of amounts and dates. What grammar and tone make of it does not rest
on which they are, so it is worked out for one. Every place stays where it is, as what stands in has the same length.
"""

from __future__ import annotations

import re
from typing import Final

_STANDING_FOR: Final = ("", "3", "14", "250", "2025")
# “May” and “March” are verbs, too: the first is left alone, the second stands for none.
_MONTHS: Final = "April June August October December September".split()
_WEEKDAYS: Final = "Monday Tuesday Thursday Wednesday".split()
_NAMES: Final = {
    name: next(other for other in standing if len(other) == len(name))
    for names, standing in (
        ("January February March April June July August September October November December", _MONTHS),
        ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", _WEEKDAYS),
    )
    for name in names.split()
}
_VARYING: Final = re.compile(rf"[0-9]+|\b(?:{'|'.join(_NAMES)})\b")


def alike(text: str) -> str:
    """The text that stands for all which differ from it in figures of the same length, months and days of the week."""
    return _VARYING.sub(_standing_in, text)


def _standing_in(match: re.Match[str]) -> str:
    said = match.group()
    if said in _NAMES:
        return _NAMES[said]
    if said == "1":  # “1 day” is not said like “3 days”
        return said
    return _STANDING_FOR[min(len(said), len(_STANDING_FOR) - 1)].ljust(len(said), "0")
