"""JSON catalogues: every string is found with the names that lead to it, however deep it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.limits import raised
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece
from empathy_lint.reading.message import Source

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]')
_ESCAPE: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_REMEDIES: Final = {
    "Expecting ',' delimiter": 'Put a comma between the entries, and escape quotes inside of a text: \\".',
    "Expecting property name": "Take out the comma before “}”, or put the key in double quotes.",
    "Illegal trailing comma": "Take out the comma before “}” or “]”.",
    "Invalid control character": "Write a line end inside of a text as \\n, and a tab as \\t.",
    "Invalid \\escape": "Write a backslash as \\\\.",
    "Unterminated string": "Close the text with a double quote.",
    "Extra data": "A file holds one value: take out what follows it.",
}


@dataclass(frozen=True, slots=True)
class JsonString:
    """The string source[start:end], quotes included, at a path of names and numbers; a key stands at its own path."""

    path: tuple[str, ...]
    start: int
    end: int
    is_key: bool


def find_entries(source: Source) -> Entries:
    """The texts of a JSON catalogue; raises ProblemError with the place where it is no JSON."""
    values = (row for row in json_strings(source) if not row.is_key)
    # Names that begin with “@” or “_” hold what translators are told.
    told = (row for row in values if not any(name.startswith(("@", "_")) for name in row.path))
    return Entries(entries_of(Text(row.path, pieces_of(source.text, row), '"') for row in told))


def json_strings(source: Source) -> Iterator[JsonString]:
    """Every string of a JSON file in order; raises ProblemError with the place where it is no JSON."""
    _check(source)
    walk = _Walk()
    for match in _TOKEN.finditer(source.text):
        if match.group()[0] != '"':
            walk.sign(match.group())
            if walk.depth > source.options.limits.nesting:
                raise ProblemError(_too_deep(source, match.start()))
        else:
            is_key = walk.expects_key
            if is_key:
                walk.name(_whole(json.loads(match.group())))
            yield JsonString(walk.path, match.start(), match.end(), is_key)


def pieces_of(text: str, row: JsonString) -> tuple[Piece, ...]:
    """What a string says between its quotes, with its escapes decoded."""
    pieces, at = [], row.start + 1
    for match in _ESCAPE.finditer(text, row.start + 1, row.end - 1):
        if match.start() > at:
            pieces.append(Piece(text[at : match.start()], at, match.start()))
        pieces.append(Piece(_decoded(match.group()), *match.span()))
        at = match.end()
    if at < row.end - 1:
        pieces.append(Piece(text[at : row.end - 1], at, row.end - 1))
    return tuple(pieces)


def _decoded(escape: str) -> str:
    return _whole(json.loads(f'"{escape}"'))


def _whole(text: str) -> str:
    """The text with half pairs of surrogates, which say nothing and cannot be written, made visible."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Walk:
    """The names that lead to the place where a walk over the signs of a JSON file stands."""

    def __init__(self) -> None:
        self._names: list[str | int | None] = []  # a number inside of a list; None before the key of an object

    @property
    def expects_key(self) -> bool:
        return bool(self._names) and self._names[-1] is None

    @property
    def depth(self) -> int:
        return len(self._names)

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(str(name) for name in self._names)

    def name(self, name: str) -> None:
        self._names[-1] = name

    def sign(self, sign: str) -> None:
        if sign in "{[":
            self._names.append(None if sign == "{" else 0)
        elif sign in "}]":
            self._names.pop()
        elif sign == ",":
            name = self._names[-1]
            self._names[-1] = name + 1 if isinstance(name, int) else None


def _check(source: Source) -> None:
    try:
        json.loads(source.text, parse_int=str)  # Python reads no number of thousands of digits
    except json.JSONDecodeError as error:
        place = source.position(error.pos)
        remedy = next((each for start, each in _REMEDIES.items() if error.msg.startswith(start)), "")
        text = f"This is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}."
        problem = Problem(
            source.path, text, remedy or "Check commas, quotes and brackets here.", place.line, place.column
        )
        raise ProblemError(problem) from error
    except RecursionError as error:
        raise ProblemError(_too_deep(source, 0)) from error


def _too_deep(source: Source, at: int) -> Problem:
    place = source.position(at)
    text = "This JSON holds values within values too deep to be read."
    return Problem(source.path, text, f"Split the file, or {raised('nesting')}.", place.line, place.column)
