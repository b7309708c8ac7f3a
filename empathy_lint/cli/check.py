"""`empathy-lint check`: lint messages, print the report, tell by the exit code whether they passed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from empathy_lint.cli.cache_options import cache_dir_option, no_cache_option, opened_store
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    baseline_option,
    channel_option,
    color_option,
    config_option,
    fail_on_option,
    fail_under_option,
    file_option,
    format_of_option,
    ignore_option,
    jobs_option,
    paths_argument,
    quiet_option,
    select_option,
    situation_option,
    stdin_filename_option,
    verbose_option,
)
from empathy_lint.cli.outputs import FORMATS, known_format, opened, outputs, parse_reports, refuse_messages
from empathy_lint.cli.step_summary import StepSummary
from empathy_lint.verbosity import tell_more

if TYPE_CHECKING:
    from empathy_lint.known.changes import Changes

_FAILED = 1


def _changes_since(revision: str) -> Changes:
    from empathy_lint.known.changes import Changes  # few runs ask git

    return Changes(revision)


@click.command(short_help="Find what may hurt a reader, say why, score it.")
@paths_argument
@click.option(
    "--format",
    "format_name",
    callback=known_format,
    metavar="|".join(FORMATS),
    help="How to report.  [default: terminal; github in a workflow of GitHub]",
)
@file_option("--output", "Write the report to a file, not to the terminal.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    callback=parse_reports,
    metavar="FORMAT=FILE",
    help="Write a further report of the same run; may be given more than once.",
)
@fail_under_option
@fail_on_option
@channel_option
@situation_option
@select_option
@ignore_option
@format_of_option
@config_option
@baseline_option
@click.option(
    "--changed-since",
    metavar="REV",
    help="Judge only lines that have changed in git since this revision, and messages whose score fell.",
)
@stdin_filename_option
@click.option("--explain-score", is_flag=True, help="Show how each score came about.")
@jobs_option
@no_cache_option
@cache_dir_option
@color_option
@verbose_option
@quiet_option
@ends_plainly
def check(
    paths: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
    reports: tuple[str, ...],
    fail_under: float | None,
    fail_on: str | None,
    channel: str | None,
    situation: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    format_of: tuple[tuple[str, str], ...],
    config: Path | None,
    baseline: Path | None,
    changed_since: str | None,
    stdin_filename: str | None,
    explain_score: bool,
    jobs: int | None,
    no_cache: bool,
    cache_dir: Path | None,
    color: bool | None,
    verbose: bool,
    quiet: bool,
) -> None:
    """Lint messages: find what may hurt their reader, say why, and score them.

    PATH is a file, a folder, or “-” for standard input.

    Exit code 0: passed. 1: a score is too low or a finding too grave. 2: something could not be done.
    """
    if stdin_filename and "-" not in paths:
        raise click.BadParameter("It goes with “-”, the path for standard input.", param_hint="--stdin-filename")
    if verbose:
        tell_more()

    from empathy_lint.cli.progress import Progress
    from empathy_lint.reading.discovery import describe_skipped
    from empathy_lint.reporting.formats import shows_rewrites
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run, StandardInput
    from empathy_lint.settings.model import Flags

    places = outputs(format_name, output, reports, paths)
    flags = Flags(channel, situation, fail_under, fail_on, select, ignore, baseline, format_of=format_of)
    changes = None if changed_since is None else _changes_since(changed_since)
    rewrites = any(shows_rewrites(place.format_name) for place in places)
    view = View(verbose=verbose, quiet=quiet, explain_score=explain_score, color=color)
    with opened_store(cache_dir, wanted=not no_cache) as store, opened(places, view) as reporters:
        run = Run(flags, config, changes, rewrites=rewrites, store=store, jobs=jobs)
        stdin = StandardInput(stdin_filename or "-", sys.stdin.buffer.read()) if "-" in paths else None
        reporters.append(StepSummary(places, view))
        with Progress(enabled=not quiet) as progress:
            for message in run.reports(paths, stdin, progress.show):
                refuse_messages(places, message.message.path)
                for reporter in reporters:
                    reporter.message(message)
        report = run.finish()
        for reporter in reporters:
            reporter.end(report)
    sys.stdout.flush()
    if not quiet and (line := describe_skipped(report.skipped)):
        click.echo(line, err=True)
    stop_for(report.errors)
    if not report.passed:
        raise Exit(_FAILED)
