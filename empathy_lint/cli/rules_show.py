"""`empathy-lint rules show`: one rule, explained to someone who writes messages."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from empathy_lint.cli.completing import rules
from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import AllowOutsideOption, Color, ColorOption, ConfigOption
from empathy_lint.errors import Problem, ProblemError, nearest

if TYPE_CHECKING:
    from empathy_lint.checking.rule import Rule

_QUOTES: Final = str.maketrans("", "", "“”\"'’")


@ends_plainly
def show(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE", autocompletion=rules, help="The rule by its name (“blame-language”) or its title (“Blame”)."
        ),
    ],
    config: ConfigOption = None,
    allow_outside: AllowOutsideOption = False,
    color: ColorOption = Color.AUTO,
) -> None:
    """Explain a rule: what it flags, why, the evidence, what to write instead, how to silence it."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.reporting.rule_page import draw_rule
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.model import Flags
    from empathy_lint.settings.resolving import Settings

    pack = load_packs(Settings(Flags(allow_outside=allow_outside), config).of("message").packs)
    name, _, entry = rule.partition("/")
    found = pack.rule(name) or _titled(rule, pack.rules)
    if found is not None and found.id != name:
        entry = ""
    if found is None or (entry and entry not in [each.id for each in found.entries]):
        known = [each.id for each in pack.rules] if found is None else [f"{name}/{each.id}" for each in found.entries]
        remedy = nearest(rule, known, pack.titles) or "“empathy-lint rules list” names them all."
        raise ProblemError(Problem("", f"There is no rule named “{rule}”.", remedy))
    draw_rule(make_console(sys.stdout, View(color=color.wanted)), found, pack.evidence)
    stop_for(pack.problems)


def _titled(words: str, rules: Iterable[Rule]) -> Rule | None:
    """The rule of this title, however it is capitalised and quoted."""
    wanted = _plain(words)
    return next((rule for rule in rules if _plain(rule.title) == wanted), None)


def _plain(words: str) -> str:
    return " ".join(words.translate(_QUOTES).casefold().split())
