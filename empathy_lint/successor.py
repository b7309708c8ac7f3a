"""The next version of a file, made beside it: it takes the file's place whole, or it goes away.

Only a process that is killed leaves one behind. It is known by its name, and as dead because nobody holds a lock on it;
the next run that writes the same file takes it away.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SUFFIX: Final = ".empathy-lint.tmp"
_NAME: Final = 40  # characters that a name of ours takes from the file's: most systems take 255 bytes
_MOST: Final = 100  # runs that write one file at the same time
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OLD: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Successor(io.RawIOBase):
    """Takes the bytes of the next version of `target`; `succeed` puts it in place, `close` alone takes it away.

    Until then nobody else may read it, where there is a file to succeed; it is then given that file's mode and owner.
    Every method raises OSError when the disk, or whoever may write there, says no.
    """

    def __init__(self, target: Path) -> None:
        super().__init__()
        self._target = target
        self._before = target.stat() if target.exists() else None
        self._descriptor, self._path = _made(target, 0o666 if self._before is None else 0o600)
        self._is_done = False

    def writable(self) -> bool:
        """It is there to be written."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Write some of the bytes; how many."""
        return os.write(self._descriptor, data)

    def succeed(self) -> None:
        """Take the place of the file, once everything is on the disk."""
        os.fsync(self._descriptor)
        if self._before is not None:
            _take_over(self._path, self._before)
        if os.name == "nt":  # where an open file has no other name
            self._release()
        os.replace(self._path, self._target)  # noqa: PTH105 - says better that it is atomic
        self._is_done = True
        _settle(self._target.parent)

    def close(self) -> None:
        """Let go of the file, and take it away unless it has succeeded."""
        if self.closed:
            return
        super().close()
        # In this order, so that nobody makes a file of this name that would be taken away from them.
        if not self._is_done and os.name != "nt":
            self._remove()
        self._release()
        if not self._is_done and os.name == "nt":
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            os.unlink(self._path)  # noqa: PTH108

    def _release(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)


def _made(target: Path, mode: int) -> tuple[int, Path]:
    """A new file beside `target`, in its folder because a rename is atomic only there; what dead runs left goes."""
    for number in range(_MOST):
        path = _named(target, number)
        _sweep(path)
        with suppress(FileExistsError):
            descriptor = os.open(path, _NEW, mode)
            if not _is_ours(descriptor):
                os.close(descriptor)
                continue
            _sweep(_named(target, number + 1))  # of two runs at once, the second may have died
            return descriptor, path
    raise FileExistsError(17, "Other runs are writing it")


def _named(target: Path, number: int) -> Path:
    return target.with_name(f".{target.name[:_NAME]}.{number}{SUFFIX}")


def _take_over(path: Path, before: os.stat_result) -> None:
    """Give the new file the owner and the mode of the old one; the owner only where we may."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, before.st_uid, before.st_gid)
    path.chmod(stat.S_IMODE(before.st_mode))


def _settle(folder: Path) -> None:
    """Let the rename itself reach the disk, on systems where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if sys.platform == "win32":

    def lock(descriptor: int) -> bool:  # noqa: ARG001 - as elsewhere
        """Hold the file against other runs, where the system has such locks; whether nobody else holds it."""
        return True

    def _sweep(path: Path) -> None:
        with suppress(OSError):  # there is none, or it is open, and so somebody's
            os.unlink(path)  # noqa: PTH108

    def _is_ours(descriptor: int) -> bool:  # noqa: ARG001 - as elsewhere
        return True

else:
    import fcntl

    def lock(descriptor: int) -> bool:
        """Hold the file against other runs, where the system has such locks; whether nobody else holds it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some network drives know no locks
            pass
        return True

    def _sweep(path: Path) -> None:
        """Take away what a dead run left at `path`."""
        try:
            descriptor = os.open(path, _OLD)
        except OSError:  # mostly, there is none
            return
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(path)  # noqa: PTH108
        with suppress(OSError):
            os.close(descriptor)

    def _is_ours(descriptor: int) -> bool:
        """Whether we hold the new file: another run may have taken it for a dead one's before we locked it."""
        return lock(descriptor) and os.fstat(descriptor).st_nlink > 0
