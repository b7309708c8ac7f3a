"""What makes this installation give the results it gives: its own files, and the versions of what it is built on.

Nothing is imported to find out: the names of the folders in which installed packages describe themselves hold their
versions.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from empathy_lint import __version__
from empathy_lint.shipped import shipped_rules

# The packages whose versions may change a result; a test holds them against what the program depends on.
RESTS_ON: Final = frozenset(
    "lemminflect numpy onnxruntime pathspec pyahocorasick pydantic pyphen pyromark pyyaml regex spacy thinc tokenizers"
    " tomli tree-sitter tree-sitter-php tree-sitter-python tree-sitter-ruby tree-sitter-typescript"
    " vadersentiment".split()
)
_DESCRIBED: Final = re.compile(r"(.+?)-(\d[^-]*)\.(?:dist|egg)-info")
_PACKAGE: Final = Path(__file__).parents[1]
_SIZE: Final = 20


def digest_of(parts: Iterable[bytes]) -> bytes:
    """Twenty bytes that stand for the parts, in their order, each with its length."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


@lru_cache(maxsize=1)
def identity() -> bytes:
    """A digest of this installation: another one may give other results."""
    versions = sorted(_versions(RESTS_ON))
    python = ".".join(map(str, sys.version_info[:2]))
    return digest_of([__version__.encode(), python.encode(), *(row.encode() for row in versions), *_own_files()])


def version_of(package: str) -> str:
    """The installed version of a package as its folder tells it; empty where there is none."""
    return next(iter(sorted(_versions(frozenset({_plain(package)})))), "")


def stamp_of(folder: Path) -> bytes:
    """A digest of the names, sizes and times of all files in a folder, which changes when any of them does."""
    return digest_of(_stamps(str(folder)))


def _own_files() -> Iterator[bytes]:
    """What tells one state of our own files from another: the list that an installer wrote, or else their stamps."""
    record = _PACKAGE.parent / f"empathy_lint-{__version__}.dist-info" / "RECORD"
    rules = shipped_rules()
    if rules.parent == _PACKAGE and record.is_file():
        yield record.read_bytes()
        return
    yield from _stamps(str(_PACKAGE))
    if rules.parent != _PACKAGE:
        yield from _stamps(str(rules))


def _stamps(folder: str) -> Iterator[bytes]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _stamps(entry.path)
        elif not entry.name.endswith(".pyc"):
            known = entry.stat()
            yield f"{entry.path}\0{known.st_size}\0{known.st_mtime_ns}".encode(errors="surrogateescape")


def _versions(wanted: frozenset[str]) -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - quicker, and this is on the way of every run
        except OSError:
            continue
        for name in names:
            described = _DESCRIBED.fullmatch(name) if name.endswith("-info") else None
            if described is not None and _plain(described[1]) in wanted:
                yield f"{_plain(described[1])} {described[2]}"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
