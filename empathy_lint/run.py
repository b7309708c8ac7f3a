"""A whole run: paths in, one report out. What cannot be done becomes an error in it, and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from empathy_lint.attempts import attempt
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.outcome import File, Outcome
from empathy_lint.outcomes import Crew, Outcomes
from empathy_lint.reading.discovery import Passed, Skipped, discover
from empathy_lint.reading.formats import known_formats
from empathy_lint.reading.together.project import Project
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.scoring.summary import why_not
from empathy_lint.settings.loading import NAMES, OFFERS, shown
from empathy_lint.settings.model import DEFAULT_FAIL_ON, DEFAULT_FAIL_UNDER, NEVER, FileSettings, Flags, Silence
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions
from empathy_lint.settings.resolving import Settings
from empathy_lint.verbosity import tells_more
from empathy_lint.words import SEVERITIES

if TYPE_CHECKING:  # each is imported where it is wanted: most runs want no baseline, and some lint nothing
    from empathy_lint.checking.packs import Pack
    from empathy_lint.file_linter import FileLinter, MakeLinter
    from empathy_lint.kept.results import Results
    from empathy_lint.known.baseline import Baseline
    from empathy_lint.known.changes import Changes
    from empathy_lint.store.store import Store
    from empathy_lint.workers import Workers

STDIN: Final = "-"
_T = TypeVar("_T")
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class StandardInput:
    """Bytes that came over standard input, and the path that they are to be read and reported as."""

    path: str
    data: bytes
    format: str | None = None  # what to read them as; None: as settings, path and content tell


@dataclass(frozen=True)
class Workpiece:
    """A file as it was read, and the way to lint any version of it by the file's own settings.

    `lint` raises ProblemError for bytes that are no readable version of the file.
    """

    path: str
    data: bytes
    lint: Callable[[bytes], tuple[MessageReport, ...]]
    options: ReadingOptions = DEFAULT_READING


@dataclass(frozen=True)
class _Opened:
    """A file with all that is needed to judge it (None where that is not to be had), and what is wrong."""

    file: File | None
    problems: tuple[Problem, ...]


class Run:
    """Lints files by their settings.

    With `changes`, findings that were there before are set aside; so are those of the baseline that flags or config
    name, unless `baselines` is false. `rewrites` says whether findings get rewrites, which costs time; `follows`,
    whether files that a named one is put together from are linted with it. `make` makes the linters, for callers who
    keep them from one run to the next. With a `store`, files that it knows are not linted again; whoever opened it
    closes it. `jobs` is the number of processes that lint; None leaves it to the number of files. Raises ProblemError
    when the baseline that the flags name cannot be used.
    """

    def __init__(
        self,
        flags: Flags | None = None,
        config: Path | None = None,
        changes: Changes | None = None,
        *,
        baselines: bool = True,
        rewrites: bool = True,
        follows: bool = True,
        make: MakeLinter | None = None,
        store: Store | None = None,
        jobs: int | None = 1,
    ) -> None:
        self.settings = Settings(flags, config, store)
        self._rewrites = rewrites
        self._follows = follows
        self._make = make
        self._store = store
        self._jobs = jobs
        self._crew: Workers | None = None
        self._flags, self._config = flags or Flags(), config
        self._changes = changes
        self._uses_baselines = baselines
        self._baselines: dict[Path, Baseline] = {}
        self._paths: tuple[str, ...] = ()
        self._stdin: StandardInput | None = None
        self._errors: dict[Problem, None] = {}
        self._linted_by: dict[FileSettings, None] = {}
        self._gates: set[tuple[float, str]] = set()
        self._failed = False
        self._skipped: tuple[Skipped, ...] = ()
        self._project = Project()
        self._silences: dict[str, Silence] = {}  # by the place where the config says so
        self._used: set[str] = set()
        if flags is not None and flags.baseline is not None:
            self._baseline(flags.baseline)

    def lint_paths(
        self, paths: Sequence[str], stdin: StandardInput | None = None, on_progress: OnProgress | None = None
    ) -> RunReport:
        """Lint files, folders and, where `-` is among the paths, standard input.

        `on_progress` is told how many of how many files are done.
        """
        messages = tuple(self.reports(paths, stdin, on_progress))
        return replace(self.finish(), messages=messages)

    def reports(
        self, paths: Sequence[str], stdin: StandardInput | None = None, on_progress: OnProgress | None = None
    ) -> Iterator[MessageReport]:
        """The same, a report at a time, as soon as it is made; none is kept. `finish` tells how the run went."""
        self._paths, self._stdin = tuple(paths), stdin
        found = discover([path for path in paths if path != STDIN], self.settings)
        self._report(found.problems)
        self._skipped = found.skipped
        self._project = Project(paths, found.files)
        sources = ([stdin] if stdin else []) + list(found.files)
        done, total = 0, len(sources)
        try:
            while sources:
                followed: list[str | StandardInput] = []
                for opened, outcome in self._outcomes.of(map(self._opened, sources), lambda row: row.file):
                    self._report(opened.problems)
                    if opened.file is not None and outcome is not None:
                        followed += self._followed(outcome.reports) if self._follows else []
                        yield from self._told(opened.file, outcome)
                    done += 1
                    if on_progress:
                        on_progress(done, total)
                sources, total = followed, total + len(followed)
        finally:
            if self._crew is not None:
                self._crew.close()

    def _followed(self, reports: Iterable[MessageReport]) -> list[str]:
        """The files that messages are put together from, unless they are linted anyway, or left out by the config."""
        others = self._project.others(path for report in reports for path in report.message.read_with)
        return [path for path in others if not self.attempt(path, lambda path=path: self.settings.excludes(path))]  # type: ignore[misc]

    def finish(self) -> RunReport:
        """How the run went, without its messages; its gate is the strictest where the configs of files differ."""
        return RunReport(
            messages=(),
            errors=tuple(self._errors),
            passed=not self._failed and not self._errors,
            fail_under=max((fail_under for fail_under, _ in self._gates), default=DEFAULT_FAIL_UNDER),
            fail_on=min((fail_on for _, fail_on in self._gates), key=_strictness, default=DEFAULT_FAIL_ON),
            skipped=self._skipped,
            packs=self._packs,
            idle=tuple(silence for place, silence in self._silences.items() if place not in self._used),
            gone=tuple(row for baseline in self._baselines.values() for row in baseline.gone(self._paths)),
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What could not be done so far."""
        return tuple(self._errors)

    def unused_offers(self) -> Problem | None:
        """That offers lie where the program runs, or beside what was linted, and no settings speak of any."""
        if not self._linted_by or any(settings.offers for settings in self._linted_by):
            return None
        named = [Path(path) for path in self._paths if path != STDIN]
        folders = [Path(), *(path if path.is_dir() else path.parent for path in named)]
        found = next((folder / OFFERS for folder in folders if (folder / OFFERS).is_file()), None)
        if found is None:
            return None
        config = next((settings.config for settings in self._linted_by if settings.config), None)
        remedy = f"Put a file {NAMES[0]} beside it, with the line “offers: {OFFERS}”."
        if config is not None:
            name = os.path.relpath(found, config.parent).replace(os.sep, "/")
            remedy = f"Name it in {shown(config)} with the line “offers: {name}”."
        return Problem(str(found), "These offers are not used, because no settings speak of them.", remedy)

    def workpieces(self, paths: Sequence[str], stdin: StandardInput | None = None) -> Iterator[Workpiece]:
        """The files that `lint_paths` would lint, one by one, each with what it takes to lint changed versions."""
        found = discover([path for path in paths if path != STDIN], self.settings)
        self._report(found.problems)
        self._project = Project(paths, found.files)
        for source in ([stdin] if stdin else []) + list(found.files):
            path = source.path if isinstance(source, StandardInput) else source
            piece = self.attempt(path, lambda source=source: self._workpiece(source))  # type: ignore[misc]
            if piece is not None:
                yield piece

    def attempt(self, path: str, work: Callable[[], _T]) -> _T | None:
        """The result of work on a file, or None after noting in `errors` what went wrong."""
        return attempt(path, work, self._report)

    @cached_property
    def _outcomes(self) -> Outcomes:
        return Outcomes(self._crew_for, self._results())

    def _crew_for(self, files: Sequence[File]) -> Crew:
        """Who lints so many files: workers where that pays, and from then on."""
        if self._crew is None and self._jobs != 1:
            from empathy_lint.workers import Orders, Workers, jobs_for

            jobs = jobs_for(self._jobs, files)
            if jobs > 1:
                orders = Orders(self._flags, self._config, self._rewrites, tells_more())
                self._crew = Workers(jobs, orders, lambda: self._linter)
        return self._crew or self._linter

    def _results(self) -> Results | None:
        if self._store is None:
            return None
        from empathy_lint.kept.keys import Keys
        from empathy_lint.kept.results import Results

        return Results(self._store, Keys(rewrites=self._rewrites))

    @cached_property
    def _linter(self) -> FileLinter:
        from empathy_lint.file_linter import FileLinter

        return FileLinter(rewrites=self._rewrites, make=self._make)

    def _packs(self) -> tuple[Pack, ...]:
        for settings in self._linted_by:
            self._linter.setup(settings)
        return self._linter.packs

    def _workpiece(self, source: str | StandardInput) -> Workpiece:
        file = self._read(source)
        self._report(self._linter.setup(file.settings).problems)
        options = file.settings.reading
        return Workpiece(file.path, file.data, lambda version: self._linter.lint_version(file, version), options)

    def _opened(self, source: str | StandardInput) -> _Opened:
        path = source.path if isinstance(source, StandardInput) else source
        problems: list[Problem] = []
        file = attempt(path, lambda: self._read(source), problems.extend)
        baseline = file.settings.baseline if file is not None and self._uses_baselines else None
        # Without what the baseline accepts, the result would not be what was asked for.
        if baseline and attempt(path, lambda: self._baseline(baseline), problems.extend) is None:
            file = None
        return _Opened(file, tuple(problems))

    def _read(self, source: str | StandardInput) -> File:
        path = source.path if isinstance(source, StandardInput) else source
        settings = self.settings.of(path)
        data = _bytes_of(path, settings.reading.limits.bytes) if isinstance(source, str) else source.data
        name = _format_name(source, settings)
        return File(path, data, settings, name, self._project.root_of(path), self._project.is_part(path))

    def _told(self, file: File, outcome: Outcome) -> Iterator[MessageReport]:
        """The reports on one file, after noting what else is known of it."""
        self._report(outcome.problems)
        self._skipped += (Skipped(file.path, Passed.LANGUAGE),) * outcome.others
        if outcome.reports or not outcome.problems:
            for silence in file.settings.silences:
                self._silences.setdefault(str(silence.origin), silence)
        yield from self._judged(file, outcome.reports)

    def _judged(self, file: File, reports: Sequence[MessageReport]) -> Iterator[MessageReport]:
        """The reports on one file, what was there before set aside, each told whether it passes."""
        if not reports:
            return
        settings = file.settings
        self._linted_by[settings] = None
        self._gates.add((settings.fail_under, settings.fail_on))
        for report in self.attempt(file.path, lambda: self._new(file, reports)) or ():
            reasons = why_not(report, settings.fail_under, settings.fail_on)
            self._failed |= bool(reasons)
            self._used |= {row.suppression.said_by for row in report.suppressed}
            yield replace(report, reasons=reasons)

    def _new(self, file: File, reports: Sequence[MessageReport]) -> Sequence[MessageReport]:
        """The reports on a file, with what was there before set aside."""
        path = file.settings.baseline
        if path is not None and self._uses_baselines:
            reports = self._baseline(path).judge(reports)
        if self._changes is not None:
            is_stdin = self._stdin is not None and self._stdin.path == file.path
            reports = self._changes.judge(reports, lambda data: self._before(file, data), is_stdin=is_stdin)
        return reports

    def _before(self, file: File, data: bytes) -> Sequence[MessageReport]:
        """The reports on an older version of a file; none where it could not be read."""
        try:
            return self._linter.lint_version(file, data, rewrites=False)
        except ProblemError:
            return ()

    def _baseline(self, path: Path) -> Baseline:
        if path not in self._baselines:
            from empathy_lint.known.baseline import Baseline
            from empathy_lint.known.baseline_file import read_baseline

            self._baselines[path] = Baseline(path, read_baseline(path, shown(path)))
        return self._baselines[path]

    def _report(self, problems: Iterable[Problem]) -> None:
        self._errors.update(dict.fromkeys(problems))


def _strictness(fail_on: str) -> int:
    return len(SEVERITIES) + 1 if fail_on == NEVER else SEVERITIES[fail_on]


def _format_name(source: str | StandardInput, settings: FileSettings) -> str | None:
    if isinstance(source, StandardInput) and source.format is not None:
        return source.format
    # A format that does not exist was told with its place in the config.
    return settings.format if settings.format in known_formats() else None


def _bytes_of(path: str, most: int) -> bytes:
    """The bytes of a file; where it has more than `most`, one more, and reading tells that it is too much."""
    try:
        # Not read_file: its Path would lose the “./” that the user wrote.
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(most + 1)
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(path, f"This file cannot be read: {reason}.")) from error
