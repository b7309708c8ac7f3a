"""`empathy-lint cache show`: where results are kept, how many, and how much room they take."""

from __future__ import annotations

import typer

from empathy_lint.cli.cache_options import NO_FOLDER, CacheDirOption
from empathy_lint.cli.ending import ends_plainly


@ends_plainly
def show(cache_dir: CacheDirOption = None) -> None:
    """Show where results are kept, and how much room they take."""
    from empathy_lint.store.folder import cache_folder, most_bytes, written_size
    from empathy_lint.store.store import Store, is_there

    folder = cache_folder(cache_dir)
    if folder is None:
        typer.echo(NO_FOLDER)
        return
    typer.echo(f"Folder: {folder}")
    if not is_there(folder):
        typer.echo("Nothing is kept there.")
        return
    store = Store(folder)
    contents = store.contents()
    store.close()
    typer.echo(f"Kept: {contents.values} results and texts of rules, {written_size(contents.size)}")
    typer.echo(f"At most: {written_size(most_bytes())} (EMPATHY_LINT_CACHE_MB)")
    typer.echo("They hold places and numbers, and none of your letters’ words.")
