"""The face for Python programs: a text or files in, reports out. Nothing is printed.

What `empathy_lint` offers by name comes from here; everything else in the package may change between versions.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.file_linter import MakeLinter, make_linter
from empathy_lint.known.changes import Changes
from empathy_lint.linter import Linter
from empathy_lint.reading.formats import known_formats
from empathy_lint.run import STDIN, Run, StandardInput
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.settings.model import NEVER, Flags
from empathy_lint.words import CHANNELS, SEVERITIES, SITUATIONS

__all__ = ["Finding", "Linter", "MessageReport", "Problem", "ProblemError", "RunReport", "lint", "lint_files"]

PathLike = str | os.PathLike[str]
# Rules and models take seconds to load; a program that lints one text after the other loads them once.
_kept: Final[MakeLinter] = lru_cache(maxsize=4)(make_linter)
# spaCy pipelines and our memory of sentences are not made for two threads at a time.
_TURN: Final = Lock()


def lint(
    text: str,
    *,
    path: PathLike = STDIN,
    format: str | None = None,  # noqa: A002 - the word that everybody uses
    channel: str | None = None,
    situation: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_under: float | None = None,
    fail_on: str | None = None,
    config: PathLike | None = None,
    allow_outside: bool = False,
    rewrites: bool = True,
) -> MessageReport:
    """Lint a text, which may be a template, and report on the message in it (the first, where it holds many).

    `path` is the name that the text is reported under; it need not exist. Its ending helps to tell the format, and
    settings are those of `config` or of the nearest config above it, as on the command line. `format` says what the
    text is (`text`, `markdown`, `html` …); `channel`, `situation`, `select`, `ignore`, `fail_under` and `fail_on` mean
    what the options of `empathy-lint check` mean and win over settings. `allow_outside` lets a config name files
    outside of its project. Without `rewrites` it is quicker.

    Positions are code points of `report.message.source.text`, which is `text` without a byte order mark.

    Raises ProblemError, with all that is wrong, when anything could not be done as it was asked: a text that is empty
    or no message, a mistake in settings or rules, a word that is not known.
    """
    _check_word("format", format, known_formats())
    flags = _flags(channel, situation, select, ignore, fail_under, fail_on, allow_outside=allow_outside)
    name = os.fspath(path)
    try:
        source = StandardInput(name, text.encode("utf-8"), format)
    except UnicodeEncodeError as error:
        remedy = "Decode the message with the encoding that it was written in."
        raise ProblemError(Problem(name, "The text holds half characters (surrogates).", remedy)) from error
    with _TURN:
        report = Run(flags, _path(config), rewrites=rewrites, follows=False, make=_kept).lint_paths([STDIN], source)
    if report.errors:
        raise ProblemError(*report.errors)
    if not report.messages:
        raise ProblemError(Problem(name, "There is no message in this text.", "Give it the words that are sent."))
    return report.messages[0]


def lint_files(
    paths: PathLike | Iterable[PathLike],
    *,
    channel: str | None = None,
    situation: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_under: float | None = None,
    fail_on: str | None = None,
    config: PathLike | None = None,
    allow_outside: bool = False,
    baseline: PathLike | None = None,
    changed_since: str | None = None,
    rewrites: bool = True,
) -> RunReport:
    """Lint files and folders as `empathy-lint check` does; every argument means what its option means.

    What could not be done is in `report.errors`, and the rest is linted. Raises ProblemError only for what spoils the
    whole run: an argument that is not known, a baseline that cannot be used, a revision that git does not know.
    """
    rows = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    names = [os.fspath(path) for path in rows]
    if STDIN in names:
        raise ProblemError(Problem(STDIN, "Standard input is no file.", "Read it, and give the text to lint()."))
    flags = _flags(
        channel, situation, select, ignore, fail_under, fail_on, _path(baseline), allow_outside=allow_outside
    )
    changes = None if changed_since is None else Changes(changed_since)
    with _TURN:
        return Run(flags, _path(config), changes, rewrites=rewrites, make=_kept).lint_paths(names)


def _flags(
    channel: str | None,
    situation: str | None,
    select: Iterable[str],
    ignore: Iterable[str],
    fail_under: float | None,
    fail_on: str | None,
    baseline: Path | None = None,
    *,
    allow_outside: bool = False,
) -> Flags:
    """The arguments, held against the words that are known; raises ProblemError."""
    _check_word("channel", channel, CHANNELS)
    _check_word("situation", situation, SITUATIONS)
    _check_word("fail_on", fail_on, (*SEVERITIES, NEVER))
    if fail_under is not None and not 0 <= fail_under <= 100:
        raise ProblemError(Problem("", f"fail_under: {fail_under:g} is no score.", "Give a number from 0 to 100."))
    return Flags(
        channel, situation, fail_under, fail_on, _names(select), _names(ignore), baseline, allow_outside=allow_outside
    )


def _check_word(argument: str, word: str | None, known: Collection[str]) -> None:
    if word is not None and word not in known:
        raise ProblemError(Problem("", f"{argument}: “{word}” is not known.", nearest(word, known)))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _path(path: PathLike | None) -> Path | None:
    return None if path is None else Path(path)
