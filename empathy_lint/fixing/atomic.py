"""A file gets its new content at once or not at all: nobody ever sees, or is left with, half of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.confinement import is_inside
from empathy_lint.settings.loading import absolute, project_root
from empathy_lint.successor import Successor, lock

_OUTSIDE: Final = "Fix that file by its own path, or allow it for this run with --allow-outside."
_AGAIN: Final = "Run the command again."


def replace_content(path: str, expected: bytes, content: bytes, *, allow_outside: bool = False) -> None:
    """Put `content` in place of what the file held when it was read; mode and owner stay, a symbolic link stays a link.

    Raises ProblemError, and leaves the file as it is, when the file no longer holds `expected`, may not be written, is
    being written by another run, or the disk is full; also when it is reached through a link that leads out of its
    project, unless `allow_outside`: whoever may put a link into a project could else have other files changed.
    """
    try:
        target = target_of(path, allow_outside=allow_outside)
        with _held(target, path), closing(Successor(target)) as successor:
            if not os.access(target, os.W_OK):
                message = "This file is read-only; it is left alone."
                raise ProblemError(Problem(path, message, "Allow writing to it first."))
            rest = memoryview(content)
            while rest:
                rest = rest[successor.write(rest) :]
            # Last of all: what an editor saves while we write counts, too.
            if target.read_bytes() != expected:
                message = "This file was changed while it was being read; it is left alone."
                raise ProblemError(Problem(path, message, _AGAIN))
            successor.succeed()
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(path, f"This file cannot be written: {reason}. It is left as it was.")) from error


def target_of(path: str, *, allow_outside: bool = False) -> Path:
    """The file that a path stands for, all links followed.

    Raises ProblemError where a link leads out of the file's project, unless `allow_outside`.
    """
    target = Path(path).resolve()
    project = _project_of(absolute(path))
    if not allow_outside and not is_inside(target, project):
        message = f"This leads through a link to {target}, outside the project ({project}); it is left alone."
        raise ProblemError(Problem(path, message, _OUTSIDE))
    return target


def _project_of(path: Path) -> Path:
    """The folder that a file has to lie in: that of the repository which has the outermost link to it, if one has.

    Behind a link another repository may begin; it is not the one that was meant.
    """
    for link in [each for each in reversed([path, *path.parents]) if each.is_symlink()]:
        around = next((folder for folder in link.parents if (folder / ".git").exists()), None)
        if around is not None:
            return around
    return project_root(path)


@contextmanager
def _held(target: Path, path: str) -> Iterator[None]:
    """Keep other runs from replacing the file between our look at it and its replacement."""
    descriptor = os.open(target, os.O_RDONLY)
    try:
        if not lock(descriptor):
            raise ProblemError(Problem(path, "Another program is writing this file; it is left alone.", _AGAIN))
        yield
    finally:
        with suppress(OSError):  # only read, so nothing is lost, and by now the file may be replaced
            os.close(descriptor)
