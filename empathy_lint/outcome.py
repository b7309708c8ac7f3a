"""A file on its way through a run, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_lint.errors import Problem
from empathy_lint.scoring.report import MessageReport
from empathy_lint.settings.model import FileSettings


@dataclass(frozen=True)
class File:
    """A file as it was read, and how it is to be linted. `format` is what it is read as; None where itself tells.

    What it is put together from lies in the folder `root`; `is_part` says that other files are put together from it.
    """

    path: str
    data: bytes
    settings: FileSettings
    format: str | None = None
    root: str | None = None
    is_part: bool = False


@dataclass(frozen=True)
class Outcome:
    """The reports on the messages of a file, and what could not be done or is wrong with its settings.

    `lasting` says whether the same bytes and settings give the same again: all went well, and nothing but the file
    itself, our own rules and the user's had a say.
    """

    reports: tuple[MessageReport, ...]
    problems: tuple[Problem, ...] = ()
    lasting: bool = False
    others: int = 0  # texts in other languages, which were left out
