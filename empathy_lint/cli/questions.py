"""Questions: at a terminal they are asked until there is an answer; elsewhere answers are read as they come."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from empathy_lint.errors import Problem, ProblemError

T = TypeVar("T")


def ask(text: str, default: str, understand: Callable[[str], T]) -> T:
    """What `understand` makes of the answer, which is `default` where nothing was typed or there is nothing to read.

    `understand` raises ProblemError for what is no answer: at a terminal that is told, and the question asked again;
    elsewhere the error goes on.
    """
    while True:
        answer = _answer(f"{text} [{default}] ").strip() or default
        try:
            return understand(answer)
        except ProblemError as error:
            if not sys.stdin.isatty():
                raise
            typer.echo("\n".join(f"   {problem}" for problem in error.problems), err=True)


def _answer(prompt: str) -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(prompt, default="", show_default=False, prompt_suffix="", err=True))
    typer.echo(prompt, err=True)
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError as error:
        raise ProblemError(Problem("", "The answers are not UTF-8 text.", "Type them, or give options.")) from error
