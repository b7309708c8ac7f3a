"""`empathy-lint config show`: the settings of a file or folder, and who set each of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import color_option, config_option


@click.command()
@click.argument("path", default=".")
@config_option
@color_option
@ends_plainly
def show(path: str, config: Path | None, color: bool | None) -> None:
    """Show the settings that hold for PATH, a file or a folder, and which file set each of them."""
    from empathy_lint.reading.formats import FORMATS
    from empathy_lint.reporting.settings_table import draw_settings
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.names import unknown_names
    from empathy_lint.settings.resolving import Settings

    settings = Settings(config=config).of(Path(path, "message") if Path(path).is_dir() else path)
    draw_settings(make_console(sys.stdout, View(color=color)), settings, path)
    if settings.packs or settings.stated:  # whether all names in it are known, the rules have to tell
        from empathy_lint.checking.packs import load_packs
        from empathy_lint.checking.selection import selectable

        pack = load_packs(settings.packs)
        stop_for([*pack.problems, *unknown_names(settings, frozenset(selectable(pack)), FORMATS)])
