"""Whole files linted by their settings: bytes in, reports out. Rules and models are loaded here, and nowhere before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from empathy_lint.attempts import attempt
from empathy_lint.checking.kinds.plugin import MessageCheck, SentenceCheck
from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.phrases import Phrase, PhraseError, compile_phrase
from empathy_lint.checking.selection import Selection, selectable
from empathy_lint.checking.silence import silenced_by_key
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.garbage import collect_garbage
from empathy_lint.language.analyser import Analyser
from empathy_lint.language.tone.model import ToneModel
from empathy_lint.linter import Linted, Linter, Wishes
from empathy_lint.outcome import File, Outcome
from empathy_lint.reading.container import Reading
from empathy_lint.reading.formats import known_formats
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.reading.together.project import names_others
from empathy_lint.rewriting.offers_file import Offers, load_offers
from empathy_lint.scoring.report import MessageReport
from empathy_lint.settings.loading import shown
from empathy_lint.settings.model import FileSettings, Statement
from empathy_lint.settings.names import unknown_names

MakeLinter = Callable[[tuple[Path, ...], str | None, bool], tuple[Pack, Linter]]


@dataclass(frozen=True)
class Setup:
    """What files with the same settings share: a linter, the wishes it goes by, and what is wrong with either.

    `lasting` is false where an installed package has checks in it, of which nobody knows what they rest on.
    """

    linter: Linter
    wishes: Wishes
    problems: tuple[Problem, ...] = ()
    lasting: bool = True


@dataclass(frozen=True)
class _Job:
    """A message on its way, the setup it goes by, and the number of its file."""

    message: Message
    setup: Setup
    file: int


@dataclass
class _Gathered:
    """What is known of a file so far; problems once each, in the order in which they were met."""

    reports: list[MessageReport] = field(default_factory=list)
    problems: dict[Problem, None] = field(default_factory=dict)
    others: int = 0
    alone: bool = True

    def tell(self, problems: Iterable[Problem]) -> None:
        """More problems."""
        self.problems.update(dict.fromkeys(problems))


class FileLinter:
    """Lints files. Packs, selections and offers are made once for all files that share them.

    `rewrites` says whether findings get rewrites, which costs time. `make` makes the linters, for callers who keep them
    from one run to the next.
    """

    def __init__(self, *, rewrites: bool = True, make: MakeLinter | None = None) -> None:
        self._rewrites = rewrites
        self._make = make or make_linter
        self._linters: dict[tuple[tuple[Path, ...], str | None, bool], tuple[Pack, Linter]] = {}
        self._setups: dict[FileSettings, Setup | ProblemError] = {}

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The rules that were loaded so far."""
        return tuple(pack for pack, _ in self._linters.values())

    def lint(self, batches: Iterable[Sequence[File]]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch of files, in order; the messages of a batch are parsed together."""
        return map(self.lint_batch, batches)

    def lint_batch(self, files: Sequence[File]) -> list[Outcome]:
        """The outcome for each file, in order."""
        rows = [_Gathered() for _ in files]
        jobs = [
            _Job(message, setup, number)
            for number, file in enumerate(files)
            for setup, message in self._messages(file, rows[number])
        ]
        for job, linted in self._linted(jobs, rows):
            rows[job.file].tell(linted.problems)
            rows[job.file].reports.append(linted.report)
        collect_garbage()  # all that stays has been loaded
        return [
            Outcome(tuple(row.reports), tuple(row.problems), self._lasts(file, row), row.others)
            for file, row in zip(files, rows, strict=True)
        ]

    def lint_version(self, file: File, data: bytes, *, rewrites: bool = True) -> tuple[MessageReport, ...]:
        """The reports on other bytes of a file, by its settings; raises ProblemError where they are none of it."""
        setup = self.setup(file.settings)
        wishes = replace(setup.wishes, rewrites=rewrites and setup.wishes.rewrites)
        silent = [silenced_by_key(message, file.settings.silences) for message in _reading(file, data).messages]
        reports = tuple(row.report for row in setup.linter.lint_all((message, wishes) for message in silent))
        collect_garbage()
        return reports

    def setup(self, settings: FileSettings) -> Setup:
        """What files of these settings share; raises ProblemError where a flag means nothing that is known.

        Without what a flag meant, the result would not be what was asked for; a config may name more than that.
        """
        if settings not in self._setups:
            try:
                self._setups[settings] = self._made(settings)
            except ProblemError as error:
                self._setups[settings] = error
        found = self._setups[settings]
        if isinstance(found, ProblemError):
            raise found
        return found

    def _messages(self, file: File, told: _Gathered) -> Iterator[tuple[Setup, Message]]:
        """The messages of a file, ready to be linted."""
        setup = attempt(file.path, lambda: self.setup(file.settings), told.tell)
        reading = attempt(file.path, lambda: _reading(file, file.data), told.tell)
        if setup is None or reading is None:
            return
        told.tell(setup.problems)
        told.tell(reading.problems)
        told.others = reading.others
        told.alone = not names_others(file.data) and not any(message.read_with for message in reading.messages)
        for message in reading.messages:
            yield setup, silenced_by_key(message, file.settings.silences)

    def _lasts(self, file: File, row: _Gathered) -> bool:
        """Whether the outcome rests on nothing but the file, the rules and the settings."""
        return not row.problems and row.alone and not row.others and self.setup(file.settings).lasting

    def _linted(self, jobs: Sequence[_Job], told: Sequence[_Gathered]) -> Iterator[tuple[_Job, Linted]]:
        """Reports in the order of the jobs; where they fail together, each message is tried by itself."""
        linted: list[Linted | None] = []
        try:
            linted += _lint_together(jobs)
        except Exception:
            # Whatever it was, it is told below with the message that caused it.
            linted = [attempt(job.message.path, partial(_lint_alone, job), told[job.file].tell) for job in jobs]
        for job, row in zip(jobs, linted, strict=True):
            if row is not None:
                yield job, row

    def _made(self, settings: FileSettings) -> Setup:
        key = (settings.packs, settings.pipeline, settings.tone)
        if key not in self._linters:
            self._linters[key] = self._make(*key)
        pack, linter = self._linters[key]
        unknown = unknown_names(settings, frozenset(selectable(pack)), known_formats(), pack.titles)
        if any(not problem.path for problem in unknown):
            raise ProblemError(*pack.problems, *unknown)
        problems = [*pack.problems, *unknown]
        wishes = Wishes(
            settings.channel,
            settings.situation,
            dict(settings.decided_by),
            _selection(settings, problems),
            _offers(settings, problems),
            self._rewrites,
        )
        return Setup(linter, wishes, tuple(problems), not _asks_plugins(pack))


def make_linter(packs: tuple[Path, ...], pipeline: str | None, tone: bool) -> tuple[Pack, Linter]:
    """The rules of these packs, beside our own, and a linter that runs them on such a pipeline."""
    pack = load_packs(packs)
    return pack, Linter(pack, make_analyser(pack, pipeline, tone=tone))


def make_analyser(pack: Pack, pipeline: str | None = None, *, tone: bool = True) -> Analyser:
    """The language layer as a pack needs it, on the spaCy pipeline of that name (None for our own), with our tone model
    or without.
    """
    return Analyser(pipeline, facts=pack.facts(), lemmas=pack.uses_lemmas(), tone=ToneModel() if tone else None)


def _reading(file: File, data: bytes) -> Reading:
    options = file.settings.reading
    return read(file.path, data, format_name=file.format, root=file.root, is_part=file.is_part, options=options)


def _offers(settings: FileSettings, problems: list[Problem]) -> Offers:
    """What the firm offers; nothing, where it says nothing or its file has a mistake, which is told."""
    path = settings.offers
    if path is None:
        return Offers()
    return attempt(shown(path), lambda: load_offers(path, shown(path)), problems.extend) or Offers()


def _selection(settings: FileSettings, problems: list[Problem]) -> Selection:
    """The user's wishes for checking. Names that nobody knows stay in: they fit no rule, and they were told."""
    phrases = {row: _phrase(row, problems) for row in settings.explained if row.key in ("allow", "words")}
    words: dict[str, tuple[Phrase, ...]] = {}
    for row, phrase in phrases.items():
        if row.key == "words" and phrase is not None:
            words[row.name] = (*words.get(row.name, ()), phrase)
    allow = tuple(phrase for row, phrase in phrases.items() if row.key == "allow" and phrase is not None)
    return Selection(settings.select, settings.ignore, settings.severities, allow, words)


def _phrase(row: Statement, problems: list[Problem]) -> Phrase | None:
    try:
        return compile_phrase(row.value or row.name)
    except PhraseError as error:
        origin = row.origin
        problems.append(Problem(origin.label, f"{row.key}: {error}", error.remedy, origin.line, origin.column))
        return None


def _asks_plugins(pack: Pack) -> bool:
    kinds = (entry.kind for rule in pack.rules for entry in rule.entries)
    return any(isinstance(kind, (MessageCheck, SentenceCheck)) for kind in kinds)


def _lint_alone(job: _Job) -> Linted:
    return job.setup.linter.lint(job.message, job.setup.wishes)


def _lint_together(jobs: Sequence[_Job]) -> Iterator[Linted]:
    """Lint runs of messages that share a linter, so that it can parse them in one go."""
    start = 0
    for end in range(1, len(jobs) + 1):
        if end == len(jobs) or jobs[end].setup.linter is not jobs[start].setup.linter:
            yield from jobs[start].setup.linter.lint_all((job.message, job.setup.wishes) for job in jobs[start:end])
            start = end
