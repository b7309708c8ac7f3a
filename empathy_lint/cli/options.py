"""Options that several commands share, and what makes a word on the command line a known one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Final

import click

from empathy_lint.errors import nearest
from empathy_lint.words import CHANNELS, SEVERITIES, SITUATIONS

Callback = Callable[[click.Context, click.Parameter, Any], Any]
FAIL_ON: Final = (*SEVERITIES, "never")
MOST_JOBS: Final = 256
_COLORS: Final = {"auto": None, "always": True, "never": False}


def one_of(known: Collection[str]) -> Callback:
    """A callback that refuses other words, and names the nearest."""

    def check(_context: click.Context, _option: click.Parameter, word: str | None) -> str | None:
        if word is not None and word not in known:
            raise click.BadParameter(f"“{word}” is not known. {nearest(word, known)}".rstrip())
        return word

    return check


def _split(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """A callback: names given one by one or with commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _formats_of(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """A callback: patterns for paths, each with the name of a format."""
    from empathy_lint.settings.globs import is_usable_glob

    pairs = []
    for value in values:
        glob, _, name = value.rpartition("=")
        if not name.strip() or not is_usable_glob(glob):
            message = f"“{value}” is not a pattern for paths with a format. Write it as in “*.msg=html”."
            raise click.BadParameter(message)
        pairs.append((glob.strip(), name.strip()))
    return tuple(pairs)


def _is_wanted(_context: click.Context, _option: click.Parameter, word: str) -> bool | None:
    """A callback: whether colour is wanted; None where the terminal decides."""
    return _COLORS[word]


def _jobs(_context: click.Context, _option: click.Parameter, said: str) -> int | None:
    """A callback: a number of processes; None for “auto”."""
    if said == "auto":
        return None
    if not said.isdecimal() or not 1 <= int(said) <= MOST_JOBS:
        raise click.BadParameter(f"“{said}” is neither “auto” nor a number from 1 to {MOST_JOBS}.")
    return int(said)


def file_option(name: str, text: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """An option that names a file."""
    return click.option(name, type=click.Path(path_type=Path), metavar="FILE", help=text)


paths_argument: Final = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
channel_option: Final = click.option(
    "--channel",
    callback=one_of(CHANNELS),
    metavar="|".join(CHANNELS),
    help="What the messages are sent as; otherwise config, front matter or the text tell.",
)
situation_option: Final = click.option(
    "--situation",
    callback=one_of(SITUATIONS),
    metavar="NAME",
    help=f"What the messages are about: {', '.join(SITUATIONS)}.",
)
fail_under_option: Final = click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="The lowest score that passes.  [default: 70]",
)
fail_on_option: Final = click.option(
    "--fail-on",
    callback=one_of(FAIL_ON),
    metavar="|".join(FAIL_ON),
    help="The severity from which one finding fails the run.  [default: critical]",
)
select_option: Final = click.option(
    "--select",
    multiple=True,
    callback=_split,
    metavar="NAME,…",
    help="Only these rules, entries (rule/entry) or dimensions.",
)
ignore_option: Final = click.option(
    "--ignore",
    multiple=True,
    callback=_split,
    metavar="NAME,…",
    help="Not these rules, entries (rule/entry) or dimensions.",
)
format_of_option: Final = click.option(
    "--format-of",
    multiple=True,
    callback=_formats_of,
    metavar="GLOB=NAME",
    help="What files are read as, whatever their name, as in “*.msg=html”.",
)
config_option: Final = file_option("--config", "Use this config instead of those in the folders of the messages.")
baseline_option: Final = file_option(
    "--baseline", "Fail only on findings that this file, made by “baseline”, does not accept."
)
stdin_filename_option: Final = click.option(
    "--stdin-filename", metavar="PATH", help="The name and place to assume for standard input."
)
color_option: Final = click.option(
    "--color",
    type=click.Choice(list(_COLORS)),
    default="auto",
    show_default=True,
    callback=_is_wanted,
    help="Colour; NO_COLOR and FORCE_COLOR are respected by auto.",
)
jobs_option: Final = click.option(
    "--jobs",
    "-j",
    callback=_jobs,
    default="auto",
    show_default=True,
    metavar="N|auto",
    help="Processes that lint side by side; “auto” starts more than one where many files are new.",
)
verbose_option: Final = click.option("--verbose", "-v", is_flag=True, help="Show smaller notes and more detail.")
quiet_option: Final = click.option("--quiet", "-q", is_flag=True, help="Show findings only.")
