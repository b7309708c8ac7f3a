"""What a shell may complete: words that are known here, and the rules of the packs that hold in the working folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Complete = Callable[[str], list[str]]


def words(known: Iterable[str]) -> Complete:
    """Completes one of the `known` words."""
    listed = tuple(known)

    def complete(incomplete: str) -> list[str]:
        return [word for word in listed if word.startswith(incomplete)]

    return complete


def rules(incomplete: str) -> list[str]:
    """Rules, and the entries of a rule once its name and a “/” are there."""
    return [name for name in _names() if name.startswith(incomplete) and ("/" in incomplete) >= ("/" in name)]


def rules_with_commas(incomplete: str) -> list[str]:
    """The same for the last of several names with commas between them."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in rules(last)]


def formats(incomplete: str) -> list[str]:
    """Report formats, with those of installed packages."""
    from empathy_lint.cli.outputs import FORMATS
    from empathy_lint.plugins import REPORTERS, offered

    return [name for name in (*FORMATS, *offered(REPORTERS)) if name.startswith(incomplete)]


def reports(incomplete: str) -> list[str]:
    """The format of “FORMAT=FILE”; the shell knows the files."""
    return [f"{name}=" for name in formats(incomplete)]


def _names() -> list[str]:
    """What may be selected; nothing where the settings have a mistake, which is no time to tell of."""
    from empathy_lint.checking.packs import load_packs
    from empathy_lint.checking.selection import selectable
    from empathy_lint.errors import ProblemError
    from empathy_lint.settings.resolving import Settings

    try:
        return sorted(selectable(load_packs(Settings().of("message").packs)))
    except ProblemError:
        return []
