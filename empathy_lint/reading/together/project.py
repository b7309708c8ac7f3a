"""The files of one run among each other: which are put into others, and how far each may look for others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

# Without one of these words no file names another.
_NAMES_OTHERS: Final = re.compile(
    rb"(?:\{[%{]?|<[%#]|@)[-=~\s]*(?:include|includeIf|extends|layout|render|sections?|embed|component|template)\b"
    rb"|\{\{#?\s*>|<mj-include"
)
_MOST_BYTES: Final = 1_000_000


def names_others(data: bytes) -> bool:
    """Whether a file may name other files that it is put together from."""
    return _NAMES_OTHERS.search(data) is not None


class Project:
    """The files of a run, by the paths that were given for it."""

    def __init__(self, given: Sequence[str] = (), files: Sequence[str] = ()) -> None:
        self._given = [path for path in given if os.path.isdir(path)]  # noqa: PTH112 - paths stay as they were given
        self._roots: dict[Path, str] = {}  # by the folder of the file
        self._files = {os.path.realpath(path) for path in files}
        self._parts = {os.path.realpath(named) for path in files for named in self._named_by(path)}

    def root_of(self, path: str) -> str:
        """The folder that a file's includes may lie in: its repository, or the folder that was given, or its own."""
        here = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow links
        if here not in self._roots:
            self._roots[here] = self._root_above(here)
        return self._roots[here]

    def _root_above(self, here: Path) -> str:
        repository = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
        if repository is not None:
            return str(repository)
        holding = [each for each in self._given if here.is_relative_to(os.path.abspath(each))]  # noqa: PTH100
        return max(holding, key=len, default=str(here))

    def is_part(self, path: str) -> bool:
        """Whether another file of the run includes the file, or is put into it."""
        return os.path.realpath(path) in self._parts

    def others(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths that are no files of the run yet; now they are, as parts of what they were found for."""
        found = []
        for path in paths:
            real = os.path.realpath(path)
            if real not in self._files:
                self._files.add(real)
                self._parts.add(real)
                found.append(path)
        return found

    def _named_by(self, path: str) -> Iterator[str]:
        try:
            with Path(path).open("rb") as file:
                data = file.read(_MOST_BYTES)
        except OSError:  # reading it tells what is wrong
            return
        if not names_others(data):
            return
        from empathy_lint.reading.dialects import scan_template  # most files name no others
        from empathy_lint.reading.message import Source
        from empathy_lint.reading.together.lookup import find_file
        from empathy_lint.reading.together.references import find_references

        source = Source(path, data.decode("utf-8", "replace"))
        for reference in find_references(path, source.text, scan_template(source).tokens):
            found = find_file(reference.name, path, self.root_of(path))
            if found is not None:
                yield found
