"""spaCy, imported without its command line.

`import spacy` brings in spaCy's own command line for one name, `spacy.info`, and with it a web client, a project
manager and a progress bar: a third of the time that the import takes, and nothing that a linter has a use for.
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
    try:
        return importlib.import_module("spacy")
    except ImportError:
        # Another release may want more of its command line than this one.
        _forget()
        return importlib.import_module("spacy")
    finally:
        _forget()


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
