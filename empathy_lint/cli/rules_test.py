"""`empathy-lint rules test`: run the examples that rules carry."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import AllowOutsideOption, ConfigOption

_FAILED = 1


@ends_plainly
def test(
    packs: Annotated[
        list[Path] | None, typer.Argument(metavar="PACK", help="Folders or files with rules of your own.")
    ] = None,
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """Run the examples of all rules, with those of PACK or of the packs that your config names.

    Exit code 0: all hold. 1: some do not. 2: a rule could not be read.
    """
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.checking.selftest import count_examples, run_examples
    from empathy_lint.settings.model import Flags
    from empathy_lint.settings.resolving import Settings
    from empathy_lint.shipped import shipped_rules

    own = packs or list(Settings(Flags(allow_outside=allow_outside), config).of("message").packs)
    shipped = shipped_rules().resolve()
    pack = load_packs(own, shipped=not any(path.resolve().is_relative_to(shipped) for path in own))
    failures = run_examples(pack)
    for failure in failures:
        typer.echo(str(failure))
    total = count_examples(pack)
    verdict = f"{len(failures)} do not hold." if failures else "all hold."
    typer.echo(f"{len(pack.rules)} rules, {total} examples: {verdict}")
    stop_for(pack.problems)
    if failures:
        raise typer.Exit(_FAILED)
