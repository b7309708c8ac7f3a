"""Options that several commands share, and what makes a word on the command line a known one."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from empathy_lint.cli.completing import rules_with_commas, words
from empathy_lint.errors import nearest
from empathy_lint.words import CHANNELS, SEVERITIES, SITUATIONS

if TYPE_CHECKING:
    from empathy_lint.settings.model import Flags

AUTO: Final = "auto"
MOST_JOBS: Final = 256


class Color(str, Enum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"

    @property
    def wanted(self) -> bool | None:
        """True, False, or None where the terminal decides."""
        return {Color.ALWAYS: True, Color.NEVER: False}.get(self)


def one_of(known: Collection[str]) -> Callable[[str | None], str | None]:
    """A callback that refuses other words, and names the nearest."""

    def check(word: str | None) -> str | None:
        if word is not None and word not in known:
            raise typer.BadParameter(f"“{word}” is not known. {nearest(word, known)}".rstrip())
        return word

    return check


COLORS: Final = tuple(color.value for color in Color)


def _color(word: str) -> Color:
    return Color(one_of(COLORS)(word))


def _score(said: str) -> float:
    """A score, with a percent sign or without."""
    try:
        score = float(said.strip().removesuffix("%"))
    except ValueError:
        score = math.nan
    if not 0 <= score <= 100:  # nor what is no number
        raise typer.BadParameter(f"“{said}” is not a number from 0 to 100.")
    return score


def _known_jobs(said: str) -> str:
    """A callback that refuses what is no number of processes."""
    if said != AUTO and not (said.isdecimal() and 1 <= int(said) <= MOST_JOBS):
        raise typer.BadParameter(f"“{said}” is neither “auto” nor a number from 1 to {MOST_JOBS}.")
    return said


def jobs_wanted(said: str) -> int | None:
    """A number of processes; None for “auto”."""
    return None if said == AUTO else int(said)


def split(values: list[str] | None) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def reading_flags(
    channel: str | None,
    situation: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    format_of: list[str] | None,
    *,
    allow_outside: bool,
) -> Flags:
    """What the command line says of how messages are read and checked, and nothing of when a run fails."""
    from empathy_lint.settings.model import Flags

    return Flags(
        channel,
        situation,
        select=split(select),
        ignore=split(ignore),
        format_of=formats_of(format_of),
        allow_outside=allow_outside,
    )


def formats_of(values: list[str] | None) -> tuple[tuple[str, str], ...]:
    """Patterns for paths, each with the name of a format."""
    from empathy_lint.settings.globs import is_usable_glob

    pairs = []
    for value in values or ():
        glob, _, name = value.rpartition("=")
        if not name.strip() or not is_usable_glob(glob):
            message = f"“{value}” is not a pattern for paths with a format. Write it as in “*.msg=html”."
            raise typer.BadParameter(message, param_hint="--format-of")
        pairs.append((glob.strip(), name.strip()))
    return tuple(pairs)


FAIL_ON: Final = (*SEVERITIES, "never")
ChannelOption = Annotated[
    str | None,
    typer.Option(
        callback=one_of(CHANNELS),
        autocompletion=words(CHANNELS),
        metavar="|".join(CHANNELS),
        help="What the messages are sent as; otherwise config, front matter or the text tell.",
    ),
]
SituationOption = Annotated[
    str | None,
    typer.Option(
        callback=one_of(SITUATIONS),
        autocompletion=words(SITUATIONS),
        metavar="NAME",
        help=f"What the messages are about: {', '.join(SITUATIONS)}.",
    ),
]
FailUnderOption = Annotated[
    float | None,
    typer.Option(parser=_score, metavar="SCORE", help="The lowest score that passes, from 0 to 100.  [default: 70]"),
]
FailOnOption = Annotated[
    str | None,
    typer.Option(
        callback=one_of(FAIL_ON),
        autocompletion=words(FAIL_ON),
        metavar="|".join(FAIL_ON),
        help="The severity from which one finding fails the run.  [default: critical]",
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME,…", autocompletion=rules_with_commas, help="Only these rules, entries (rule/entry) or dimensions."
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME,…", autocompletion=rules_with_commas, help="Not these rules, entries (rule/entry) or dimensions."
    ),
]
FormatOfOption = Annotated[
    list[str] | None,
    typer.Option(metavar="GLOB=NAME", help="What files are read as, whatever their name, as in “*.msg=html”."),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Use this config instead of those in the folders of the messages."),
]
AllowOutsideOption = Annotated[
    bool,
    typer.Option("--allow-outside", help="Let the config name files that are outside of its project."),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Fail only on findings that this file, made by “baseline”, does not accept."),
]
StdinFilenameOption = Annotated[
    str | None, typer.Option(metavar="PATH", help="The name and place to assume for standard input.")
]
ColorOption = Annotated[
    Color,
    typer.Option(
        parser=_color,
        autocompletion=words(COLORS),
        metavar="|".join(COLORS),
        help="Colour; NO_COLOR and FORCE_COLOR are respected by auto.",
    ),
]
JobsOption = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        callback=_known_jobs,
        metavar="N|auto",
        help="Processes that lint side by side; “auto” starts more than one where many files are new.",
    ),
]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Show smaller notes and more detail.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Show findings only.")]
