"""`empathy-lint compare`: two versions of a message, dimension by dimension."""

from __future__ import annotations

import json
import sys
from typing import Annotated

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

_FORMATS = ("terminal", "json")


@ends_plainly
def compare(
    before: Annotated[str, typer.Argument(metavar="A", help="The first version.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The second version.")],
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
    pairs, only_before, only_after = compare_all(first.messages, second.messages)
    if format_name == "json":
        typer.echo(json.dumps(comparison.all_as_json(pairs, only_before, only_after), ensure_ascii=False, indent=2))
        return
    console = make_console(sys.stdout, View(color=color.wanted))
    for pair in pairs:
        comparison.draw_comparison(console, pair)
    for label, reports in ((before, only_before), (after, only_after)):
        if reports:
            typer.echo(f"Only in {label}: {', '.join(report.message.key or '' for report in reports)}")
