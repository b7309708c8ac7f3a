"""spaCy, imported without its command line, and quick to find what other packages add to it.

`import spacy` brings in spaCy's own command line for one name, `spacy.info`, and with it a web client, a project
manager and a progress bar: a third of the time that the import takes, and nothing that a linter has a use for.

While a pipeline is made, catalogue, which finds spaCy's functions by name, goes through the entry points of all
installed packages a hundred times. It also takes them sorted by their groups, as Python once gave them.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any, Final

_COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")


def spacy_library() -> ModuleType:
    """The package `spacy`; whoever imports `spacy.cli` later gets the real one."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    for name in _COMMAND_LINE:
        sys.modules[name] = _stand_in(name)
    _group_entry_points()
    try:
        return importlib.import_module("spacy")
    except ImportError:
        # Another release may want more of its command line than this one.
        _forget()
        return importlib.import_module("spacy")
    finally:
        _forget()


def _group_entry_points() -> None:
    try:
        catalogue: Any = importlib.import_module("catalogue")
        points = catalogue.AVAILABLE_ENTRY_POINTS
    except (ImportError, AttributeError):
        return
    if isinstance(points, dict):
        # In Python 3.11 they are sorted already, in a dictionary that warns whoever uses it as one.
        rows = {name: list(dict.__getitem__(points, name)) for name in dict.__iter__(points)}
        catalogue.AVAILABLE_ENTRY_POINTS = rows
        return
    groups: dict[str, list[Any]] = {}
    for point in points:
        groups.setdefault(point.group, []).append(point)
    catalogue.AVAILABLE_ENTRY_POINTS = groups


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    return module


def _info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` gives, for programs that use spaCy beside this one."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)


def _forget() -> None:
    for name in _COMMAND_LINE:
        if getattr(sys.modules.get(name), "__file__", None) is None:
            sys.modules.pop(name, None)
