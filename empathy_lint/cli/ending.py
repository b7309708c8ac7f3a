"""How a command ends: with a plain sentence and an exit code, never with a traceback."""

from __future__ import annotations

import functools
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, ParamSpec

import typer

from empathy_lint.cli.interrupt import INTERRUPTED, TOLD, raise_when_interrupted
from empathy_lint.errors import Problem, ProblemError, inside, on_one_line

NOT_DONE: Final = 2
_NOBODY_READS: Final = 141  # 128 + SIGPIPE
_P = ParamSpec("_P")
_LOG: Final = logging.getLogger(__name__)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to stderr, one a line, whatever characters a path or a file brings along."""
    for problem in problems:
        typer.echo(on_one_line(str(problem)), err=True)


def stop_for(problems: Iterable[Problem]) -> None:
    """Tell problems, if there are any, and end with the code for what could not be done."""
    rows = list(problems)
    tell(rows)
    if rows:
        raise typer.Exit(NOT_DONE)


def ends_plainly(command: Callable[_P, None]) -> Callable[_P, None]:
    """Wraps a command so that whatever stops it is told in a sentence."""

    @functools.wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        raise_when_interrupted()
        try:
            with _tidied_up():
                command(*args, **kwargs)
                sys.stdout.flush()
        except ProblemError as error:
            tell(error.problems)
            raise typer.Exit(NOT_DONE) from None
        except BrokenPipeError:
            # What is still in the buffer would raise once more when Python closes stdout.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(_NOBODY_READS) from None
        except (KeyboardInterrupt, typer.Abort):  # Abort: while a question was asked
            typer.echo(TOLD, err=True)
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            # A full disk, mostly; files that cannot be opened are told where they are opened.
            reason = (error.strerror or type(error).__name__).lower()
            typer.echo(f"Reading or writing failed: {reason}.", err=True)
            raise typer.Exit(NOT_DONE) from None
        except (typer.Exit, typer.BadParameter):
            raise
        except Exception as error:
            _LOG.debug("", exc_info=True)
            typer.echo(f"{inside(error)} Please report it, with the command that you gave.", err=True)
            raise typer.Exit(NOT_DONE) from None

    return run


@contextmanager
def _tidied_up() -> Iterator[None]:
    """Let a signal to end unwind the block, so that no half-made file stays behind; one that is ignored stays so."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    known = [number for number in (getattr(signal, name) for name in names) if _is_default(number)]
    try:
        for number in known:
            signal.signal(number, _end)
    except ValueError:  # not in the main thread, where no signal comes
        known = []
    try:
        yield
    finally:
        for number in known:
            signal.signal(number, signal.SIG_DFL)


def _is_default(number: int) -> bool:
    return signal.getsignal(number) is signal.SIG_DFL


def _end(number: int, _: Any) -> None:
    raise SystemExit(128 + number)  # as shells count
