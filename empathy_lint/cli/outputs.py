"""Where the reports of a run go: standard output and files, each format written as it likes, all or nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from empathy_lint.cli.ci import on_github
from empathy_lint.cli.options import one_of
from empathy_lint.errors import Problem, ProblemError

if TYPE_CHECKING:
    from empathy_lint.reporting.formats import Reporter
    from empathy_lint.reporting.view import View

# Held against reporting.formats by a test, so that help and mistakes need no report format to be loaded.
FORMATS: Final = (
    "terminal", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "csv",
    "markdown", "html",
)  # fmt: skip
# Endings that tell the format of a report; .xml could be either of two.
_ENDINGS: Final = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".jsonl": "jsonl", ".sarif": "sarif",
    ".csv": "csv",
}  # fmt: skip
_STDOUT: Final = Path("-")


@dataclass(frozen=True, slots=True)
class Output:
    """A report to write: its format, and its file; None for standard output."""

    format_name: str
    path: Path | None = None


def default_format(output: Path | None) -> str:
    """What the ending of the file tells; otherwise the report for people, but on standard output GitHub's annotations
    where GitHub runs the program and reads them.
    """
    if output is not None:
        return _ENDINGS.get(output.suffix.lower(), "terminal")
    return "github" if on_github() else "terminal"


def known_format(name: str | None) -> str | None:
    """A callback that refuses names of formats that neither the program nor an installed package offers."""
    if name is None or name in FORMATS:
        return name
    from empathy_lint.plugins import REPORTERS, offered  # looks through all that is installed, which takes a moment

    return one_of((*FORMATS, *offered(REPORTERS)))(name)


def parse_reports(values: Sequence[str] | None) -> list[str]:
    """A callback: `FORMAT=FILE`, as often as it is given."""
    for value in values or ():
        name, equals, path = value.partition("=")
        if not equals or not path:
            raise typer.BadParameter(f"“{value}” is not of the form FORMAT=FILE, as in sarif=report.sarif.")
        known_format(name)
    return list(values or ())


def outputs(format_name: str | None, output: Path | None, reports: Sequence[str], paths: Sequence[str]) -> list[Output]:
    """All outputs of a run over `paths`.

    Raises ProblemError when two go to one file, or when one would take the place of a file that is to be linted.
    """
    output = None if output == _STDOUT else output
    found = [Output(format_name or default_format(output), output)]
    found += [Output(name, Path(path)) for name, _, path in (value.partition("=") for value in reports)]
    taken: dict[str, str] = {}
    linted = {os.path.realpath(path) for path in paths}
    for each in found:
        if each.path is None:
            continue
        if each.path == _STDOUT:
            remedy = f"Choose what goes there with --format {each.format_name}."
            raise ProblemError(Problem("", "--report: a further report needs a file, not standard output.", remedy))
        place = os.path.realpath(each.path)
        if place in taken:
            message = f"Two reports would be written here: {taken[place]} and {each.format_name}."
            raise ProblemError(Problem(str(each.path), message, "Give each a file of its own."))
        if place in linted:
            raise _is_message(each.path)
        taken[place] = each.format_name
    return found


@contextmanager
def opened(rows: Sequence[Output], view: View) -> Iterator[list[Reporter]]:
    """Reporters on all outputs. Files are opened before anything is linted and put in place when the block ends well.

    Raises ProblemError when one cannot be written.
    """
    from empathy_lint.files import replacing
    from empathy_lint.reporting.formats import reporter

    with ExitStack() as stack:
        reporters: list[Reporter] = []
        for row in rows:
            if row.path is None:
                reporters.append(reporter(row.format_name, sys.stdout, view))
            else:
                # A file is no terminal, whatever FORCE_COLOR says; --color always still holds.
                plain = replace(view, color=bool(view.color))
                reporters.append(reporter(row.format_name, stack.enter_context(replacing(row.path)), plain))
        yield reporters


def refuse_messages(rows: Sequence[Output], path: str) -> None:
    """Raises ProblemError when one of the outputs would take the place of a message that was found at `path`."""
    for row in rows:
        if row.path is not None and row.path.exists() and os.path.realpath(row.path) == os.path.realpath(path):
            raise _is_message(row.path)


def _is_message(path: Path) -> ProblemError:
    remedy = "Write the report to another file, or leave this one out of what is checked."
    return ProblemError(Problem(str(path), "This file is checked as a message, so no report takes its place.", remedy))
