"""What an outcome rests on, as a key: when any of it changes, the key does, and the file is linted anew."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from empathy_lint.outcome import File
from empathy_lint.reading.together.siblings import beside
from empathy_lint.settings.model import FileSettings
from empathy_lint.shipped import OPTIONAL, shipped_rules
from empathy_lint.store.identity import digest_of, identity, stamp_of, version_of

# What the names in these are, is checked for every file, also for those that an override does not speak of.
_CHECKED: frozenset[str] = frozenset(("select", "ignore", "severity", "rules", "words", "format-of"))


class Keys:
    """The keys of files in one run. `rewrites` says whether findings get rewrites in it."""

    def __init__(self, *, rewrites: bool) -> None:
        self._rewrites = rewrites
        self._setups: dict[FileSettings, bytes | None] = {}

    def of(self, file: File) -> bytes | None:
        """The key of a file; None where something that it rests on cannot be told.

        Its path counts as it is given, since channel and situation may be told by it.
        """
        if file.settings not in self._setups:
            self._setups[file.settings] = self._setup(file.settings)
        setup = self._setups[file.settings]
        if setup is None:
            return None
        how = (file.format or "").encode(), bytes([file.is_part])
        return digest_of([setup, os.fsencode(file.path), *how, *_beside(file.path), file.data])

    def _setup(self, settings: FileSettings) -> bytes | None:
        said = json.dumps(_said(settings), sort_keys=True).encode()
        try:
            return digest_of([identity(), bytes([self._rewrites]), said, *_files(settings)])
        except OSError:  # told once the file is linted
            return None


def _beside(path: str) -> Iterator[bytes]:
    """The other parts of the message that the file is one part of: which there are, not what is in them."""
    parts = beside(path)
    return (os.fsencode(part or "") for part in (parts.subject, parts.page, parts.body))


def _said(settings: FileSettings) -> list[object]:
    """All settings that have a say in what is found; not those that only judge it."""
    return [
        settings.channel,
        settings.situation,
        dict(settings.decided_by),
        sorted(settings.select),
        sorted(settings.ignore),
        {name: int(severity) for name, severity in settings.severities.items()},
        {name: list(words) for name, words in settings.words.items()},
        list(settings.allow),
        settings.tone,
        asdict(settings.reading),
        [[list(row.keys), sorted(row.rules), row.reason, str(row.origin)] for row in settings.silences],
        sorted([row.key, row.name, row.value] for row in settings.stated if row.key in _CHECKED),
    ]


def _files(settings: FileSettings) -> Iterator[bytes]:
    """What stands in the files that the settings name; raises OSError where that cannot be told."""
    for pack in settings.packs:
        yield _pack(pack)
    yield b"offers"
    if settings.offers is not None:
        yield settings.offers.read_bytes()
    yield b"pipeline"
    if settings.pipeline is not None:
        folder = Path(settings.pipeline)
        yield stamp_of(folder) if folder.is_dir() else f"{folder.name} {version_of(folder.name)}".encode()


def _pack(path: Path) -> bytes:
    if not path.exists():
        if (shipped_rules() / OPTIONAL / path.name).is_dir():
            return path.name.encode()
        raise FileNotFoundError  # of an installed package, which says by its own code where its rules are
    files = [path] if path.is_file() else sorted(file for end in ("*.yaml", "*.yml") for file in path.rglob(end))
    return digest_of(part for file in files for part in (os.fsencode(file), file.read_bytes()))
