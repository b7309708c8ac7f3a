"""Outcomes of earlier runs, and those of this one for the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from empathy_lint.kept.keys import Keys
from empathy_lint.kept.messages import UnkeepableError
from empathy_lint.kept.reports import Kind, kinds_in, read_kind, read_reports, write_reports
from empathy_lint.outcome import File, Outcome
from empathy_lint.reading.decoding import decode, encoding_of
from empathy_lint.reading.message import Source
from empathy_lint.store.store import Store


class Results:
    """What is known of files already, in a store that other runs may use at the same time."""

    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys
        self._kinds: dict[bytes, Kind] = {}

    def find(self, files: Sequence[File]) -> list[Outcome | None]:
        """The outcome for each file, where it is known; what cannot be read counts as not known."""
        keys = [self._keys.of(file) for file in files]
        values = self._store.get(key for key in keys if key is not None)
        data = {key: json.loads(value) for key, value in values.items()}
        self._learn(name for row in data.values() for name in kinds_in(row))
        return [self._read(data[key], file) if key in data else None for key, file in zip(keys, files, strict=True)]

    def keep(self, rows: Iterable[tuple[File, Outcome]]) -> None:
        """Keep the outcomes that last."""
        values: dict[bytes, bytes] = {}
        for file, outcome in rows:
            key = self._keys.of(file) if outcome.lasting else None
            if key is not None:
                values |= _written(key, outcome)
        self._store.put(values)

    def _learn(self, names: Iterable[bytes]) -> None:
        wanted = dict.fromkeys(name for name in names if name not in self._kinds)
        self._kinds |= {name: read_kind(value) for name, value in self._store.get(wanted).items()}

    def _read(self, data: list[object], file: File) -> Outcome | None:
        text = decode(file.path, file.data)
        source = Source(file.path, text, encoding_of(file.data).codec, options=file.settings.reading)
        try:
            return Outcome(read_reports(data, self._kinds, source, file.root), lasting=True)
        except KeyError:  # a kind that had to make room
            return None


def _written(key: bytes, outcome: Outcome) -> Mapping[bytes, bytes]:
    try:
        value, kinds = write_reports(outcome.reports)
    except UnkeepableError:
        return {}
    return {**kinds, key: value}
