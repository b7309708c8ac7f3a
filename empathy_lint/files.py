"""Files written whole or not at all: what stood there before stays until the new text is complete."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.successor import Successor

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_TEXT: Final[dict[str, Any]] = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


@contextmanager
def replacing(path: Path, what: str = "report") -> Iterator[TextIO]:
    """A UTF-8 text file that takes the place of `path` once the block has ended well; otherwise nothing changes.

    A link keeps pointing where it did, a file keeps its permissions, and what is no regular file (a pipe, a device) is
    written straight away. Raises ProblemError, which calls the text `what`, when nothing can be written there.
    """
    target = Path(os.path.realpath(path))
    with _told(path, what):
        is_there = target.exists()
        straight = target.open("w", **_TEXT) if is_there and not target.is_file() else None
    if straight:
        with straight:
            yield straight
        return
    with _told(path, what):
        if is_there and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(13, "Permission denied")
        successor = _Told(target, path, what)
    file = io.TextIOWrapper(io.BufferedWriter(successor), **_TEXT)
    try:
        yield file
        file.flush()
        with _told(path, what):
            successor.succeed()
    finally:
        successor.close()
        # What is still in the buffers, after a failure, has nowhere to go.
        with suppress(ValueError, ProblemError):
            file.close()


class _Told(Successor):
    """Says which file it is that cannot be written, whoever writes to it."""

    def __init__(self, target: Path, path: Path, what: str) -> None:
        super().__init__(target)
        self._names = (path, what)

    def write(self, data: ReadableBuffer, /) -> int:
        """Write some of the bytes; raises ProblemError."""
        with _told(*self._names):
            return super().write(data)


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(str(path), f"The {what} cannot be written here: {reason}.")) from error
