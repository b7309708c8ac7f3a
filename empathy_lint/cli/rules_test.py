"""`empathy-lint rules test`: run the examples that rules carry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from click.exceptions import Exit

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import config_option

_FAILED = 1


@click.command()
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path), metavar="[PACK]...")
@config_option
@ends_plainly
def test(packs: Sequence[Path], config: Path | None) -> None:
    """Run the examples of all rules, with those of PACK (folders or files with rules of your own), or of the packs that
    your config names.

    Exit code 0: all hold. 1: some do not. 2: a rule could not be read.
    """
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.checking.selftest import count_examples, run_examples
    from empathy_lint.settings.resolving import Settings
    from empathy_lint.shipped import shipped_rules

    own = list(packs) or list(Settings(config=config).of("message").packs)
    shipped = shipped_rules().resolve()
    pack = load_packs(own, shipped=not any(path.resolve().is_relative_to(shipped) for path in own))
    failures = run_examples(pack)
    for failure in failures:
        click.echo(str(failure))
    total = count_examples(pack)
    verdict = f"{len(failures)} do not hold." if failures else "all hold."
    click.echo(f"{len(pack.rules)} rules, {total} examples: {verdict}")
    stop_for(pack.problems)
    if failures:
        raise Exit(_FAILED)
