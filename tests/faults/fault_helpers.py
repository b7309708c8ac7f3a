"""Faults, one at a time: the nth call to the system fails, or is the last thing a process does."""

from __future__ import annotations

import errno
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CALLS = ("open", "stat", "access", "write", "fsync", "chown", "chmod", "replace", "unlink", "close")
LITTER = ".empathy-lint.tmp"
# In Python 3.10 paths call the system by references of their own.
PATHS = getattr(pathlib, "_normal_accessor", None)


@contextmanager
def failing(number: int, error: int = errno.ENOSPC) -> Iterator[list[str]]:
    """The call of that number fails, counted over all of `CALLS`; the list tells which it was, and is empty if none."""
    failed: list[str] = []
    count = 0

    def wrapped(name):
        real = getattr(os, name)

        def call(*args, **kwargs):
            nonlocal count
            count += 1
            if count != number:
                return real(*args, **kwargs)
            failed.append(name)
            if name == "access":  # says no instead of failing
                return False
            if name == "close":  # it is closed whatever it says
                real(*args, **kwargs)
            raise OSError(error, os.strerror(error))

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            real, call = getattr(os, name), wrapped(name)
            patch.setattr(os, name, call)
            if getattr(PATHS, name, None) is real:
                patch.setattr(PATHS, name, call)
        yield failed


_DRIVER = """
import os, pathlib, signal, sys
from pathlib import Path
from empathy_lint.files import replacing
from empathy_lint.fixing.atomic import replace_content

kind, path, calls = sys.argv[1], Path(sys.argv[2]), sys.argv[3].split(",")
old, new = b"old" * 9, b"new" * 9_000

def write():
    if kind == "fix":
        replace_content(str(path), old, new)
    else:
        with replacing(path) as file:
            for start in range(0, len(new), 1000):
                file.write(new[start:start + 1000].decode())

def killing(number, moment):
    count = 0
    def wrapped(real):
        def call(*args, **kwargs):
            nonlocal count
            count += 1
            if count != number:
                return real(*args, **kwargs)
            if moment == "after":
                real(*args, **kwargs)
            if moment == "half":
                os_write(args[0], bytes(args[1])[:10])
            os.kill(os.getpid(), signal.SIGKILL)
        return call
    os_write = os.write
    for name in ("write",) if moment == "half" else calls:
        real = getattr(os, name)
        setattr(os, name, wrapped(real))
        paths = getattr(pathlib, "_normal_accessor", None)  # what paths call in Python 3.10
        if getattr(paths, name, None) is real:
            setattr(paths, name, getattr(os, name))

def survived(number, moment):
    child = os.fork()
    if child == 0:
        killing(number, moment)
        write()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

kills = littered = 0
for moment in ("before", "half", "after"):
    number = 0
    while True:
        path.write_bytes(old)
        number += 1
        if survived(number, moment):
            break
        kills += 1
        assert path.read_bytes() in (old, new), (moment, number, path.read_bytes()[:30])
        littered += len(os.listdir(path.parent)) > 1
        path.write_bytes(old)
        write()
        assert path.read_bytes() == new
        assert os.listdir(path.parent) == [path.name], os.listdir(path.parent)
print(kills, littered)
"""


def kill_at_each_call(kind: str, path: Path) -> tuple[int, int]:
    """Writes `path` in process after process, each killed at another call; how many were, and how many left litter.

    After each the file is held to be whole, and the folder to be clean once the next process has written it.
    """
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER, kind, str(path), ",".join(CALLS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    kills, littered = map(int, done.stdout.split())
    return kills, littered


_KILLED = """
import os, signal
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from empathy_lint.cli import main
main()
"""


def run_killed(*words: str) -> subprocess.CompletedProcess[str]:
    """The program, killed once the new file is written and before it is put in place."""
    return subprocess.run([sys.executable, "-c", _KILLED, *words], capture_output=True, text=True, check=False)


@contextmanager
def full_disk() -> Iterator[None]:
    """A little of what is written fits still, then nothing more."""
    real, sizes = os.write, []

    def write(descriptor: int, data: bytes) -> int:
        sizes.append(len(data))
        if len(sizes) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, bytes(data)[:7])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        yield


@contextmanager
def read_only_folder() -> Iterator[None]:
    """No file can be made; those that are there can be opened. (The superuser may write whatever the modes say.)"""
    real = os.open

    def opened(path: str, flags: int, *rest, **named) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        yield
