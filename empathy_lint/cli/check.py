"""`empathy-lint check`: lint messages, print the report, tell by the exit code whether they passed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from empathy_lint.cli.cache_options import CacheDirOption, NoCacheOption, opened_store
from empathy_lint.cli.ci import repository_top
from empathy_lint.cli.completing import formats
from empathy_lint.cli.completing import reports as complete_reports
from empathy_lint.cli.ending import ends_plainly, stop_for, tell
from empathy_lint.cli.options import (
    AUTO,
    AllowOutsideOption,
    BaselineOption,
    ChannelOption,
    Color,
    ColorOption,
    ConfigOption,
    FailOnOption,
    FailUnderOption,
    FormatOfOption,
    IgnoreOption,
    JobsOption,
    QuietOption,
    SelectOption,
    SituationOption,
    StdinFilenameOption,
    VerboseOption,
    formats_of,
    jobs_wanted,
    split,
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


@ends_plainly
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; “-” is standard input.")],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            callback=known_format,
            autocompletion=formats,
            metavar="|".join(FORMATS),
            help="How to report.  [default: what the ending of --output tells, as .html, .md, .json, .jsonl, .sarif and"
            " .csv do, else terminal; github in a workflow of GitHub]",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report to a file, not to the terminal.")
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            callback=parse_reports,
            autocompletion=complete_reports,
            metavar="FORMAT=FILE",
            help="Write a further report of the same run; may be given more than once.",
        ),
    ] = None,
    fail_under: FailUnderOption = None,
    fail_on: FailOnOption = None,
    channel: ChannelOption = None,
    situation: SituationOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    format_of: FormatOfOption = None,
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
    baseline: BaselineOption = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Judge only lines that have changed in git since this revision, and messages whose score fell.",
        ),
    ] = None,
    stdin_filename: StdinFilenameOption = None,
    explain_score: Annotated[bool, typer.Option("--explain-score", help="Show how each score came about.")] = False,
    jobs: JobsOption = AUTO,
    no_cache: NoCacheOption = False,
    cache_dir: CacheDirOption = None,
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
        tell_more()

    from empathy_lint.cli.progress import Progress
    from empathy_lint.reading.discovery import describe_skipped
    from empathy_lint.reporting.formats import is_written_as_it_goes, shows_rewrites
    from empathy_lint.reporting.view import View
    from empathy_lint.run import Run, StandardInput
    from empathy_lint.settings.model import Flags

    places = outputs(format_name, output, reports or (), paths)
    flags = Flags(
        channel,
        situation,
        fail_under,
        fail_on,
        split(select),
        split(ignore),
        baseline,
        format_of=formats_of(format_of),
        allow_outside=allow_outside,
    )
    changes = None if changed_since is None else _changes_since(changed_since)
    rewrites = any(shows_rewrites(place.format_name) for place in places)
    view = View(verbose, quiet, explain_score, color.wanted, top=repository_top())
    with opened_store(cache_dir, wanted=not no_cache) as store, opened(places, view) as reporters:
        run = Run(flags, config, changes, rewrites=rewrites, store=store, jobs=jobs_wanted(jobs))
        stdin = StandardInput(stdin_filename or "-", sys.stdin.buffer.read()) if "-" in paths else None
        reporters.append(StepSummary(places, view))
        # Reports that come as the files are done show by themselves how far the run is.
        is_shown = sys.stdout.isatty() and any(
            place.path is None and is_written_as_it_goes(place.format_name) for place in places
        )
        with Progress(enabled=not quiet and not is_shown) as progress:
            for message in run.reports(paths, stdin, progress.show):
                refuse_messages(places, message.message.path)
                for reporter in reporters:
                    reporter.message(message)
        report = run.finish()
        for reporter in reporters:
            reporter.end(report)
    sys.stdout.flush()
    if not quiet and (line := describe_skipped(report.skipped)):
        typer.echo(line, err=True)
    if not quiet and (unused := run.unused_offers()):
        tell([unused])
    stop_for(report.errors)
    if not report.passed:
        raise typer.Exit(_FAILED)
