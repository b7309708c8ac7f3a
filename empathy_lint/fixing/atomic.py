"""A file gets its new content at once or not at all: nobody ever sees, or is left with, half of it."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from empathy_lint.errors import Problem, ProblemError


def replace_content(path: str, expected: bytes, content: bytes) -> None:
    """Put `content` in place of what the file held when it was read; mode and owner stay, a symbolic link stays a link.

    Raises ProblemError, and leaves the file as it is, when the file no longer holds `expected`, may not be written, or
    the disk is full.
    """
    target = Path(path).resolve()
    try:
        before = target.stat()
        if target.read_bytes() != expected:
            remedy = "Run the command again."
            raise ProblemError(
                Problem(path, "This file was changed while it was being read; it is left alone.", remedy)
            )
        if not os.access(target, os.W_OK):
            raise ProblemError(Problem(path, "This file is read-only; it is left alone.", "Allow writing to it first."))
        _replace(target, before, content)
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(path, f"This file cannot be written: {reason}. It is left as it was.")) from error


def _replace(target: Path, before: os.stat_result, content: bytes) -> None:
    # In the same folder, because a rename is atomic only within one file system.
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_over(temporary, before)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _settle(target.parent)


def _take_over(temporary: Path, before: os.stat_result) -> None:
    """Give the new file the owner and the mode of the old one; the owner only where we may."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    temporary.chmod(stat.S_IMODE(before.st_mode))


def _settle(folder: Path) -> None:
    """Let the rename itself reach the disk, on systems where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
