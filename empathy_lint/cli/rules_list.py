"""`empathy-lint rules list`: all rules, by what they protect."""

from __future__ import annotations

import sys

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import Color, ColorOption, ConfigOption


@ends_plainly
def list_rules(config: ConfigOption = None, color: ColorOption = Color.AUTO) -> None:
    """List all rules, with those of your own packs."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.reporting.rule_list import draw_rules
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.resolving import Settings

    pack = load_packs(Settings(config=config).of("message").packs)
    draw_rules(make_console(sys.stdout, View(color=color.wanted)), pack.rules)
    stop_for(pack.problems)
