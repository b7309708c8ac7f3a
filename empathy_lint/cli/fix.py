"""`empathy-lint fix`: show, make or ask about the rewrites that are proven to help."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.exceptions import Exit

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    channel_option,
    color_option,
    config_option,
    ignore_option,
    paths_argument,
    quiet_option,
    select_option,
    situation_option,
    stdin_filename_option,
)

_WOULD_CHANGE = 1


@click.command(short_help="Show what would be rewritten, or rewrite it.")
@paths_argument
@click.option("--apply", is_flag=True, help="Make the changes in the files.")
@click.option(
    "--review", is_flag=True, help="Also the rewrites that a person should read; shown, or made with --apply."
)
@click.option("--interactive", "-i", is_flag=True, help="Ask about each: accept, skip, edit, quit.")
@click.option("--diff", is_flag=True, help="Print a plain unified diff and nothing else.")
@channel_option
@situation_option
@select_option
@ignore_option
@config_option
@stdin_filename_option
@color_option
@quiet_option
@ends_plainly
def fix(
    paths: tuple[str, ...],
    apply: bool,
    review: bool,
    interactive: bool,
    diff: bool,
    channel: str | None,
    situation: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    stdin_filename: str | None,
    color: bool | None,
    quiet: bool,
) -> None:
    """Show what would be rewritten in PATH, or rewrite it. Without --apply or --interactive no file is changed.

    PATH is a file, a folder, or “-” for standard input.

    Exit code 0: nothing to do, or done. 1: changes would be made (without --apply). 2: something could not be done.
    """
    _check_options(paths, stdin_filename, apply=apply, interactive=interactive, diff=diff)

    from empathy_lint.cli.fix_session import Session
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run, StandardInput
    from empathy_lint.settings.model import Flags

    run = Run(Flags(channel, situation, select=select, ignore=ignore), config)
    stdin = StandardInput(stdin_filename or "-", sys.stdin.buffer.read()) if "-" in paths else None
    # With --apply the fixed text of standard input goes to standard output, and what is told about it beside it.
    console = make_console(sys.stderr if stdin and apply else sys.stdout, View(color=color))
    session = Session(run, console, apply=apply, review=review, diff=diff, quiet=quiet)
    for piece in run.workpieces(paths, stdin):
        if not interactive:
            session.fix(piece, is_stdin=stdin is not None and piece.data is stdin.data)
        elif not session.walk(piece):
            break
    session.summarise(interactive=interactive)
    sys.stdout.flush()
    stop_for(run.errors)
    if session.would_change and not interactive:
        raise Exit(_WOULD_CHANGE)


def _check_options(
    paths: Sequence[str], stdin_filename: str | None, *, apply: bool, interactive: bool, diff: bool
) -> None:
    if stdin_filename and "-" not in paths:
        raise click.BadParameter("It goes with “-”, the path for standard input.", param_hint="--stdin-filename")
    if interactive and "-" in paths:
        raise click.BadParameter("Answers come by standard input, so the message cannot.", param_hint="--interactive")
    if interactive and (apply or diff):
        raise click.BadParameter(
            "It asks and makes the changes itself; leave out --apply and --diff.", param_hint="--interactive"
        )
    if apply and diff:
        raise click.BadParameter("Either show the changes or make them.", param_hint="--diff")
