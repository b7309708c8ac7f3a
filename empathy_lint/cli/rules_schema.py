"""`empathy-lint rules schema`: the JSON Schema of the files in a rule pack, for editors."""

from __future__ import annotations

import json

import typer

from empathy_lint.cli.ending import ends_plainly


@ends_plainly
def schema() -> None:
    """Print the JSON Schema of the files in a rule pack, with which editors complete and check them."""
    from empathy_lint.checking.packs import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
