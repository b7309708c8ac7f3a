"""What settings hand on: the settings of one file, and who set each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions
from empathy_lint.words import Severity

DEFAULT_FAIL_UNDER: Final = 70.0
DEFAULT_FAIL_ON: Final = "critical"
NEVER: Final = "never"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who set a value: a file (with its 1-based line and column), a flag such as `--channel`, or `default`."""

    label: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return f"{self.label}:{self.line}" if self.line else self.label


DEFAULT: Final = Origin("default")


@dataclass(frozen=True, slots=True)
class Silence:
    """The wish of a config to silence rules for messages by their keys, and the reason for it.

    `keys` are globs of keys; without any, all messages of the files that the wish is for are meant. `rules` are names
    of rules, entries or dimensions; empty for all rules. `of` is what it is set for, as the user wrote it.
    """

    keys: tuple[str, ...]
    rules: frozenset[str]
    reason: str
    origin: Origin
    of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that someone set: `severity` of `jargon` is `minor`, or `channel` (of nothing) is `sms`.

    `key` is the word in the file; `name` is what it is said about (a rule, a glob, a path), or empty. A rule or an
    entry that is switched has the value `on` or `off`, whether by `rules` or by `ignore`.
    """

    key: str
    name: str
    value: str
    origin: Origin

    @property
    def slot(self) -> tuple[str, str, str]:
        """What the statement takes the place of; two of one slot cannot both hold."""
        if self.key in ("rules", "ignore"):
            return "switch", self.name, ""
        return self.key, self.name, self.value if self.key in ("words", "silence") else ""


@dataclass(frozen=True)
class Flags:
    """What the command line says; it wins over every file. None or empty where it says nothing."""

    channel: str | None = None
    situation: str | None = None
    fail_under: float | None = None
    fail_on: str | None = None
    format_of: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)  # (glob, format); globs begin here
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    allow_outside: bool = field(default=False, kw_only=True)  # whether a config may name what is outside its project


# Compared by identity: files with the same settings share one object, so that work can be shared by it.
@dataclass(frozen=True, eq=False)
class FileSettings:
    """How one file is to be linted.

    `select`, `ignore`, `severities` and `words` name rules, entries (`rule/entry`) or dimensions as the user wrote
    them; `settings.names.unknown_names` tells which of them nobody knows. `decided_by` says for `channel` and
    `situation`, where they are set, whether a flag or a config did it.
    """

    channel: str | None = None
    situation: str | None = None
    fail_under: float = DEFAULT_FAIL_UNDER
    fail_on: str = DEFAULT_FAIL_ON
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    allow: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    format: str | None = None
    offers: Path | None = None  # the file with what the firm offers
    pipeline: str | None = None  # a folder or an installed package; None for ours
    reading: ReadingOptions = DEFAULT_READING
    tone: bool = True  # whether the learned tone model is asked
    baseline: Path | None = None  # the file with the findings that are accepted
    silences: tuple[Silence, ...] = ()
    decided_by: Mapping[str, str] = field(default_factory=dict)
    config: Path | None = None
    explained: tuple[Statement, ...] = ()  # what holds for this file, and who said so
    stated: tuple[Statement, ...] = ()  # all that its config and the flags say, for other files too
