"""File formats of installed packages: a module that reads text as blocks, or finds the texts in a container.

A format is known by the name of its entry point, which is also the ending of its files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.plugins import FORMATS, Plugin, offered


@dataclass(frozen=True)
class PluginFormat:
    """A format that a package offers. Calling what it offers raises ProblemError, naming the package, when it fails."""

    plugin: Plugin
    module: Any

    @property
    def is_container(self) -> bool:
        """Whether it finds texts inside of a file, each a message or a part of one."""
        return hasattr(self.module, "find_entries")

    @property
    def is_writable(self) -> bool:
        """Whether it says how words are written in it."""
        return hasattr(self.module, "escape")

    def call(self, function: str) -> Callable[..., Any]:
        """The function of that name, made safe to call."""

        def called(*arguments: Any) -> Any:
            try:
                return getattr(self.module, function)(*arguments)
            except ProblemError:
                raise
            except Exception as error:
                raise ProblemError(self.plugin.problem("failed", error)) from error

        return called


def names() -> Collection[str]:
    """The formats that installed packages offer."""
    return offered(FORMATS).keys()


def plugin_format(name: str) -> PluginFormat:
    """The format of that name; raises KeyError where no package offers it, ProblemError where it cannot be used."""
    plugin = offered(FORMATS)[name]
    module = plugin.load()
    if not hasattr(module, "find_entries") and not hasattr(module, "read_blocks"):
        text = f"The file format “{plugin.name}” of the installed package {plugin.packages} can read nothing."
        remedy = "A format has a function “find_entries(source)” or “read_blocks(masked, start, end)”."
        raise ProblemError(Problem("", text, remedy))
    return PluginFormat(plugin, module)
