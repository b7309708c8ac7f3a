"""`empathy-lint cache clean`: forget all results."""

from __future__ import annotations

import typer

from empathy_lint.cli.cache_options import NO_FOLDER, CacheDirOption
from empathy_lint.cli.ending import ends_plainly


@ends_plainly
def clean(cache_dir: CacheDirOption = None) -> None:
    """Delete the results that are kept. The next check lints all files anew."""
    from empathy_lint.errors import Problem, ProblemError
    from empathy_lint.store.folder import cache_folder, written_size
    from empathy_lint.store.store import is_there, remove

    folder = cache_folder(cache_dir)
    if folder is None:
        typer.echo(NO_FOLDER)
        return
    if not is_there(folder):
        typer.echo(f"Nothing is kept in {folder}.")
        return
    try:
        size = remove(folder)
    except OSError as error:
        reason = (error.strerror or "it is in use").lower()
        raise ProblemError(Problem(str(folder), f"The results cannot be deleted: {reason}.")) from error
    typer.echo(f"Deleted: {written_size(size)} in {folder}.")
