"""What files are called in a patch, so that `git apply` finds them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from empathy_lint.settings.loading import project_root


def base_of(paths: Iterable[str]) -> Path:
    """The folder that a patch of all these files is applied in: the working folder or, for others, the repository."""
    here = Path.cwd()
    root = project_root(here / ".git")
    return here if all(Path(path).resolve().is_relative_to(here) for path in paths) else root.resolve()


def name_in_patch(target: Path, base: Path) -> str:
    """A file by its way from `base`; one that lies elsewhere, by its way from its own repository."""
    folder = base if target.is_relative_to(base) else project_root(target)
    return target.relative_to(folder).as_posix() if target.is_relative_to(folder) else target.as_posix()
