"""A file gets its new content at once or not at all: nobody ever sees, or is left with, half of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.successor import Successor, lock

_AGAIN: Final = "Run the command again."


def replace_content(path: str, expected: bytes, content: bytes) -> None:
    """Put `content` in place of what the file held when it was read; mode and owner stay, a symbolic link stays a link.

    Raises ProblemError, and leaves the file as it is, when the file no longer holds `expected`, may not be written, is
    being written by another run, or the disk is full.
    """
    target = Path(path).resolve()
    try:
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
