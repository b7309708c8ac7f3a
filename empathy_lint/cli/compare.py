"""`empathy-lint compare`: two versions of a message, dimension by dimension."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    channel_option,
    color_option,
    config_option,
    ignore_option,
    one_of,
    select_option,
    situation_option,
)

_FORMATS = ("terminal", "json")


@click.command(short_help="Hold two versions against each other.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--format",
    "format_name",
    callback=one_of(_FORMATS),
    default="terminal",
    show_default=True,
    metavar="|".join(_FORMATS),
    help="How to report.",
)
@channel_option
@situation_option
@select_option
@ignore_option
@config_option
@color_option
@ends_plainly
def compare(
    before: str,
    after: str,
    format_name: str,
    channel: str | None,
    situation: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    color: bool | None,
) -> None:
    """Compare two versions, A and B: scores side by side, findings that went and came, what is offered now and no more.

    Exit code 0: compared. 2: something could not be done.
    """
    from empathy_lint.reporting import comparison
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run
    from empathy_lint.scoring.comparison import compare_all
    from empathy_lint.settings.model import Flags

    run = Run(Flags(channel, situation, select=select, ignore=ignore), config, rewrites=False)
    first, second = (run.lint_paths([path]) for path in (before, after))
    stop_for(run.errors)
    pairs, only_before, only_after = compare_all(first.messages, second.messages)
    if format_name == "json":
        click.echo(json.dumps(comparison.all_as_json(pairs, only_before, only_after), ensure_ascii=False, indent=2))
        return
    console = make_console(sys.stdout, View(color=color))
    for pair in pairs:
        comparison.draw_comparison(console, pair)
    for label, reports in ((before, only_before), (after, only_after)):
        if reports:
            click.echo(f"Only in {label}: {', '.join(report.message.key or '' for report in reports)}")
