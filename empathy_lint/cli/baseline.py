"""`empathy-lint baseline`: accept what is found today, so that `check` fails only on what comes new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from empathy_lint.cli.cache_options import cache_dir_option, no_cache_option, opened_store
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import (
    channel_option,
    config_option,
    file_option,
    ignore_option,
    jobs_option,
    paths_argument,
    select_option,
    situation_option,
)
from empathy_lint.errors import Problem

if TYPE_CHECKING:
    from empathy_lint.known.baseline_file import Accepted

DEFAULT: Final = Path(".empathy-lint-baseline.json")


@click.command(short_help="Accept today’s findings; only new ones fail.")
@paths_argument
@file_option("--output", f"The file to write.  [default: as your config says, or {DEFAULT}]")
@channel_option
@situation_option
@select_option
@ignore_option
@config_option
@jobs_option
@no_cache_option
@cache_dir_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing when all went well.")
@ends_plainly
def baseline(
    paths: tuple[str, ...],
    output: Path | None,
    channel: str | None,
    situation: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    jobs: int | None,
    no_cache: bool,
    cache_dir: Path | None,
    quiet: bool,
) -> None:
    """Accept the findings of today: write them to a file, with which “check” fails only on new ones.

    PATH is a file or a folder.

    What the file accepts in other messages, which are not checked now, stays accepted.
    """
    if "-" in paths:
        raise click.BadParameter("A baseline is of files; standard input has no place in it.", param_hint="PATH")

    from empathy_lint.cli.progress import Progress
    from empathy_lint.known.baseline import accepted_in, path_in
    from empathy_lint.known.baseline_file import write_baseline
    from empathy_lint.run import Run
    from empathy_lint.settings.loading import absolute, shown
    from empathy_lint.settings.model import Flags

    flags = Flags(channel, situation, None, None, select, ignore)
    found: Accepted = {}
    messages = 0
    with opened_store(cache_dir, wanted=not no_cache) as store:
        run = Run(flags, config, baselines=False, rewrites=False, store=store, jobs=jobs)
        first = Path(paths[0], "message") if Path(paths[0]).is_dir() else paths[0]
        path = output or run.settings.of(first).baseline or DEFAULT
        root = absolute(path).parent
        kept = _others(path, root, paths)
        with Progress(enabled=not quiet) as progress:
            for report in run.reports(paths, on_progress=progress.show):
                messages += 1
                found.setdefault(path_in(root, report.message.path), Counter()).update(accepted_in(report))
    # A file that could not be read would lose all that was accepted in it.
    errors = run.finish().errors
    stop_for([*errors, Problem("", "No baseline was written.")] if errors else [])
    write_baseline(path, {**kept, **found})
    if not quiet:
        _tell(shown(absolute(path)), found, messages, kept)


def _others(path: Path, root: Path, paths: Sequence[str]) -> Accepted:
    """What the baseline accepts now in files that are still there and not checked now."""
    from empathy_lint.known.baseline_file import read_baseline
    from empathy_lint.settings.loading import absolute, shown

    if not path.exists():
        return {}
    checked = [absolute(each) for each in paths]
    rows = read_baseline(path, shown(absolute(path))).items()
    files = ((name, root / name, known) for name, known in rows)
    return {
        name: known
        for name, file, known in files
        if file.exists() and not any(file.is_relative_to(each) for each in checked)
    }


def _tell(name: str, found: Accepted, messages: int, kept: Accepted) -> None:
    count = sum(known.total() for known in found.values())
    click.echo(f"Accepted: {_count(count, 'finding')} in {_count(messages, 'message')}, written to {name}.")
    if kept:
        others = sum(known.total() for known in kept.values())
        click.echo(f"Still accepted in other files: {_count(others, 'finding')}.")
    click.echo(f"To fail only on new ones: empathy-lint check --baseline {name} PATH…")
    click.echo(f"or, for everyone, in .empathy-lint.yaml: baseline: {name}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
