"""`empathy-lint rules show`: one rule, explained to someone who writes messages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import color_option, config_option
from empathy_lint.errors import Problem, ProblemError, nearest


@click.command()
@click.argument("rule")
@config_option
@color_option
@ends_plainly
def show(rule: str, config: Path | None, color: bool | None) -> None:
    """Explain a rule: what it flags, why, the evidence, what to write instead, how to silence it.

    RULE is its name, as reports print it.
    """
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.reporting.rule_page import draw_rule
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.resolving import Settings

    pack = load_packs(Settings(config=config).of("message").packs)
    found = pack.rule(rule.partition("/")[0])
    if found is None:
        remedy = nearest(rule, [each.id for each in pack.rules]) or "“empathy-lint rules list” names them all."
        raise ProblemError(Problem("", f"There is no rule named “{rule}”.", remedy))
    draw_rule(make_console(sys.stdout, View(color=color)), found, pack.evidence)
    stop_for(pack.problems)
