"""Values by their keys in one SQLite file, read and written many at a time.

Several runs may use it at once, and any of them may be killed: SQLite's log makes each write whole or nothing. What is
not there, or cannot be read, is only worked out anew, so no mistake of the store's ever ends a run.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, Final

from empathy_lint.store.folder import make_folder, most_bytes

# A change of the tables gets a name of its own, so that an older program and a newer one do not meet in one file.
FILE: Final = "results-1.sqlite"
_BESIDE: Final = ("", "-wal", "-shm")
_TABLE: Final = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"
_ASKED: Final = 400  # keys in one question; SQLite allows 999 in its oldest versions
_PATIENCE: Final = 2.0  # seconds to wait for another run that is writing
_CHECK: Final = 8  # bytes before each value that tell whether it is whole
_ROOM: Final = 0.75  # of the size that is left once the oldest values have gone
_DAY: Final = 86_400
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds; `size` is in bytes."""

    values: int
    size: int


class Store:
    """Keeps values. A store that cannot be used is empty, and takes in nothing."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._written = False
        self._used: list[bytes] = []
        self._connection: sqlite3.Connection | None = None
        with self._unharmed():
            make_folder(folder)
            self._connection = self._opened()

    @property
    def is_usable(self) -> bool:
        """Whether values can be kept at all."""
        return self._connection is not None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are known."""
        found: dict[bytes, bytes] = {}
        today = _today()
        with self._unharmed():
            for some in _portions(keys):
                marks = ",".join("?" * len(some))
                rows = self._rows(f"SELECT key, value, day FROM kept WHERE key IN ({marks})", some)
                for key, value, day in rows:
                    if _is_whole(value):
                        found[key] = value[_CHECK:]
                    if day < today:  # noted once a day, so that most runs write nothing
                        self._used.append(key)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, in place of older ones with the same keys."""
        today = _today()
        with self._unharmed():
            if self._connection is not None and values:
                with self._connection:
                    rows = ((key, today, _check(value) + value) for key, value in values.items())
                    self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                self._written = True

    def close(self) -> None:
        """Note which values were used, let the oldest go where there are too many, and close."""
        with self._unharmed():
            if self._connection is not None:
                self._note_use()
                if self._written:
                    self._make_room()
                self._connection.close()
                self._connection = None

    def contents(self) -> Contents:
        """How much is kept."""
        with self._unharmed():
            return Contents(next(self._rows("SELECT count(*) FROM kept"), (0,))[0], size_on_disk(self.path.parent))
        return Contents(0, 0)

    def _rows(self, question: str, values: Iterable[object] = ()) -> Iterator[Any]:
        return iter(self._connection.execute(question, tuple(values))) if self._connection is not None else iter(())

    def _note_use(self) -> None:
        if self._used and self._connection is not None:
            with self._connection:
                today = _today()
                self._connection.executemany("UPDATE kept SET day = ? WHERE key = ?", ((today, k) for k in self._used))

    def _make_room(self) -> None:
        """Delete what was not used for longest. The file keeps its size, and what comes later takes the room."""
        if self._connection is None or self._live_bytes() <= most_bytes():
            return
        size, most = 0, int(most_bytes() * _ROOM)
        with self._connection:
            rows = self._connection.execute("SELECT rowid, length(value) FROM kept ORDER BY day DESC, rowid DESC")
            gone = [(number,) for number, length in rows if (size := size + length + 64) > most]
            self._connection.executemany("DELETE FROM kept WHERE rowid = ?", gone)

    def _live_bytes(self) -> int:
        pages, free, size = (
            next(self._rows(f"PRAGMA {name}"))[0] for name in ("page_count", "freelist_count", "page_size")
        )
        return (int(pages) - int(free)) * int(size)

    def _opened(self) -> sqlite3.Connection:
        # Made before SQLite makes it, so that nobody else can ever read it; its log takes over the permissions.
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        connection.execute("PRAGMA journal_mode = WAL")
        # A crash of the whole computer may cost the last values, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_TABLE)
        connection.commit()
        return connection

    @contextmanager
    def _unharmed(self) -> Iterator[None]:
        """A block in which whatever goes wrong leaves the run alone; a file that is broken makes room for a new one."""
        try:
            yield
        except sqlite3.OperationalError as error:  # full, locked, not to be written
            _LOG.debug("The cache is left alone: %s.", error)
        except sqlite3.DatabaseError as error:
            _LOG.debug("The cache is broken and begins anew: %s.", error)
            self._begin_anew()
        except OSError as error:
            _LOG.debug("There is no cache: %s.", error)

    def _begin_anew(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        with suppress(OSError, sqlite3.Error):
            remove(self.path.parent)
            self._connection = self._opened()


def is_there(folder: Path) -> bool:
    """Whether a folder holds a store."""
    return (folder / FILE).is_file()


def remove(folder: Path) -> int:
    """Delete the store in a folder, and nothing else there; how many bytes it took. Raises OSError."""
    size = size_on_disk(folder)
    for ending in _BESIDE:
        (folder / f"{FILE}{ending}").unlink(missing_ok=True)
    return size


def size_on_disk(folder: Path) -> int:
    """How many bytes the store in a folder takes."""
    files = [folder / f"{FILE}{ending}" for ending in _BESIDE]
    return sum(file.stat().st_size for file in files if file.is_file())


def _check(value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECK).digest()


def _is_whole(value: bytes) -> bool:
    """Whether a value is as it was written; SQLite would not see that a disk has changed a byte of it."""
    return value[:_CHECK] == _check(value[_CHECK:])


def _portions(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    rows = iter(keys)
    while some := list(islice(rows, _ASKED)):
        yield some


def _today() -> int:
    return int(time.time() // _DAY)
