"""`empathy-lint rules show`: one rule, explained to someone who writes messages."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from empathy_lint.cli.completing import rules
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import Color, ColorOption, ConfigOption
from empathy_lint.errors import Problem, ProblemError, nearest


@ends_plainly
def show(
    rule: Annotated[
        str,
        typer.Argument(metavar="RULE", autocompletion=rules, help="The name of the rule, as reports print it."),
    ],
    config: ConfigOption = None,
    color: ColorOption = Color.AUTO,
) -> None:
    """Explain a rule: what it flags, why, the evidence, what to write instead, how to silence it."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.reporting.rule_page import draw_rule
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.resolving import Settings

    pack = load_packs(Settings(config=config).of("message").packs)
    name, _, entry = rule.partition("/")
    found = pack.rule(name)
    if found is None or (entry and entry not in [each.id for each in found.entries]):
        known = [each.id for each in pack.rules] if found is None else [f"{name}/{each.id}" for each in found.entries]
        remedy = nearest(rule, known) or "“empathy-lint rules list” names them all."
        raise ProblemError(Problem("", f"There is no rule named “{rule}”.", remedy))
    draw_rule(make_console(sys.stdout, View(color=color.wanted)), found, pack.evidence)
    stop_for(pack.problems)
