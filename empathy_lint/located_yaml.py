"""YAML read safely, with the line and column of every value, so that a mistake can be shown where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

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
    places: dict[Path, tuple[int, int]] = {}
    data = _build(node, (), places, path, _Loader("")) if node is not None else None
    return LocatedYaml(path, data, places)


# The C loader, where PyYAML was built with it, reads rule packs about eight times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    detail = error.problem or "unexpected text"
    return Problem(path, f"This is not valid YAML: {detail}.", "Check indentation, colons and quotes here.", line, column)


def _build(node: yaml.Node, at: Path, places: dict[Path, tuple[int, int]], path: str, loader: Any) -> Any:
    places[at] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*at, index), places, path, loader) for index, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return loader.construct_object(node, deep=True)
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = _key(key_node, loader)
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if key in result:
            raise ProblemError(Problem(path, f"“{key}” is written twice here.", "Keep one of the two.", line, column))
        result[key] = _build(value_node, (*at, key), places, path, loader)
        places[(*at, key)] = (line, column)
    return result


def _key(node: yaml.Node, loader: Any) -> Any:
    # YAML 1.1 reads a bare `off`, `on`, `yes` or `no` as a truth value; as a key it is the word that was written.
    is_truth_value = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:bool"
    return node.value if is_truth_value else loader.construct_object(node, deep=True)
