"""YAML read safely, with the line and column of every value, so that a mistake can be shown where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from empathy_lint.errors import Problem, ProblemError

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class LocatedYaml:
    """Plain data (dicts, lists, scalars) and the 1-based (line, column) at which each value or key stands."""

    path: str
    data: Any
    places: dict[Path, tuple[int, int]]

    def place(self, where: Sequence[str | int]) -> tuple[int, int]:
        """Line and column of the value at `where`, or of its nearest parent that is written in the file."""
        steps = tuple(where)
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps, (1, 1))

    def problem(self, where: Sequence[str | int], message: str, remedy: str = "") -> Problem:
        """A problem at the place of the value at `where`."""
        line, column = self.place(where)
        return Problem(self.path, message, remedy, line, column)


def load_located_yaml(text: str, path: str) -> LocatedYaml:
    """Parse `text`; raises ProblemError with the place of a syntax error or of a key written twice."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise ProblemError(_syntax_problem(path, error)) from error
    except yaml.YAMLError as error:
        raise ProblemError(Problem(path, f"This is not valid YAML: {error}")) from error
    builder = _Builder(path)
    data = builder.build(node, ()) if node is not None else None
    return LocatedYaml(path, data, builder.places)


# The C loader, where PyYAML was built with it, reads rule packs about eight times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STANDARD: Final = "tag:yaml.org,2002:"
_TRUTH_VALUE: Final = f"{_STANDARD}bool"
_PLAIN_TAGS: Final = (f"{_STANDARD}map", f"{_STANDARD}seq")
_NO_TAG: Final = "Take out the word that begins with “!”."
_MOST_VALUES: Final = 200_000  # in one file; far more than any rule or config holds


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    detail = error.problem or "unexpected text"
    return Problem(
        path, f"This is not valid YAML: {detail}.", "Check indentation, colons and quotes here.", line, column
    )


class _Builder:
    """Turns the nodes of one file into plain data and notes where each stands."""

    def __init__(self, path: str) -> None:
        self.places: dict[Path, tuple[int, int]] = {}
        self._path = path
        self._loader = _Loader("")
        self._within: set[int] = set()
        self._left = _MOST_VALUES

    def build(self, node: yaml.Node, at: Path) -> Any:
        """The data of a node that stands at `at`."""
        self.places[at] = _place(node)
        self._left -= 1
        if id(node) in self._within or self._left < 0:
            # A few anchors within each other can stand for more values than there is memory.
            raise self._problem(node, "This repeats itself without end.", "Write it out, without “&” and “*”.")
        if isinstance(node, yaml.ScalarNode):
            return self._plain(node)
        if node.tag not in _PLAIN_TAGS:  # “!!python/object” among others; none is ever made
            raise self._problem(node, f"This is not plain YAML: “{_written(node.tag)}”.", _NO_TAG)
        self._within.add(id(node))
        data = self._mapping(node, at) if isinstance(node, yaml.MappingNode) else self._list(node, at)
        self._within.remove(id(node))
        return data

    def _list(self, node: yaml.Node, at: Path) -> list[Any]:
        return [self.build(child, (*at, index)) for index, child in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, at: Path) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._problem(key_node, "A key has to be a word.", "Write it as “key: value”.")
            # YAML 1.1 reads a bare `off`, `on`, `yes` or `no` as a truth value; as a key it is the word written.
            key = key_node.value if key_node.tag == _TRUTH_VALUE else self._plain(key_node)
            if key in result:
                raise self._problem(key_node, f"“{key}” is written twice here.", "Keep one of the two.")
            below = (*at, key)
            result[key] = self.build(value_node, below)
            self.places[below] = _place(key_node)
        return result

    def _plain(self, node: yaml.ScalarNode) -> Any:
        try:
            return self._loader.construct_object(node)
        except yaml.constructor.ConstructorError as error:
            raise self._problem(node, f"This is not plain YAML: “{_written(node.tag)}”.", _NO_TAG) from error
        except ValueError as error:  # 2024-02-30
            raise self._problem(node, f"This is not a date: {error}.", "Put it in quotes if it is text.") from error

    def _problem(self, node: yaml.Node, message: str, remedy: str) -> ProblemError:
        return ProblemError(Problem(self._path, message, remedy, *_place(node)))


def _written(tag: str) -> str:
    """A tag as it stands in the file."""
    return f"!!{tag.removeprefix(_STANDARD)}" if tag.startswith(_STANDARD) else tag


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
