"""`empathy-lint rules list`: all rules, by what they protect."""

from __future__ import annotations

import sys

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import AllowOutsideOption, Color, ColorOption, ConfigOption


@ends_plainly
def list_rules(
    config: ConfigOption = None, allow_outside: AllowOutsideOption = False, color: ColorOption = Color.AUTO
) -> None:
    """List all rules, with those of your own packs."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.reporting.rule_list import draw_rules
    from empathy_lint.reporting.terminal import make_console
    from empathy_lint.reporting.view import View
    from empathy_lint.settings.model import Flags
    from empathy_lint.settings.resolving import Settings

    pack = load_packs(Settings(Flags(allow_outside=allow_outside), config).of("message").packs)
    draw_rules(make_console(sys.stdout, View(color=color.wanted)), pack.rules)
    stop_for(pack.problems)
