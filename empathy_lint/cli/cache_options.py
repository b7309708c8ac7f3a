"""What a user may say of the cache, and the store that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from empathy_lint.store.store import Store

cache_dir_option: Final = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Keep results here, not in your folder for caches.",
)
no_cache_option: Final = click.option(
    "--no-cache", is_flag=True, help="Lint all files anew, and keep no results for the next run."
)


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

    store = Store(cache_folder(folder))
    if folder is not None and not store.is_usable:
        message = "Results cannot be kept in this folder."
        raise ProblemError(Problem(str(folder), message, "Name one that you may write to, or leave out --cache-dir."))
    try:
        yield store if store.is_usable else None
    finally:
        store.close()
