"""The text of a config file becomes what it says, with every mistake at its place. Here pydantic is loaded.

Nothing outside of the text is looked at, so that what it says can be kept with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.model import Origin, Silence, Statement

if TYPE_CHECKING:
    from empathy_lint.located_yaml import LocatedYaml
    from empathy_lint.settings.schema import Choices, ConfigFile, Silenced

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Said:
    """What a config file says. Paths are as they are written there; `extends` has no value where it extends nothing.

    Overrides and silences come with the globs of the files that they are for.
    A statement about `offers` is always among the others, without a value where the file is silent about them.
    """

    extends: Statement
    statements: tuple[Statement, ...]
    overrides: tuple[tuple[tuple[str, ...], tuple[Statement, ...]], ...]
    silences: tuple[tuple[tuple[str, ...], Silence], ...] = ()


def parse_config(path: PurePath, text: str, name: str) -> Said:
    """What the text of the config at `path` says; raises ProblemError, which calls the file `name`, with all that is
    wrong.
    """
    from empathy_lint.settings.schema import ConfigFile
    from empathy_lint.validation import validate

    located = _located(path, text, name)
    model, problems = validate(located, ConfigFile)
    if model is None:
        raise ProblemError(*problems)
    return Said(
        Statement("extends", "", model.extends or "", _origin(located, ("extends",))),
        tuple(_statements(model, located)),
        tuple(
            (tuple(override.paths), tuple(_choices(override, located, ("overrides", index))))
            for index, override in enumerate(model.overrides)
        ),
        tuple(
            (tuple(row.files), _silence(row, _origin(located, ("silence", index))))
            for index, row in enumerate(model.silence)
        ),
    )


def write_said(said: Said) -> bytes:
    """The same as bytes, without the name of the file."""
    overrides = [[list(globs), [_row(each) for each in rows]] for globs, rows in said.overrides]
    silences = [[list(globs), *_silence_row(silence)] for globs, silence in said.silences]
    data = [_row(said.extends), [_row(each) for each in said.statements], overrides, silences]
    return json.dumps(data, separators=(",", ":")).encode()


def read_said(value: bytes, name: str) -> Said:
    """What `write_said` wrote, for a file that is called `name`."""
    extends, statements, overrides, silences = json.loads(value)
    return Said(
        _statement(extends, name),
        tuple(_statement(row, name) for row in statements),
        tuple((tuple(globs), tuple(_statement(row, name) for row in rows)) for globs, rows in overrides),
        tuple((tuple(globs), _read_silence(row, name)) for globs, *row in silences),
    )


def _row(statement: Statement) -> list[Any]:
    return [statement.key, statement.name, statement.value, statement.origin.line, statement.origin.column]


def _statement(row: list[Any], name: str) -> Statement:
    key, about, value, line, column = row
    return Statement(key, about, value, Origin(name, line, column))


def _silence_row(silence: Silence) -> list[Any]:
    origin = silence.origin
    return [list(silence.keys), sorted(silence.rules), silence.reason, silence.of, origin.line, origin.column]


def _read_silence(row: list[Any], name: str) -> Silence:
    keys, rules, reason, of, line, column = row
    return Silence(tuple(keys), frozenset(rules), reason, Origin(name, line, column), of)


def _located(path: PurePath, text: str, name: str) -> LocatedYaml:
    from empathy_lint.located_yaml import LocatedYaml, load_located_yaml
    from empathy_lint.settings.located_toml import TABLE, load_located_toml

    if path.suffix == ".toml":
        located = load_located_toml(text, name)
        if located is None:
            remedy = "Write the settings below a line [tool.empathy-lint]."
            raise ProblemError(Problem(name, f"There is no [{'.'.join(TABLE)}] in this file.", remedy))
        return located
    located = load_located_yaml(text, name)
    return located if located.data is not None else LocatedYaml(name, {}, {})


def _statements(model: ConfigFile, located: LocatedYaml) -> Iterator[Statement]:
    """What the top level of a file says."""

    def state(key: str, at: int | str | None, name: str, value: str) -> Statement:
        where = (key,) if at is None else (key, at)
        return Statement(key, name, value, _origin(located, where))

    yield from _choices(model, located, ())
    if model.fail_under is not None:
        yield state("fail-under", None, "", f"{model.fail_under:g}")
    if model.fail_on is not None:
        yield state("fail-on", None, "", model.fail_on)
    yield state("offers", None, "", model.offers or "")
    if model.pipeline is not None:
        yield state("pipeline", None, "", model.pipeline)
    if model.baseline is not None:
        yield state("baseline", None, "", model.baseline)
    if model.tone is not None:
        yield state("tone", None, "", "on" if model.tone else "off")
    lists = {"select": model.select, "ignore": model.ignore, "allow": model.allow}
    for key, names in {**lists, "exclude": model.exclude, "include": model.include}.items():
        for index, name in enumerate(names):
            yield state(key, index, name, "off" if key == "ignore" else "")
    for index, pack in enumerate(model.packs):
        yield state("packs", index, pack, "")
    for rule, phrases in model.words.items():
        for index, phrase in enumerate(phrases):
            yield Statement("words", rule, phrase, _origin(located, ("words", rule, index)))
    for glob, name in model.format_of.items():
        yield state("format-of", glob, glob, name)


def _silence(row: Silenced, origin: Origin) -> Silence:
    of = ", ".join(row.keys) or ", ".join(row.files)
    return Silence(tuple(row.keys), frozenset(row.rules), row.reason, origin, of)


def _choices(model: Choices, located: LocatedYaml, at: Steps) -> Iterator[Statement]:
    """What may be said for all files or in an override; `at` are the steps to the override."""

    def state(key: str, where: Steps, name: str, value: str) -> Statement:
        return Statement(key, name, value, _origin(located, (*at, *where)))

    if model.channel is not None:
        yield state("channel", ("channel",), "", model.channel)
    if model.situation is not None:
        yield state("situation", ("situation",), "", model.situation)
    for role in type(model.columns).model_fields:
        if names := getattr(model.columns, role):
            yield state("columns", ("columns", role), role, "\n".join(" ".join(name.split()) for name in names))
    for name, limit in model.limits.said().items():
        yield state("limits", ("limits", name), name, f"{limit:g}")
    for name, severity in model.severity.items():
        yield state("severity", ("severity", name), name, severity)
    for name, setting in model.rules.items():
        if isinstance(setting, str):
            yield state("rules", ("rules", name), name, setting)
            continue
        yield state("rules", ("rules", name), name, "on")
        if setting.severity is not None:
            yield state("severity", ("rules", name, "severity"), name, setting.severity)
        for index, entry in enumerate(setting.off):
            yield state("rules", ("rules", name, "off", index), f"{name}/{entry}", "off")


def _origin(located: LocatedYaml, where: Steps) -> Origin:
    return Origin(located.path, *located.place(where))
