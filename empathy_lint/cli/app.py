"""All commands together. Each is imported only when it is called, so that help and version come at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from empathy_lint import __version__
from empathy_lint.errors import nearest

_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    """A group whose commands stand in modules of their own, each under its name there."""

    def __init__(self, *, modules: Mapping[str, tuple[str, str]], **settings: Any) -> None:
        super().__init__(no_args_is_help=True, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The names, in the order in which help shows them."""
        return [*self._modules, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in self._modules:
            return super().get_command(ctx, cmd_name)
        module, name = self._modules[cmd_name]
        command: click.Command = getattr(import_module(f"empathy_lint.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a slip is told with the nearest name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = nearest(args[0], self.list_commands(ctx))
            raise click.UsageError(f"{error.message} {hint}".rstrip(), ctx) from None


app: Final = _Commands(
    name="empathy-lint",
    context_settings=_SETTINGS,
    help="Reads messages the way their recipient will: finds what frightens, blames, pressures, confuses or abandons"
    " the reader, says why, and scores the whole.",
    modules={
        "check": ("check", "check"),
        "fix": ("fix", "fix"),
        "compare": ("compare", "compare"),
        "baseline": ("baseline", "baseline"),
    },
)
click.version_option(__version__, prog_name="empathy-lint", message="%(prog)s %(version)s", help="Show the version.")(
    app
)
app.add_command(
    _Commands(
        name="rules",
        help="What is looked for, and why.",
        modules={
            "list": ("rules_list", "list_rules"),
            "show": ("rules_show", "show"),
            "test": ("rules_test", "test"),
            "schema": ("rules_schema", "schema"),
        },
    )
)
app.add_command(
    _Commands(
        name="cache",
        help="What was found in files that have not changed.",
        modules={"show": ("cache_show", "show"), "clean": ("cache_clean", "clean")},
    )
)
app.add_command(
    _Commands(
        name="config",
        help="Your settings.",
        modules={"show": ("config_show", "show"), "schema": ("config_schema", "schema")},
    )
)
