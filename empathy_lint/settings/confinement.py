"""What a config names lies inside of its project, links and all.

Whoever may change a config, in a pull request for one, could else have other files of the user's read, and what is in
them shown in a report. Only the user's own flag allows it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.model import Origin, Statement

REMEDY: Final = "Copy it into the project, or allow it for this run with --allow-outside."
_FILES: Final = ("offers", "baseline", "pipeline")


def is_inside(path: Path, project: Path) -> bool:
    """Whether a path, with all links in it followed, lies in the folder `project`."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(project))


def refuse_outside(statements: Iterable[Statement], project: Path) -> None:
    """Raises ProblemError for each pack, and each other file or folder, that lies outside of the folder `project`."""
    problems = [problem for row in statements if (problem := _problem(row, project))]
    if problems:
        raise ProblemError(*problems)


def outside(origin: Origin, name: str, project: Path) -> Problem:
    """The problem that `name`, set at `origin`, is outside of the project."""
    message = f"“{name}” is outside the project ({project})."
    return Problem(origin.label, message, REMEDY, origin.line, origin.column)


def _problem(row: Statement, project: Path) -> Problem | None:
    path = next((path for path in _paths(row) if not is_inside(path, project)), None)
    return None if path is None else outside(row.origin, _written(path, project), project)


def _paths(row: Statement) -> Iterator[Path]:
    """The paths that a statement speaks of; for a pack, also the links in it."""
    if row.key == "packs":
        pack = Path(row.name)
        yield pack
        yield from (path for path in sorted(pack.rglob("*")) if path.is_symlink())
    elif row.key in _FILES and (os.sep in row.value or "/" in row.value):  # else an installed pipeline's name
        yield Path(os.path.abspath(row.value))  # noqa: PTH100 - resolve() would follow the links


def _written(path: Path, project: Path) -> str:
    """A path as a config at the top of the project would write it."""
    try:
        return Path(os.path.relpath(path, project)).as_posix()
    except ValueError:  # another drive
        return str(path)
