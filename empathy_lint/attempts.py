"""Work that may go wrong without ending the run: whatever happens becomes a problem with the file that caused it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from empathy_lint.errors import Problem, ProblemError, inside

_LOG: Final = logging.getLogger(__name__)
_T = TypeVar("_T")
Tell = Callable[[Iterable[Problem]], object]


def attempt(path: str, work: Callable[[], _T], tell: Tell) -> _T | None:
    """The result of the work, or None after telling what went wrong, whatever it was."""
    try:
        return work()
    except ProblemError as error:
        tell(error.problems)
    except Exception as error:
        # A mistake of ours in one file must not cost the user the others.
        _LOG.debug("%s", path, exc_info=True)
        tell([Problem(path, inside(error), "Please report it, with this file; --verbose shows more.")])
    return None
