"""`empathy-lint compare`: two versions of a message, dimension by dimension."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from empathy_lint.cli.completing import words
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    AllowOutsideOption,
    ChannelOption,
    Color,
    ColorOption,
    ConfigOption,
    FormatOfOption,
    IgnoreOption,
    SelectOption,
    SituationOption,
    one_of,
    reading_flags,
)
from empathy_lint.errors import Problem, ProblemError

if TYPE_CHECKING:
    from empathy_lint.scoring.comparison import Named
    from empathy_lint.scoring.report import MessageReport

_FORMATS = ("terminal", "json")


@ends_plainly
def compare(
    before: Annotated[str, typer.Argument(metavar="A", help="The first version: a file or a folder.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The second version: a file or a folder.")],
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            callback=one_of(_FORMATS),
            autocompletion=words(_FORMATS),
            metavar="|".join(_FORMATS),
            help="How to report.",
        ),
    ] = "terminal",
    channel: ChannelOption = None,
    situation: SituationOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    format_of: FormatOfOption = None,
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
    color: ColorOption = Color.AUTO,
) -> None:
    """Compare two versions: scores side by side, findings that went and came, what is offered now and no more.

    Of two folders, files of the same name are compared; of two catalogues, messages of the same key.

    Exit code 0: compared. 2: something could not be done.
    """
    from empathy_lint.reporting import comparison
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run
    from empathy_lint.scoring.comparison import compare_all

    flags = reading_flags(channel, situation, select, ignore, format_of, allow_outside=allow_outside)
    run = Run(flags, config, rewrites=False, follows=False)
    first, second = (run.lint_paths([path]) for path in (before, after))
    stop_for(run.errors)
    pairs, only_before, only_after = compare_all(
        _named(before, first.messages, after), _named(after, second.messages, before)
    )
    if not pairs:
        raise ProblemError(_nothing_to_compare(before, after))
    if format_name == "json":
        typer.echo(json.dumps(comparison.all_as_json(pairs, only_before, only_after), ensure_ascii=False, indent=2))
        return
    console = make_console(sys.stdout, View(color=color.wanted))
    for pair in pairs:
        comparison.draw_comparison(console, pair)
    for label, names in ((before, only_before), (after, only_after)):
        comparison.draw_left_over(console, label, names)


def _named(side: str, reports: Iterable[MessageReport], other: str) -> list[Named]:
    """The reports of a side, each with the name that its file shares with its other version.

    In a folder that is its path from there. Two files that are named each are a pair, whatever they are called.
    """
    if os.path.isdir(side):  # noqa: PTH112 - Path would lose “./”
        return [(os.path.relpath(row.message.path, side).replace(os.sep, "/"), row) for row in reports]
    name = os.path.basename(side) if os.path.isdir(other) else ""  # noqa: PTH112, PTH119
    return [(name, row) for row in reports]


def _nothing_to_compare(before: str, after: str) -> Problem:
    """That nothing on one side has its like on the other, and how it would be found."""
    if os.path.isdir(before) or os.path.isdir(after):  # noqa: PTH112
        message = f"No file has the same name in {before} and in {after}, so there is nothing to compare."
        return Problem("", message, "Give two files, or folders in which both versions have the same names.")
    message = f"No message has the same key in {before} and in {after}, so there is nothing to compare."
    return Problem("", message, "Of files with several messages, those with the same key are compared.")
