"""`empathy-lint check`: lint messages, print the report, tell by the exit code whether they passed."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path
from typing import Annotated

import typer

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    ChannelOption,
    Color,
    ColorOption,
    ConfigOption,
    FailOnOption,
    FailUnderOption,
    IgnoreOption,
    QuietOption,
    SelectOption,
    SituationOption,
    StdinFilenameOption,
    VerboseOption,
    one_of,
    split,
)
from empathy_lint.errors import Problem, ProblemError

_FAILED = 1
_FORMATS = ("terminal", "concise", "json")


@ends_plainly
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; “-” is standard input.")],
    format_name: Annotated[
        str, typer.Option("--format", callback=one_of(_FORMATS), metavar="|".join(_FORMATS), help="How to report.")
    ] = "terminal",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report to a file, not to the terminal.")
    ] = None,
    fail_under: FailUnderOption = None,
    fail_on: FailOnOption = None,
    channel: ChannelOption = None,
    situation: SituationOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    stdin_filename: StdinFilenameOption = None,
    explain_score: Annotated[bool, typer.Option("--explain-score", help="Show how each score came about.")] = False,
    no_cache: Annotated[  # noqa: ARG001 - true of every run today
        bool,
        typer.Option(
            "--no-cache", help="No results are cached in this version; accepted so that scripts keep working."
        ),
    ] = False,
    color: ColorOption = Color.AUTO,
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
) -> None:
    """Lint messages: find what may hurt their reader, say why, and score them.

    Exit code 0: passed. 1: a score is too low or a finding too grave. 2: something could not be done.
    """
    if stdin_filename and "-" not in paths:
        raise typer.BadParameter("It goes with “-”, the path for standard input.", param_hint="--stdin-filename")
    if verbose:
        logging.basicConfig(level=logging.DEBUG, format="%(message)s", stream=sys.stderr)
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger("empathy_lint").setLevel(logging.DEBUG)

    from empathy_lint.cli.progress import Progress
    from empathy_lint.reading.discovery import describe_skipped
    from empathy_lint.reporting.formats import SHOWING_REWRITES, write_report
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run, StandardInput
    from empathy_lint.settings.model import Flags

    flags = Flags(channel, situation, fail_under, fail_on, split(select), split(ignore))
    stdin = StandardInput(stdin_filename or "-", sys.stdin.buffer.read()) if "-" in paths else None
    with Progress(enabled=not quiet) as progress:
        report = Run(flags, config, rewrites=format_name in SHOWING_REWRITES).lint_paths(paths, stdin, progress.show)
    view = View(verbose=verbose, quiet=quiet, explain_score=explain_score, color=color.wanted)
    if output is None:
        write_report(report, format_name, sys.stdout, view)
        sys.stdout.flush()
    else:
        text = io.StringIO()
        write_report(report, format_name, text, view)
        _save(output, text.getvalue())
    if not quiet and (line := describe_skipped(report.skipped)):
        typer.echo(line, err=True)
    stop_for(report.errors)
    if not report.passed:
        raise typer.Exit(_FAILED)


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(str(path), f"The report cannot be written here: {reason}.")) from error
