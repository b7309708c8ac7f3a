"""All commands together. Nothing heavy is imported here, so that help and version come at once."""

from __future__ import annotations

from typing import Annotated

import typer

from empathy_lint import __version__
from empathy_lint.cli import (
    baseline,
    cache_clean,
    cache_show,
    check,
    compare,
    config_schema,
    config_show,
    fix,
    init,
    rules_list,
    rules_schema,
    rules_show,
    rules_test,
)

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    help="Reads messages the way their recipient will: finds what frightens, blames, pressures, confuses or abandons"
    " the reader, says why, and scores the whole.",
)
rules = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What is looked for, and why.")
cache = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What was found in files that have not changed.")
config = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Your settings.")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"empathy-lint {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


# The first sentence of a command's own help would be cut short in the list of all.
app.command("init", short_help="Begin: three questions, and settings that suit your messages.")(init.init)
app.command("check", short_help="Say what may hurt the reader, and why; score each message.")(check.check)
app.command("fix", short_help="Show or make the rewrites that are proven to help.")(fix.fix)
app.command("compare", short_help="Set two versions of a message side by side.")(compare.compare)
app.command("baseline", short_help="Accept what is found today, so that only what is new fails.")(baseline.baseline)
app.add_typer(rules, name="rules")
rules.command("list")(rules_list.list_rules)
rules.command("show")(rules_show.show)
rules.command("test")(rules_test.test)
rules.command("schema")(rules_schema.schema)
app.add_typer(cache, name="cache")
cache.command("show")(cache_show.show)
cache.command("clean")(cache_clean.clean)
app.add_typer(config, name="config")
config.command("show")(config_show.show)
config.command("schema")(config_schema.schema)
