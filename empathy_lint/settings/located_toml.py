"""The `[tool.empathy-lint]` table of a pyproject.toml, with the line of every key.

The TOML parser tells no places. They are found by a search for tables and keys, line by line, and kept only where the
parser saw such a key; what stands within a list or an inline table has the place of the key before it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.located_yaml import LocatedYaml, Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TABLE: Final = ("tool", "empathy-lint")
_PART: Final = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_NAME: Final = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER: Final = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME})[ \t]*\]")
_KEY: Final = re.compile(rf"([ \t]*)({_NAME})[ \t]*=")
_PLACE_OF_ERROR: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")


def load_located_toml(text: str, path: str) -> LocatedYaml | None:
    """The table's data and places, or None when the file has no such table; raises ProblemError for broken TOML."""
    if TABLE[-1] not in text:
        return None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProblemError(_syntax_problem(path, str(error))) from error
    tool = document.get(TABLE[0])
    if not isinstance(tool, dict) or TABLE[-1] not in tool:
        return None
    places: dict[Path, tuple[int, int]] = {}
    for where, place in _written(text):
        if where[:2] == TABLE and _holds(document, where):
            places.setdefault(where[2:], place)
    return LocatedYaml(path, tool[TABLE[-1]], places)


def _written(text: str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Steps and places of what look like tables and keys."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _steps(header.group(2))
            if header.group(1) == "[[":
                counts[table] = counts.get(table, -1) + 1
            table = _numbered(table, counts)
            yield table, (number, header.start(1) + 1)
        elif key := _KEY.match(line):
            steps = _steps(key.group(2))
            for length in range(1, len(steps) + 1):
                yield (*table, *steps[:length]), (number, len(key.group(1)) + 1)


def _steps(name: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, name))


def _numbered(table: Path, counts: dict[Path, int]) -> Path:
    """The steps to a table, with the number of each list of tables it stands in."""
    steps: list[str | int] = []
    for length in range(1, len(table) + 1):
        steps.append(table[length - 1])
        if table[:length] in counts:
            steps.append(counts[table[:length]])
    return tuple(steps)


def _holds(data: Any, where: Path) -> bool:
    for step in where:
        in_table = isinstance(data, dict) and step in data
        in_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not in_table and not in_list:
            return False
        data = data[step]
    return True


def _syntax_problem(path: str, message: str) -> Problem:
    place = _PLACE_OF_ERROR.search(message)
    line, column = (int(place.group(1)), int(place.group(2))) if place else (None, None)
    detail = _PLACE_OF_ERROR.sub("", message)
    return Problem(path, f"This is not valid TOML: {detail}.", "Check brackets, quotes and equals signs.", line, column)
