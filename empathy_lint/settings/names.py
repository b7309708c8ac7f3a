"""Names of rules and formats in settings, held against those that are known. Settings do not know them themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from empathy_lint.errors import Problem, nearest
from empathy_lint.settings.model import FileSettings, Statement

_ABOUT_RULES = frozenset(("select", "ignore", "severity", "rules", "words"))


def unknown_names(
    settings: FileSettings, rules: Collection[str], formats: Collection[str], titles: Mapping[str, str] | None = None
) -> list[Problem]:
    """A problem for each name that nobody knows, where it is written, once.

    `rules` are the names that may be selected: rules, entries as `rule/entry`, dimensions; `titles` are what reports
    call them.
    """
    problems: dict[Problem, None] = {}
    for silence in settings.silences:
        for name in sorted(silence.rules - set(rules)):
            told = Statement("silence", name, "", silence.origin)
            problems[_problem(told, f"There is no rule named “{name}”.", nearest(name, rules, titles))] = None
    for row in settings.stated:
        if row.key in _ABOUT_RULES and row.name not in rules:
            problem = _problem(row, f"There is no rule named “{row.name}”.", nearest(row.name, rules, titles))
        elif row.key == "format-of" and row.value not in formats:
            problem = _problem(row, f"“{row.value}” is no format.", nearest(row.value, formats))
        else:
            continue
        problems[problem] = None
    return list(problems)


def _problem(row: Statement, message: str, remedy: str) -> Problem:
    if row.origin.line is None:
        return Problem("", f"{row.origin}: {message[:1].lower()}{message[1:]}", remedy)
    return Problem(row.origin.label, message, remedy, row.origin.line, row.origin.column)
