"""Faults, one at a time: the nth call to the system fails, or is the last thing a process does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CALLS = ("open", "stat", "access", "write", "fsync", "chown", "chmod", "replace", "unlink", "close")
LITTER = ".empathy-lint.tmp"


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
            patch.setattr(os, name, wrapped(name))
        yield failed


_DRIVER = """
import os, signal, sys
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
        setattr(os, name, wrapped(getattr(os, name)))

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


_PROGRAM = """
import os, signal, sys
fault, number = sys.argv.pop(1), 0
real = os.write if fault == "full" else os.replace if fault == "kill" else os.open

def kill(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

def full(descriptor, data):
    # A little fits still, then nothing more.
    global number
    number += 1
    if number > 1:
        raise OSError(28, "No space left on device")
    return real(descriptor, bytes(data)[:7])

def read_only(path, flags, *rest, **named):
    if flags & os.O_CREAT:
        raise OSError(30, "Read-only file system")
    return real(path, flags, *rest, **named)

if fault == "kill":
    os.replace = kill
elif fault == "full":
    os.write = full
elif fault == "read-only":
    os.open = read_only
from empathy_lint.cli import main
main()
"""


def run_with(fault: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The program with a fault: `kill` (before the new file is put in place), `full`, `read-only`, or `none`."""
    command = [sys.executable, "-c", _PROGRAM, fault, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)
