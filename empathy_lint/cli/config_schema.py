"""`empathy-lint config schema`: the JSON Schema of the config, for editors."""

from __future__ import annotations

import json

import typer

from empathy_lint.cli.ending import ends_plainly


@ends_plainly
def schema() -> None:
    """Print the JSON Schema of .empathy-lint.yaml, with which editors complete and check it."""
    from empathy_lint.settings.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
