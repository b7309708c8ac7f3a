"""`empathy-lint baseline`: accept what is found today, so that `check` fails only on what comes new."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from empathy_lint.cli.cache_options import CacheDirOption, NoCacheOption, opened_store
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    AUTO,
    AllowOutsideOption,
    ChannelOption,
    ConfigOption,
    FormatOfOption,
    IgnoreOption,
    JobsOption,
    SelectOption,
    SituationOption,
    jobs_wanted,
    reading_flags,
)
from empathy_lint.errors import Problem

if TYPE_CHECKING:
    from empathy_lint.known.baseline_file import Accepted

DEFAULT: Final = Path(".empathy-lint-baseline.json")


@ends_plainly
def baseline(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders.")],
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=f"The file to write.  [default: as your config says, or {DEFAULT}]"),
    ] = None,
    channel: ChannelOption = None,
    situation: SituationOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    format_of: FormatOfOption = None,
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
    jobs: JobsOption = AUTO,
    no_cache: NoCacheOption = False,
    cache_dir: CacheDirOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing when all went well.")] = False,
) -> None:
    """Accept the findings of today: write them to a file, with which “check” fails only on new ones.

    What the file accepts in other messages, which are not checked now, stays accepted.
    """
    if "-" in paths:
        raise typer.BadParameter("A baseline is of files; standard input has no place in it.", param_hint="PATH")

    from empathy_lint.cli.progress import Progress
    from empathy_lint.known.baseline import accepted_elsewhere, accepted_in, path_in
    from empathy_lint.known.baseline_file import write_baseline
    from empathy_lint.run import Run
    from empathy_lint.settings.loading import absolute, shown

    flags = reading_flags(channel, situation, select, ignore, format_of, allow_outside=allow_outside)
    found: Accepted = {}
    messages = 0
    with opened_store(cache_dir, wanted=not no_cache) as store:
        run = Run(flags, config, baselines=False, rewrites=False, store=store, jobs=jobs_wanted(jobs))
        first = Path(paths[0], "message") if Path(paths[0]).is_dir() else paths[0]
        path = output or run.settings.of(first).baseline or DEFAULT
        root = absolute(path).parent
        accepted_elsewhere(path, paths)  # a baseline that cannot be read is told now, not after all the work
        with Progress(enabled=not quiet) as progress:
            for report in run.reports(paths, on_progress=progress.show):
                messages += 1
                found.setdefault(path_in(root, report.message.path), Counter()).update(accepted_in(report))
    # A file that could not be read would lose all that was accepted in it.
    errors = run.finish().errors
    stop_for([*errors, Problem("", "No baseline was written.")] if errors else [])
    kept = accepted_elsewhere(path, paths)  # another run may have written its own in the meantime
    write_baseline(path, {**kept, **found})
    if not quiet:
        _tell(shown(absolute(path)), found, messages, kept)


def _tell(name: str, found: Accepted, messages: int, kept: Accepted) -> None:
    from empathy_lint.reporting.wording import count

    accepted = sum(known.total() for known in found.values())
    typer.echo(f"Accepted: {count(accepted, 'finding')} in {count(messages, 'message')}, written to {name}.")
    if kept:
        others = sum(known.total() for known in kept.values())
        typer.echo(f"Still accepted in other files: {count(others, 'finding')}.")
    typer.echo(f"To fail only on new ones: empathy-lint check --baseline {name} PATH…")
    typer.echo(f"or, for everyone, in .empathy-lint.yaml: baseline: {name}")
