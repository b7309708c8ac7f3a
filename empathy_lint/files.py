"""Files written whole or not at all: what stood there before stays until the new text is complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO, cast

from empathy_lint.errors import Problem, ProblemError


@contextmanager
def replacing(path: Path, what: str = "report") -> Iterator[TextIO]:
    """A UTF-8 text file that takes the place of `path` once the block has ended well; otherwise nothing changes.

    A link keeps pointing where it did, a file keeps its permissions, and what is no regular file (a pipe, a device) is
    written straight away. Raises ProblemError, which calls the text `what`, when nothing can be written there.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with _told(path, what):
            straight = target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        with straight:
            yield straight
        return
    with _told(path, what):
        if target.exists() and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(13, "Permission denied")
        file = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed below, before the rename
            "w", encoding="utf-8", errors="backslashreplace", newline="\n",
            dir=target.parent, prefix=f".{target.name}.", suffix=".tmp", delete=False,
        )  # fmt: skip
    try:
        yield cast(TextIO, file)
        with _told(path, what):
            file.close()
            Path(file.name).chmod(_mode(target))
            os.replace(file.name, target)  # noqa: PTH105 - says better that it is atomic
    finally:
        file.close()
        with suppress(OSError):  # gone already, where all went well
            Path(file.name).unlink()


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(str(path), f"The {what} cannot be written here: {reason}.")) from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would be given."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
