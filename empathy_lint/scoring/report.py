"""What scoring hands to reporting: plain data that every report format is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from empathy_lint.checking.finding import Finding
from empathy_lint.errors import Problem
from empathy_lint.language.analysis import Metrics
from empathy_lint.reading.message import Message, Suppression
from empathy_lint.settings.model import Silence
from empathy_lint.words import Dimension

if TYPE_CHECKING:  # a report is drawn without the rules, which take long to load
    from empathy_lint.checking.packs import Pack
    from empathy_lint.reading.discovery import Skipped


@dataclass(frozen=True, slots=True)
class Score:
    """A total from 0 to 100 and how it came about; a dimension is None where nothing is owed.

    `arithmetic` lists the sum line by line, as `--explain-score` prints it.
    """

    total: float
    band: str
    dimensions: dict[Dimension, float | None]
    caps: tuple[str, ...]
    arithmetic: tuple[str, ...]
    uncapped: float = 100.0  # the total before caps, which tells apart two variants that the same cap holds down


@dataclass(frozen=True, slots=True)
class ScoredFinding:
    """A finding and the total that the message would have without it."""

    finding: Finding
    score_if_fixed: float


@dataclass(frozen=True, slots=True)
class SuppressedFinding:
    """A finding that the author silenced, and the directive that did it."""

    finding: Finding
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that was there before, and by what it is known: the baseline, or lines that have not changed."""

    finding: Finding
    known_by: Literal["baseline", "unchanged"]


@dataclass(frozen=True, slots=True)
class MessageReport:
    """All that is said about one message. `decided_by` names flag, config, front matter or inferred.

    Of a template with branches, score, measures and what is present are those of the worst variant, to which the
    conditions `when` lead.

    Where a run asks only for what is new, `findings` holds what is new and `accepted` the rest, `score_counts` says
    whether a low score fails the message, and `score_before` is its total at the revision that it is compared with
    (None: not compared, or not there yet). `reasons` say why the message does not pass; there are none when it does.
    """

    message: Message
    channel: str
    situation: str
    decided_by: dict[str, str]
    score: Score
    metrics: Metrics
    present: tuple[str, ...]
    findings: tuple[ScoredFinding, ...]
    suppressed: tuple[SuppressedFinding, ...] = ()
    unused_suppressions: tuple[Suppression, ...] = ()
    when: tuple[str, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    score_before: float | None = None
    score_counts: bool = True
    outdone: tuple[tuple[str, str], ...] = ()
    changed: bool = True  # False: the file is as it was at the revision that it is compared with
    reasons: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the message passes the gate that is set for its file."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Gone:
    """Findings of one kind that a baseline accepts in a file, and that are not there any more."""

    path: str
    rule: str
    entry: str
    count: int


@dataclass(frozen=True, slots=True)
class RunReport:
    """A whole run: one report a message, in the order of the paths given, and what could not be done."""

    messages: tuple[MessageReport, ...]
    errors: tuple[Problem, ...]
    passed: bool
    fail_under: float
    fail_on: str
    skipped: tuple[Skipped, ...] = ()  # what was not read, and why
    # The rules that were run; they take a while to load where no message had to be linted.
    packs: Callable[[], tuple[Pack, ...]] = field(default=tuple, repr=False, compare=False)
    idle: tuple[Silence, ...] = ()  # what the config silences though nothing of it is there any more
    gone: tuple[Gone, ...] = ()  # what the baselines hold though it is not there any more
