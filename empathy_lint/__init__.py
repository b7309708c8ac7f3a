"""empathy-lint reads a message the way its recipient would, and says what would hurt, confuse or abandon them.

`lint` reports on a text, `lint_files` on files and folders; both print nothing. They are loaded when they are first
asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from empathy_lint.api import Finding, Linter, MessageReport, Problem, ProblemError, RunReport, lint, lint_files

__version__ = "0.1.0"
__all__ = ["Finding", "Linter", "MessageReport", "Problem", "ProblemError", "RunReport", "lint", "lint_files"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("empathy_lint.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
