"""A whole run: paths in, one report out. What cannot be done becomes an error in it, and the rest goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from typing import Final, TypeVar

from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.phrases import Phrase, PhraseError, compile_phrase
from empathy_lint.checking.selection import Selection, selectable
from empathy_lint.checking.silence import silenced_by_key
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.known.baseline import Baseline
from empathy_lint.known.baseline_file import read_baseline
from empathy_lint.known.changes import Changes
from empathy_lint.language.analyser import Analyser
from empathy_lint.language.tone.model import ToneModel
from empathy_lint.linter import Linted, Linter, Wishes
from empathy_lint.reading.container import Reading
from empathy_lint.reading.discovery import Passed, Skipped, discover
from empathy_lint.reading.formats import known_formats
from empathy_lint.reading.message import Message
from empathy_lint.reading.office.package import MAX_PACKED_BYTES
from empathy_lint.reading.reader import read
from empathy_lint.reading.together.project import Project
from empathy_lint.rewriting.offers_file import Offers, load_offers
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.scoring.summary import why_not
from empathy_lint.settings.loading import shown
from empathy_lint.settings.model import (
    DEFAULT_FAIL_ON,
    DEFAULT_FAIL_UNDER,
    NEVER,
    FileSettings,
    Flags,
    Silence,
    Statement,
)
from empathy_lint.settings.names import unknown_names
from empathy_lint.settings.resolving import Settings
from empathy_lint.words import SEVERITIES

# Files that are parsed together: enough for the parser to be quick, few enough to keep memory flat.
_BATCH: Final = 24
STDIN: Final = "-"
_LOG: Final = logging.getLogger(__name__)
_T = TypeVar("_T")
OnProgress = Callable[[int, int], None]
MakeLinter = Callable[[tuple[Path, ...], str | None, bool], tuple[Pack, Linter]]


@dataclass(frozen=True)
class StandardInput:
    """Bytes that came over standard input, and the path that they are to be read and reported as."""

    path: str
    data: bytes
    format: str | None = None  # what to read them as; None: as settings, path and content tell


@dataclass(frozen=True)
class _Job:
    """A message on its way, and the linter and the wishes it goes to."""

    message: Message
    linter: Linter
    wishes: Wishes
    settings: FileSettings

    def lint(self) -> Linted:
        return self.linter.lint(self.message, self.wishes)


@dataclass(frozen=True)
class Workpiece:
    """A file as it was read, and the way to lint any version of it by the file's own settings.

    `lint` raises ProblemError for bytes that are no readable version of the file.
    """

    path: str
    data: bytes
    lint: Callable[[bytes], tuple[MessageReport, ...]]


class Run:
    """Lints files by their settings. Packs and selections are made once for all files that share them.

    With `changes`, findings that were there before are set aside; so are those of the baseline that flags or config
    name, unless `baselines` is false. `rewrites` says whether findings get rewrites, which costs time; `follows`,
    whether files that a named one is put together from are linted with it. `make` makes the linters, for callers who
    keep them from one run to the next. Raises ProblemError when the baseline that the flags name cannot be used.
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
    ) -> None:
        self.settings = Settings(flags, config)
        self._rewrites = rewrites
        self._follows = follows
        self._make = make or make_linter
        self._changes = changes
        self._uses_baselines = baselines
        self._baselines: dict[Path, Baseline] = {}
        self._paths: tuple[str, ...] = ()
        self._stdin: StandardInput | None = None
        self._errors: dict[Problem, None] = {}
        self._linters: dict[tuple[tuple[Path, ...], str | None, bool], tuple[Pack, Linter]] = {}
        self._wishes: dict[FileSettings, Wishes] = {}
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
        while sources:
            followed: list[str | StandardInput] = []
            for batch in _batches(sources):
                jobs = [job for source in batch for job in self._jobs(source)]
                for _, file in groupby(self._lint(jobs), key=lambda row: row[0].message.path):
                    yield from self._judged(list(file))
                followed += self._followed(job.message for job in jobs) if self._follows else []
                done += len(batch)
                if on_progress:
                    on_progress(done, total)
            sources, total = followed, total + len(followed)

    def _followed(self, messages: Iterable[Message]) -> list[str]:
        """The files that messages are put together from, unless they are linted anyway, or left out by the config."""
        others = self._project.others(path for message in messages for path in message.read_with)
        return [path for path in others if not self._attempt(path, lambda path=path: self.settings.excludes(path))]  # type: ignore[misc]

    def finish(self) -> RunReport:
        """How the run went, without its messages; its gate is the strictest where the configs of files differ."""
        return RunReport(
            messages=(),
            errors=tuple(self._errors),
            passed=not self._failed and not self._errors,
            fail_under=max((fail_under for fail_under, _ in self._gates), default=DEFAULT_FAIL_UNDER),
            fail_on=min((fail_on for _, fail_on in self._gates), key=_strictness, default=DEFAULT_FAIL_ON),
            skipped=self._skipped,
            packs=tuple(pack for pack, _ in self._linters.values()),
            idle=tuple(silence for place, silence in self._silences.items() if place not in self._used),
            gone=tuple(row for baseline in self._baselines.values() for row in baseline.gone(self._paths)),
        )

    def _judged(self, rows: Sequence[tuple[_Job, MessageReport]]) -> Iterator[MessageReport]:
        """The reports on one file, what was there before set aside, each told whether it passes."""
        job, settings = rows[0][0], rows[0][0].settings
        self._gates.add((settings.fail_under, settings.fail_on))
        for report in self._attempt(job.message.path, lambda: self._new(job, [report for _, report in rows])) or ():
            reasons = why_not(report, settings.fail_under, settings.fail_on)
            self._failed |= bool(reasons)
            self._used |= {row.suppression.said_by for row in report.suppressed}
            yield replace(report, reasons=reasons)

    def _new(self, job: _Job, reports: Sequence[MessageReport]) -> Sequence[MessageReport]:
        """The reports on the file of a job, with what was there before set aside."""
        path = job.settings.baseline
        if path is not None and self._uses_baselines:
            reports = self._baseline(path).judge(reports)
        if self._changes is not None:
            is_stdin = self._stdin is not None and self._stdin.path == job.message.path
            reports = self._changes.judge(reports, lambda data: _lint_before(job, data), is_stdin=is_stdin)
        return reports

    def _baseline(self, path: Path) -> Baseline:
        if path not in self._baselines:
            self._baselines[path] = Baseline(path, read_baseline(path, shown(path)))
        return self._baselines[path]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What could not be done so far."""
        return tuple(self._errors)

    def workpieces(self, paths: Sequence[str], stdin: StandardInput | None = None) -> Iterator[Workpiece]:
        """The files that `lint_paths` would lint, one by one, each with what it takes to lint changed versions."""
        found = discover([path for path in paths if path != STDIN], self.settings)
        self._report(found.problems)
        self._project = Project(paths, found.files)
        for source in ([stdin] if stdin else []) + list(found.files):
            path = source.path if isinstance(source, StandardInput) else source
            piece = self._attempt(path, lambda source=source, path=path: self._workpiece(source, path))  # type: ignore[misc]
            if piece is not None:
                yield piece

    def attempt(self, path: str, work: Callable[[], _T]) -> _T | None:
        """The result of work on a file, or None after noting in `errors` what went wrong."""
        return self._attempt(path, work)

    def _workpiece(self, source: str | StandardInput, path: str) -> Workpiece:
        settings = self.settings.of(path)
        linter, wishes = self._prepared(settings)
        data = _bytes_of(source)

        def lint(version: bytes) -> tuple[MessageReport, ...]:
            reading = self._reading(path, version, _format_name(source, settings))
            silent = [silenced_by_key(message, settings.silences) for message in reading.messages]
            return tuple(row.report for row in linter.lint_all((message, wishes) for message in silent))

        return Workpiece(path, data, lint)

    def _reading(self, path: str, data: bytes, format_name: str | None) -> Reading:
        project = self._project
        return read(path, data, format_name=format_name, root=project.root_of(path), is_part=project.is_part(path))

    def _jobs(self, source: str | StandardInput) -> Iterator[_Job]:
        """The messages of a file, ready to be linted."""
        path = source.path if isinstance(source, StandardInput) else source
        settings = self._attempt(path, lambda: self.settings.of(path))
        if settings is None:
            return
        prepared = self._attempt(path, lambda: self._prepared(settings))
        reading = self._attempt(path, lambda: self._reading(path, _bytes_of(source), _format_name(source, settings)))
        if prepared is None or reading is None:
            return
        baseline = settings.baseline
        # Without what the baseline accepts, the result would not be what was asked for.
        if baseline and self._uses_baselines and self._attempt(path, lambda: self._baseline(baseline)) is None:
            return
        self._report(reading.problems)
        self._skipped += (Skipped(path, Passed.LANGUAGE),) * reading.others
        for silence in settings.silences:
            self._silences.setdefault(str(silence.origin), silence)
        for message in reading.messages:
            yield _Job(silenced_by_key(message, settings.silences), *prepared, settings)

    def _lint(self, jobs: Sequence[_Job]) -> Iterator[tuple[_Job, MessageReport]]:
        """Reports in the order of the jobs; where the batch as a whole fails, each message is tried by itself."""
        linted: list[Linted | None] = []
        try:
            linted += _lint_together(jobs)
        except Exception:
            # Whatever it was, it is told below with the message that caused it.
            linted = [self._attempt(job.message.path, job.lint) for job in jobs]
        for job, row in zip(jobs, linted, strict=True):
            if row is not None:
                self._report(row.problems)
                yield job, row.report

    def _prepared(self, settings: FileSettings) -> tuple[Linter, Wishes]:
        key = (settings.packs, settings.pipeline, settings.tone)
        if key not in self._linters:
            self._linters[key] = self._make(*key)
            self._report(self._linters[key][0].problems)
        pack, linter = self._linters[key]
        if settings not in self._wishes:
            unknown = unknown_names(settings, frozenset(selectable(pack)), known_formats())
            # Without what a flag meant, the result would not be what was asked for; a config may name more than that.
            if any(not problem.path for problem in unknown):
                raise ProblemError(*unknown)
            self._report(unknown)
            selection = self._selection(settings)
            decided_by = dict(settings.decided_by)
            self._wishes[settings] = Wishes(
                settings.channel, settings.situation, decided_by, selection, self._offers(settings), self._rewrites
            )
        return linter, self._wishes[settings]

    def _offers(self, settings: FileSettings) -> Offers:
        """What the firm offers; nothing, where it says nothing or its file has a mistake, which is told."""
        path = settings.offers
        if path is None:
            return Offers()
        return self._attempt(shown(path), lambda: load_offers(path, shown(path))) or Offers()

    def _selection(self, settings: FileSettings) -> Selection:
        """The user's wishes for checking. Names that nobody knows stay in: they fit no rule, and they were told."""
        phrases = {row: self._phrase(row) for row in settings.explained if row.key in ("allow", "words")}
        words: dict[str, tuple[Phrase, ...]] = {}
        for row, phrase in phrases.items():
            if row.key == "words" and phrase is not None:
                words[row.name] = (*words.get(row.name, ()), phrase)
        allow = tuple(phrase for row, phrase in phrases.items() if row.key == "allow" and phrase is not None)
        return Selection(settings.select, settings.ignore, settings.severities, allow, words)

    def _phrase(self, row: Statement) -> Phrase | None:
        try:
            return compile_phrase(row.value or row.name)
        except PhraseError as error:
            origin = row.origin
            self._report([Problem(origin.label, f"{row.key}: {error}", error.remedy, origin.line, origin.column)])
            return None

    def _attempt(self, path: str, work: Callable[[], _T]) -> _T | None:
        """The result of the work, or None after telling what went wrong, whatever it was."""
        try:
            return work()
        except ProblemError as error:
            self._report(error.problems)
        except Exception as error:
            # A mistake of ours in one file must not cost the user the others.
            _LOG.debug("%s", path, exc_info=True)
            what = f"Something went wrong inside empathy-lint ({type(error).__name__}: {error})."
            self._report([Problem(path, what, "Please report it, with this file; --verbose shows more.")])
        return None

    def _report(self, problems: Iterable[Problem]) -> None:
        self._errors.update(dict.fromkeys(problems))


