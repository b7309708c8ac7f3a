"""The terminal. `main` is the entry point of the program; each command is a module of its own."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program on the arguments of the process; ends by SystemExit.

    0: passed. 1: the gate failed. 2: something could not be done. 130: interrupted. 141: nobody reads the output.
    """
    from empathy_lint.cli.interrupt import end_at_once_when_interrupted
    from empathy_lint.garbage import leave_garbage

    end_at_once_when_interrupted()
    leave_garbage()
    from typer.main import get_command

    from empathy_lint.cli.app import app
    from empathy_lint.cli.plain_words import take_plain_words

    for stream in (sys.stdout, sys.stderr):
        # A name or a sign that the terminal cannot show must not end the run.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    take_plain_words(get_command(app))(prog_name="empathy-lint")
