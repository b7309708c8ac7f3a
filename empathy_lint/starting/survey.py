"""What messages there are: where they stand, what they are sent as, what they are about. Nothing is linted for that."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from empathy_lint.checking.inference import Inference
from empathy_lint.checking.packs import load_packs
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.discovery import discover
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.settings.resolving import Settings

# Folders that mostly hold messages, by what teams call them.
_MESSAGE_FOLDERS: Final = frozenset(
    "letter letters email emails mail mails mailer mailers message messages notification notifications sms push"
    " templates".split()
)
_MOST_PLACES: Final = 5  # more would be a question that nobody reads
_MOST_READ: Final = 200  # files of each place; enough to tell what it mostly holds
EVERYWHERE: Final = "."


@dataclass(frozen=True)
class Place:
    """A file or folder with messages, and how many of those that were read are sent as what, and about what."""

    path: str  # from the working folder, with forward slashes
    is_folder: bool
    files: int
    endings: tuple[str, ...] = ()  # of its files, without the dot, the most frequent first
    channels: Mapping[str, int] = field(default_factory=dict)
    situations: Mapping[str, int] = field(default_factory=dict)


def likely_places() -> tuple[str, ...]:
    """Folders below the working folder whose names say that they hold messages; the working folder where none does."""
    found = {
        place
        for path in discover([EVERYWHERE], Settings()).files
        if (place := _named_for_messages(PurePath(os.path.normpath(path)).parts[:-1])) is not None
    }
    return tuple(sorted(found)) if 0 < len(found) <= _MOST_PLACES else (EVERYWHERE,)


def survey(paths: Sequence[str]) -> tuple[Place, ...]:
    """Look at each place; a file that cannot be read is counted and not looked into.

    Raises ProblemError for a path that is not there, or that lies outside of the working folder.
    """
    inference = load_packs(()).inference
    return tuple(_look(path, inference) for path in dict.fromkeys(map(_inside, paths)))


def total(tables: Sequence[Mapping[str, int]]) -> Counter[str]:
    """The tables of several places as one."""
    return sum((Counter(table) for table in tables), Counter())


def _named_for_messages(folders: Sequence[str]) -> str | None:
    """The path down to the first folder with such a name."""
    number = next((number for number, name in enumerate(folders, 1) if name.lower() in _MESSAGE_FOLDERS), None)
    return "/".join(folders[:number]) if number else None


def _inside(path: str) -> str:
    """The path from the working folder, to which settings are going to be written."""
    relative = Path(os.path.relpath(path)).as_posix()
    if relative == ".." or relative.startswith("../"):
        remedy = "Go to a folder that holds all messages, and begin there."
        raise ProblemError(Problem(path, "This lies outside of the folder that the settings are for.", remedy))
    return relative


def _look(path: str, inference: Inference) -> Place:
    found = discover([path], Settings())
    if found.problems:
        raise ProblemError(*found.problems)
    endings = Counter(PurePath(file).suffix[1:].lower() for file in found.files)
    step = max(1, -(-len(found.files) // _MOST_READ))  # evenly over the place, for folders differ
    messages = [message for file in found.files[::step] for message in _messages(file)]
    return Place(
        path,
        Path(path).is_dir(),
        len(found.files),
        tuple(ending for ending, _ in endings.most_common() if ending),
        Counter(message.declared.get("channel") or inference.channel(message) for message in messages),
        Counter(message.declared.get("situation") or inference.situation(message) for message in messages),
    )


def _messages(file: str) -> Iterator[Message]:
    try:
        yield from read(file, Path(file).read_bytes()).messages
    except (ProblemError, OSError):  # told with its place once the file is checked
        return
