"""`empathy-lint config show`: the settings of a file or folder, and who set each of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import AllowOutsideOption, Color, ColorOption, ConfigOption


@ends_plainly
def show(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file or a folder.")] = ".",
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
    color: ColorOption = Color.AUTO,
) -> None:
    """Show the settings that hold for a file or folder, and which file set each of them."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.checking.selection import selectable
    from empathy_lint.reading.formats import known_formats
    from empathy_lint.reporting.settings_table import draw_settings
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.model import Flags
    from empathy_lint.settings.names import unknown_names
    from empathy_lint.settings.resolving import Settings

    settings = Settings(Flags(allow_outside=allow_outside), config).of(
        Path(path, "message") if Path(path).is_dir() else path
    )
    draw_settings(make_console(sys.stdout, View(color=color.wanted)), settings, path)
    pack = load_packs(settings.packs)
    stop_for([*pack.problems, *unknown_names(settings, frozenset(selectable(pack)), known_formats(), pack.titles)])
