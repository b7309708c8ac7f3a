"""All rules on one page, by what they protect."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from empathy_lint.checking.rule import Rule
from empathy_lint.reporting.wording import ABOUT
from empathy_lint.words import Dimension


def draw_rules(console: Console, rules: Sequence[Rule]) -> None:
    """Draw one table for each dimension, gravest rules first."""
    width = max((len(rule.id) for rule in rules), default=0)
    for dimension in Dimension:
        rows = sorted((rule for rule in rules if rule.dimension is dimension), key=lambda row: (-row.severity, row.id))
        if not rows:
            continue
        console.print(Text(dimension.value.capitalize(), style="bold").append(f"  {ABOUT[dimension]}", style="quiet"))
        table = Table.grid(padding=(0, 2))
        table.add_column(width=width, no_wrap=True)
        table.add_column(width=len("critical"))
        table.add_column()
        for rule in rows:
            table.add_row(rule.id, Text(rule.severity.label, style=rule.severity.label), rule.title)
        console.print(table)
        console.print()
    console.print(Text(f"{len(rules)} rules. More about one: empathy-lint rules show RULE", style="quiet"))
