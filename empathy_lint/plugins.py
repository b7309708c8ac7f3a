"""What installed packages add to the program: entry points, each known with the package that offers it.

A broken package is told by name, with what to do about it; it never ends the run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from empathy_lint.errors import Problem, ProblemError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES: Final = "empathy_lint.rules"
PACKS: Final = "empathy_lint.packs"
REPORTERS: Final = "empathy_lint.reporters"
FORMATS: Final = "empathy_lint.formats"
_NOUNS: Final = {RULES: "check", PACKS: "rule pack", REPORTERS: "report format", FORMATS: "file format"}
_INFO: Final = (".dist-info", ".egg-info", ".egg")  # how folders are called that tell of a package
_REMEDY: Final = "Install a version of it that works, or uninstall it."


@dataclass(frozen=True)
class Plugin:
    """One thing that an installed package offers by name, to be loaded when it is asked for."""

    group: str
    name: str
    points: tuple[EntryPoint, ...]  # more than one where packages offer the same name

    @property
    def packages(self) -> str:
        """The package that offers it, or all of them: “house-style 1.2”."""
        return " and ".join(sorted(_package(point) for point in self.points))

    def load(self) -> Any:
        """What the entry point stands for; raises ProblemError when it cannot be imported, or is offered twice."""
        if len(self.points) > 1:
            message = f"Two installed packages offer the {_NOUNS[self.group]} “{self.name}”: {self.packages}."
            raise ProblemError(Problem("", message, "Uninstall one of them."))
        try:
            return self.points[0].load()
        except Exception as error:
            raise ProblemError(self.problem("cannot be loaded", error)) from error

    def problem(self, what: str, error: Exception) -> Problem:
        """A problem that names the plugin, its package and the error: `what` is “cannot be loaded”, “failed”."""
        reason = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".: ")
        message = f"The {_NOUNS[self.group]} “{self.name}” of the installed package {self.packages} {what} ({reason})."
        return Problem("", message, _REMEDY)


def offered(group: str) -> Mapping[str, Plugin]:
    """What installed packages offer in a group of entry points, by name; nothing is imported."""
    return _offered(group, tuple(sys.path))


# The search path is a part of the key: what is offered changes with it, and with nothing else within a run.
@lru_cache(maxsize=16)
def _offered(group: str, path: tuple[str, ...]) -> Mapping[str, Plugin]:
    if not _anything_offered(path):
        return {}
    from importlib.metadata import entry_points  # takes longer to load than the rest of a run that needs none

    points: dict[str, tuple[EntryPoint, ...]] = {}
    for point in entry_points(group=group):
        points[point.name] = (*points.get(point.name, ()), point)
    return {name: Plugin(group, name, points[name]) for name in sorted(points)}


@lru_cache(maxsize=4)
def _anything_offered(path: tuple[str, ...]) -> bool:
    """Whether a package could offer something in any group, by a look at the files that say so."""
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    return any(_offers_in(Path(folder)) for folder in dict.fromkeys(path))


def _offers_in(folder: Path) -> bool:
    if not folder.is_dir():
        return folder.exists()  # an archive may hold packages
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.lower().endswith(_INFO)]
    except OSError:
        return False
    return any(name.lower().endswith(".egg") or _names_a_group(folder / name / "entry_points.txt") for name in names)


def _names_a_group(points: Path) -> bool:
    try:
        return any(line.lstrip().startswith(b"[empathy_lint.") for line in points.read_bytes().splitlines())
    except OSError:
        return False


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
