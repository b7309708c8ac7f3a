"""What a user may say of the cache, and the store that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from empathy_lint.store.store import Store

CacheDirOption = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Keep results here, not in your folder for caches.")
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Lint all files anew, and keep no results for the next run.")
]


NO_FOLDER: Final = "There is no folder for results: the user has no home. EMPATHY_LINT_CACHE_DIR can name one."


@contextmanager
def opened_store(folder: Path | None, *, wanted: bool) -> Iterator[Store | None]:
    """The store of results, closed when the block ends; None where none is wanted or none can be used.

    Raises ProblemError where the folder that was asked for cannot be used.
    """
    if not wanted:
        yield None
        return
    from empathy_lint.errors import Problem, ProblemError
    from empathy_lint.store.folder import cache_folder
    from empathy_lint.store.store import Store

    place = cache_folder(folder)
    if place is None:
        yield None
        return
    store = Store(place)
    if folder is not None and not store.is_usable:
        message = "Results cannot be kept in this folder."
        raise ProblemError(Problem(str(folder), message, "Name one that you may write to, or leave out --cache-dir."))
    try:
        yield store if store.is_usable else None
    finally:
        store.close()
