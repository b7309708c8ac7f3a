"""`empathy-lint fix`: show, make or ask about the rewrites that are proven to help."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    ChannelOption,
    Color,
    ColorOption,
    ConfigOption,
    FormatOfOption,
    IgnoreOption,
    QuietOption,
    SelectOption,
    SituationOption,
    StdinFilenameOption,
    reading_flags,
)

_WOULD_CHANGE = 1


@ends_plainly
def fix(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; “-” is standard input.")],
    apply: Annotated[bool, typer.Option("--apply", help="Make the changes in the files.")] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Also the rewrites that a person should read; shown, or made with --apply.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask about each: accept, skip, edit, quit.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print a plain unified diff and nothing else.")] = False,
    channel: ChannelOption = None,
    situation: SituationOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    format_of: FormatOfOption = None,
    config: ConfigOption = None,
    allow_outside: Annotated[
        bool,
        typer.Option(
            "--allow-outside", help="Let the config name, and links lead to, files that are outside of the project."
        ),
    ] = False,
    stdin_filename: StdinFilenameOption = None,
    color: ColorOption = Color.AUTO,
    quiet: QuietOption = False,
) -> None:
    """Show what would be rewritten, or rewrite it. Without --apply or --interactive no file is changed.

    Exit code 0: nothing to do, or done. 1: changes would be made (without --apply). 2: something could not be done.
    """
    _check_options(paths, stdin_filename, apply=apply, interactive=interactive, diff=diff)

    from empathy_lint.cli.fix_session import Session
    from empathy_lint.fixing.patching import base_of
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run, StandardInput

    flags = reading_flags(channel, situation, select, ignore, format_of, allow_outside=allow_outside)
    run = Run(flags, config)
    stdin = StandardInput(stdin_filename or "-", sys.stdin.buffer.read()) if "-" in paths else None
    # With --apply the fixed text of standard input goes to standard output, and what is told about it beside it.
    console = make_console(sys.stderr if stdin and apply else sys.stdout, View(color=color.wanted))
    base = base_of(path for path in paths if path != "-")
    session = Session(run, console, apply, review, diff, quiet, allow_outside, base)
    for piece in run.workpieces(paths, stdin):
        if not interactive:
            session.fix(piece, is_stdin=stdin is not None and piece.data is stdin.data)
        elif not session.walk(piece):
            break
    session.summarise(interactive=interactive)
    sys.stdout.flush()
    stop_for(run.errors)
    if session.would_change and not interactive:
        raise typer.Exit(_WOULD_CHANGE)


def _check_options(paths: list[str], stdin_filename: str | None, *, apply: bool, interactive: bool, diff: bool) -> None:
    if stdin_filename and "-" not in paths:
        raise typer.BadParameter("It goes with “-”, the path for standard input.", param_hint="--stdin-filename")
    if interactive and "-" in paths:
        raise typer.BadParameter("Answers come by standard input, so the message cannot.", param_hint="--interactive")
    if interactive and (apply or diff):
        raise typer.BadParameter(
            "It asks and makes the changes itself; leave out --apply and --diff.", param_hint="--interactive"
        )
    if apply and diff:
        raise typer.BadParameter("Either show the changes or make them.", param_hint="--diff")
