"""YAML catalogues, as Rails and Symfony keep them: PyYAML finds the scalars, `yaml_scalars` the words inside.

Read event by event, so that neither values within values nor anchors that stand for each other take more than one pass:
a text is read where it is written, and never again where an alias repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import yaml

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.limits import raised
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.catalogues.yaml_scalars import pieces_of
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.message import Source

# The C parser, where PyYAML was built with it, is about ten times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OLD_VERSION: Final = re.compile(r"^%YAML 1\.0(?=\s)", re.MULTILINE)  # said of files that read as 1.1 all the same
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_REMEDY: Final = "Check indentation, colons and quotes here."
PLAIN: Final = "plain"


def find_entries(source: Source) -> Entries:
    """The texts of a YAML catalogue; raises ProblemError with the place where it is no YAML."""
    texts, scalars = [], []
    for path, event in _scalars(source):
        start, end = event.start_mark.index, event.end_mark.index
        scalars.append((start, end))
        if path is not None:
            quoting = event.style or PLAIN
            texts.append(Text(path, pieces_of(source.text, start, end, quoting, event.value), quoting))
    return Entries(entries_of(texts), comments=_comments(source.text, scalars))


def _scalars(source: Source) -> Iterator[tuple[tuple[str, ...] | None, Any]]:
    """Every scalar with the names that lead to it; None for a key."""
    names: list[str | int | None] = []  # a number inside of a list; None before the key of a mapping
    odd_keys = 0  # how many values deep a key is that is no word
    try:
        for event in yaml.parse(_OLD_VERSION.sub("%YAML 1.1", source.text), Loader=_Loader):
            is_key = bool(names) and names[-1] is None
            if isinstance(event, yaml.ScalarEvent):
                yield (None if is_key or odd_keys else tuple(str(name) for name in names)), event
                _stepped(names, event.value if is_key else None)
            elif isinstance(event, yaml.AliasEvent):
                _stepped(names, event.anchor if is_key else None)
            elif isinstance(event, yaml.CollectionStartEvent):
                odd_keys += 1 if is_key or odd_keys else 0
                names.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
                if len(names) > source.options.limits.nesting:
                    text = "This YAML holds values within values too deep to be read."
                    remedy = f"Split the file, or {raised('nesting')}."
                    raise ProblemError(Problem(source.path, text, remedy, *_place(event)))
            elif isinstance(event, yaml.CollectionEndEvent):
                names.pop()
                odd_keys -= 1 if odd_keys else 0
                _stepped(names, "?" if names and names[-1] is None else None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        text = f"This is not valid YAML: {error.problem or 'unexpected text'}."
        raise ProblemError(Problem(source.path, text, _REMEDY, line, column)) from error
    except yaml.YAMLError as error:
        raise ProblemError(Problem(source.path, f"This is not valid YAML: {error}.", _REMEDY, 1, 1)) from error


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _stepped(names: list[str | int | None], key: str | None) -> None:
    """Go on after a value, or to the value of the key that was read."""
    if names:
        name = names[-1]
        names[-1] = name + 1 if isinstance(name, int) else key


def _comments(text: str, scalars: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The comments between the scalars; inside of them `#` is a sign like any other."""
    rows, at = [], 0
    for start, end in [*scalars, (len(text), len(text))]:
        rows += [match.span() for match in _COMMENT.finditer(text, at, start)]
        at = max(at, end)
    return tuple(rows)
