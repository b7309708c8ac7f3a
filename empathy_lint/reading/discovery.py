"""Which files to read: those that are named, and in folders those that look like messages.

A path that is named is always tried. In folders, what git ignores, what tools make or bring along, hidden files and
the project's own papers are passed over; symbolic links to folders are not followed, so that no walk is endless.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.formats import CODE_SUFFIXES, DOUBTFUL_SUFFIXES, is_read
from empathy_lint.reading.papers import is_paper
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions
from empathy_lint.settings.resolving import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_PASSED_OVER: Final = frozenset(
    "node_modules bower_components vendor vendors third_party site-packages venv virtualenv __pycache__ dist build"
    " target out coverage htmlcov".split()
)
_NO_MESSAGES: Final = (".", "~$")  # hidden files, and Office's marks of who has a document open
_MOST_TYPES: Final = 4

_Asked = Callable[[str], bool]


class Passed(Enum):
    """Why a file in a folder was not read; the value counts such files: “3 {value}”."""

    TYPE = "of other types"
    PAPER = "about the project"
    EXCLUDED = "left out by the config"
    IGNORED = "ignored by git"
    LANGUAGE = "in other languages"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why; of a language that is not read, one for each text."""

    path: str
    reason: Passed


@dataclass(frozen=True)
class Found:
    """The files to read, in the order of the paths given, folders sorted; what is wrong; what is left out."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def discover(paths: Sequence[str], settings: Settings) -> Found:
    """Find the files behind `paths`; each file is found once, under the first path that leads to it."""
    walk = _Walk(settings)
    for path in paths:
        walk.start(path)
    return Found(tuple(walk.files.values()), tuple(walk.problems), tuple(walk.skipped))


def describe_skipped(skipped: Iterable[Skipped]) -> str:
    """One line on what was not read, or an empty string: “Not read: 4 files of other types (.png, .css).”"""
    rows = list(skipped)
    counts = Counter(row.reason for row in rows)
    parts = [f"{_counted(counts[reason], reason)} {reason.value}" for reason in Passed if counts[reason]]
    if not parts:
        return ""
    if counts[Passed.TYPE]:
        parts[0] += f" ({_types(row.path for row in rows if row.reason is Passed.TYPE)})"
    if counts[Passed.LANGUAGE]:
        parts[-1] += f" ({_some(row.path for row in rows if row.reason is Passed.LANGUAGE)})"
    return f"Not read: {', '.join(parts)}."


def _counted(number: int, reason: Passed) -> str:
    noun = "text" if reason is Passed.LANGUAGE else "file"
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _types(paths: Iterable[str]) -> str:
    """The most frequent endings."""
    counts = Counter(PurePath(path).suffix.lower() or "without an ending" for path in paths)
    return _some(sorted(counts, key=lambda name: (-counts[name], name)))


def _some(names: Iterable[str]) -> str:
    """The first of the names, each once."""
    rows = list(dict.fromkeys(names))
    return ", ".join(rows[:_MOST_TYPES]) + (", …" if len(rows) > _MOST_TYPES else "")


@dataclass
class _Walk:
    """What was found so far; files by their real path."""

    settings: Settings
    files: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def start(self, path: str) -> None:
        """Take in a path that the user named."""
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - Path would lose “./” and a trailing slash
        except (OSError, ValueError) as error:
            self.problems.append(_missing(path, error))
            return
        if stat.S_ISDIR(mode):
            self._folder(path, _rules_above(path))
        elif stat.S_ISREG(mode):
            self._take(path)
        else:
            message = "This is no regular file, so it is not read."
            self.problems.append(Problem(path, message, "To read from a pipe, write “-” as the path."))

    def _take(self, path: str) -> None:
        self.files.setdefault(os.path.realpath(path), path)

    def _folder(self, folder: str, above: tuple[_Ignored, ...]) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(_missing(folder, error))
            return
        rules = (*above, *_rules_in(folder))
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not self._is_passed_over(entry, rules):
                    self._folder(entry.path, rules)
            elif not entry.name.startswith(_NO_MESSAGES) and _is_file(entry):
                self._file(entry, rules)

    def _is_passed_over(self, entry: os.DirEntry[str], rules: tuple[_Ignored, ...]) -> bool:
        return (
            entry.name.startswith(".")
            or entry.name in _PASSED_OVER
            or _is_ignored(rules, f"{entry.path}/")
            or self._says(self.settings.excludes, f"{entry.path}/")
        )

    def _file(self, entry: os.DirEntry[str], rules: tuple[_Ignored, ...]) -> None:
        reason = self._reason(entry, rules)
        if reason is None:
            self._take(entry.path)
        else:
            self.skipped.append(Skipped(entry.path, reason))

    def _reason(self, entry: os.DirEntry[str], rules: tuple[_Ignored, ...]) -> Passed | None:
        if self._says(self.settings.excludes, entry.path):
            return Passed.EXCLUDED
        if _is_ignored(rules, entry.path):
            return Passed.IGNORED
        if self._says(self.settings.includes, entry.path):
            return None
        ending = PurePath(entry.name).suffix[1:].lower()
        options = self._options(entry.path)
        is_else = (ending in DOUBTFUL_SUFFIXES and not _is_catalogue(entry.path, options)) or (
            ending in CODE_SUFFIXES and not _is_mailer(entry.path, options)
        )
        if is_else or not is_read(entry.path, options):
            return Passed.TYPE
        return Passed.PAPER if is_paper(entry.name) else None

    def _says(self, ask: _Asked, path: str) -> bool:
        try:
            return ask(path)
        except ProblemError:  # told once the file is linted
            return False

    def _options(self, path: str) -> ReadingOptions:
        try:
            return self.settings.of(path).reading
        except ProblemError:
            return DEFAULT_READING


@dataclass(frozen=True)
class _Ignored:
    """The .gitignore of a folder."""

    folder: str
    spec: GitIgnoreSpec

    def says(self, path: str) -> bool | None:
        """Whether the path is ignored; None where the file does not speak of it."""
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(f"{relative}/" if path.endswith("/") else relative).include


def _is_ignored(rules: tuple[_Ignored, ...], path: str) -> bool:
    """What git would say: the nearest .gitignore that speaks of the path decides."""
    verdicts = (rule.says(path) for rule in reversed(rules))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _rules_in(folder: str | Path) -> Iterator[_Ignored]:
    path = Path(folder, ".gitignore")
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        from pathspec import GitIgnoreSpec  # most folders have no such file

        yield _Ignored(str(folder), GitIgnoreSpec.from_lines(lines))
    except (OSError, ValueError):  # git passes over what it cannot read, too
        return


def _rules_above(folder: str) -> tuple[_Ignored, ...]:
    """The .gitignore files above a named folder in its repository, unless they ignore the folder itself."""
    start = Path(folder).resolve()
    parents = list(start.parents)
    root = next((index for index, parent in enumerate([start, *parents]) if (parent / ".git").exists()), 0)
    rules = tuple(rule for parent in reversed(parents[:root]) for rule in _rules_in(parent))
    return () if _is_ignored(rules, f"{start}/") else rules


def _is_catalogue(path: str, options: ReadingOptions) -> bool:
    from empathy_lint.reading.catalogues.detection import is_catalogue  # needs parsers, where such a file is met

    return is_catalogue(path, options)


def _is_mailer(path: str, options: ReadingOptions) -> bool:
    from empathy_lint.reading.code.detection import is_mailer

    return is_mailer(path, options)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _missing(path: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(path, "There is no such file or folder.", _near(path))
    if isinstance(error, PermissionError):
        return Problem(path, "This may not be read.", "Ask for permission to read it, or leave it out.")
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(path, f"This cannot be read: {reason[:1].lower()}{reason[1:]}.")


def _near(path: str) -> str:
    """A hint at a file beside the missing one with nearly the same name."""
    import difflib

    wanted = PurePath(path)
    try:
        names = os.listdir(wanted.parent)  # noqa: PTH208
    except OSError:
        return "Check the path."
    close = difflib.get_close_matches(wanted.name, names, n=1)
    return f"Did you mean “{wanted.parent / close[0]}”?" if close else "Check the path."
