"""Apple string catalogues (`.xcstrings`): JSON in which a key is the text where the source language has no other."""

from __future__ import annotations

import json
from typing import Final

from empathy_lint.reading.catalogues.json_format import JsonString, json_strings, pieces_of
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.message import Source

_KEY: Final = 2  # strings, KEY
_LANGUAGE: Final = 4  # strings, KEY, localizations, LANGUAGE
_SYNTAX: Final = frozenset({"stringUnit", "value", "variations", "plural", "device", "substitutions"})


def find_entries(source: Source) -> Entries:
    """The texts in the catalogue's own language; raises ProblemError with the place where it is no JSON."""
    rows = list(json_strings(source))
    language = next((_said(source, row) for row in rows if not row.is_key and row.path == ("sourceLanguage",)), "en")
    values = [row for row in rows if not row.is_key and _is_text(row.path, language)]
    translated = {row.path[1] for row in values}
    keys = [
        row
        for row in rows
        if row.is_key and len(row.path) == _KEY and row.path[0] == "strings" and row.path[1] not in translated
    ]
    found = sorted([*values, *keys], key=lambda row: row.start)
    return Entries(entries_of(Text(_names(row), pieces_of(source.text, row), '"') for row in found))


def _said(source: Source, row: JsonString) -> str:
    said: str = json.loads(source.text[row.start : row.end])
    return said


def _is_text(path: tuple[str, ...], language: str) -> bool:
    return (
        len(path) > _LANGUAGE
        and (path[0], path[2], path[3]) == ("strings", "localizations", language)
        and path[-2:] == ("stringUnit", "value")
    )


def _names(row: JsonString) -> tuple[str, ...]:
    """The key, and the number or device that a variation is for."""
    return (row.path[1], *(name for name in row.path[_LANGUAGE:] if name not in _SYNTAX))