def make_linter(packs: tuple[Path, ...], pipeline: str | None, tone: bool) -> tuple[Pack, Linter]:
    """The rules of these packs, beside our own, and a linter that runs them on such a pipeline."""
    pack = load_packs(packs)
    return pack, Linter(pack, make_analyser(pack, pipeline, tone=tone))


def make_analyser(pack: Pack, pipeline: str | None = None, *, tone: bool = True) -> Analyser:
    """The language layer as a pack needs it, on the spaCy pipeline of that name (None for our own), with our tone model
    or without.
    """
    return Analyser(pipeline, facts=pack.facts(), lemmas=pack.uses_lemmas(), tone=ToneModel() if tone else None)


def _strictness(fail_on: str) -> int:
    return len(SEVERITIES) + 1 if fail_on == NEVER else SEVERITIES[fail_on]


def _lint_together(jobs: Sequence[_Job]) -> Iterator[Linted]:
    """Lint runs of messages that share a linter, so that it can parse them in one go."""
    start = 0
    for end in range(1, len(jobs) + 1):
        if end == len(jobs) or jobs[end].linter is not jobs[start].linter:
            yield from jobs[start].linter.lint_all((job.message, job.wishes) for job in jobs[start:end])
            start = end


def _lint_before(job: _Job, data: bytes) -> Sequence[MessageReport]:
    """The reports on an older version of a job's file; none where it could not be read."""
    try:
        name = _format_name(job.message.path, job.settings)
        part = job.message.is_fragment
        reading = read(job.message.path, data, format_name=name, root=job.message.root, is_part=part)
    except ProblemError:
        return ()
    wishes = replace(job.wishes, rewrites=False)
    silent = [silenced_by_key(message, job.settings.silences) for message in reading.messages]
    return [job.linter.lint(message, wishes).report for message in silent]


def _format_name(source: str | StandardInput, settings: FileSettings) -> str | None:
    if isinstance(source, StandardInput) and source.format is not None:
        return source.format
    # A format that does not exist was told with its place in the config.
    return settings.format if settings.format in known_formats() else None


def _bytes_of(source: str | StandardInput) -> bytes:
    if isinstance(source, StandardInput):
        return source.data
    try:
        # Not read_file: its Path would lose the “./” that the user wrote.
        with open(source, "rb") as file:  # noqa: PTH123
            return file.read(MAX_PACKED_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(source, f"This file cannot be read: {reason}.")) from error


def _batches(sources: Iterable[_T]) -> Iterator[list[_T]]:
    rows = iter(sources)
    while batch := list(islice(rows, _BATCH)):
        yield batch
