"""Words of the command line that are taken as they stand, without the library that would check their type.

Recent releases of typer hand every option to pydantic, even those that were not given: a quarter of the time that a
check of unchanged files takes. What is no plain word still goes that way, and all of it where typer is another one.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, Final

_NOT_PLAIN: Final = object()


def take_plain_words(command: Any) -> Any:
    """The command, of which all parameters take missing and plain words as they are."""
    for parameter in command.params:
        _take(parameter)
    _take_help(command)
    for inner in getattr(command, "commands", {}).values():
        take_plain_words(inner)
    return command


def _take_help(command: Any) -> None:
    """The same for `--help`, which a command makes for itself when it is first asked for its options."""
    made = command.get_help_option

    def get_help_option(context: Any) -> Any:
        option = made(context)
        if option is not None and "process_value" not in vars(option):
            _take(option)
        return option

    command.get_help_option = get_help_option


def _take(parameter: Any) -> None:
    parameter.process_value = _processing(parameter, parameter.process_value)


def _processing(parameter: Any, check: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def process(context: Any, value: Any) -> Any:
        taken = _taken(parameter, value)
        if taken is _NOT_PLAIN:
            return check(context, value)
        return taken if parameter.callback is None else parameter.callback(context, parameter, taken)

    return process


def _taken(parameter: Any, value: Any) -> Any:
    """What the parameter makes of a value that needs no look."""
    if value is None and not parameter.required:
        return () if parameter.multiple or parameter.nargs == -1 else None
    described = getattr(parameter, "type_descriptor", None)
    if described is None:
        return _NOT_PLAIN
    if isinstance(value, Enum):  # a default
        return value if isinstance(value, described.annotation) else _NOT_PLAIN
    if described.parameter_info.parser is not None:
        return _NOT_PLAIN
    if described.annotation == list[str] and isinstance(value, (list, tuple)) and value:
        return list(value)
    return value if described.annotation is str and isinstance(value, str) else _NOT_PLAIN
