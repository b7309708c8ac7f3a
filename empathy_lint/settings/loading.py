"""A config file becomes layers: what it extends, what it says for all files, and each of its overrides."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.globs import matches
from empathy_lint.settings.model import Origin, Statement

if TYPE_CHECKING:  # YAML and pydantic are imported once there is a config to read
    from empathy_lint.located_yaml import LocatedYaml
    from empathy_lint.settings.schema import Choices, ConfigFile

PYPROJECT: Final = "pyproject.toml"
Steps = tuple[str | int, ...]
OFFERS: Final = "offers.yaml"  # beside a config, it need not be named there
NAMES: Final = (".empathy-lint.yaml", ".empathy-lint.yml", PYPROJECT)


@dataclass(frozen=True)
class Layer:
    """What is said in one place, for the files that match one of `globs`; None means every file."""

    statements: tuple[Statement, ...]
    globs: tuple[str, ...] | None = None

    def applies(self, path: str) -> bool:
        """Whether the layer speaks of a path, which is relative to the config's folder, with forward slashes."""
        return self.globs is None or matches(self.globs, path)


@dataclass(frozen=True)
class Config:
    """A config file with all that it extends. `root` is the folder that its globs are relative to."""

    path: Path
    root: Path
    layers: tuple[Layer, ...]

    @cached_property
    def exclude(self) -> tuple[str, ...]:
        """Globs of what is left out of the folders that are checked."""
        return self._names("exclude")

    @cached_property
    def include(self) -> tuple[str, ...]:
        """Globs of what is read there whatever its type."""
        return self._names("include")

    def _names(self, key: str) -> tuple[str, ...]:
        return tuple(row.name for layer in self.layers for row in layer.statements if row.key == key)


def absolute(path: str | Path) -> Path:
    """The path from the root, symbolic links left as they are: globs speak of paths as the user sees them."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links


def shown(path: Path) -> str:
    """A path as the user would write it here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return relative if not relative.startswith(f"..{os.sep}..") else str(path)


def has_table(path: Path) -> bool:
    """Whether a pyproject.toml holds settings of ours; raises ProblemError when it is broken."""
    from empathy_lint.settings.located_toml import load_located_toml

    return load_located_toml(_text(path), shown(path)) is not None


def load_config(path: Path, root: Path | None = None) -> Config:
    """Load a config file and what it extends. `root` is its own folder unless given.

    Raises ProblemError with all that is wrong.
    """
    path = absolute(path)
    folder = root or path.parent
    return Config(path, folder, tuple(_layers(path, project_root(path), (path,))))


def project_root(path: Path) -> Path:
    """The folder of the repository that holds a file, or the file's own folder outside of one."""
    return next((folder for folder in path.parents if (folder / ".git").exists()), path.parent)


def _layers(path: Path, project: Path, chain: tuple[Path, ...]) -> Iterator[Layer]:
    from empathy_lint.settings.schema import ConfigFile
    from empathy_lint.validation import validate

    located = _located(path)
    model, problems = validate(located, ConfigFile)
    if model is None:
        raise ProblemError(*problems)
    if model.extends:
        base = _base(path, model, located, project, chain)
        yield from _layers(base, project, (*chain, base))
    yield Layer(tuple(_statements(model, located, path.parent)))
    for index, override in enumerate(model.overrides):
        statements = _choices(override, located, ("overrides", index))
        yield Layer(tuple(statements), tuple(override.paths))


def _located(path: Path) -> LocatedYaml:
    from empathy_lint.located_yaml import LocatedYaml, load_located_yaml
    from empathy_lint.settings.located_toml import TABLE, load_located_toml

    text, name = _text(path), shown(path)
    if path.suffix == ".toml":
        located = load_located_toml(text, name)
        if located is None:
            remedy = "Write the settings below a line [tool.empathy-lint]."
            raise ProblemError(Problem(name, f"There is no [{'.'.join(TABLE)}] in this file.", remedy))
        return located
    located = load_located_yaml(text, name)
    return located if located.data is not None else LocatedYaml(name, {}, {})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError(Problem(shown(path), "This config is not UTF-8 text.", "Save it as UTF-8.")) from error
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(shown(path), f"This config cannot be read: {reason}.")) from error


def _base(path: Path, model: ConfigFile, located: LocatedYaml, project: Path, chain: tuple[Path, ...]) -> Path:
    """The file that a config extends, unless it is missing, outside the project, or extends this one in turn."""
    base = absolute(path.parent / str(model.extends))
    at = ("extends",)
    if base in chain:
        circle = " → ".join(shown(each) for each in (*chain[chain.index(base) :], base))
        raise ProblemError(located.problem(at, f"These configs extend each other: {circle}.", "Take one of them out."))
    if not base.is_file():
        message = f"There is no file “{model.extends}” to extend."
        raise ProblemError(located.problem(at, message, "The path begins at this config's folder."))
    if not model.extends_outside_project and not base.resolve().is_relative_to(project.resolve()):
        message = f"“{model.extends}” is outside the project ({project})."
        remedy = "Copy it into the project, or write “extends-outside-project: true” here to allow it."
        raise ProblemError(located.problem(at, message, remedy))
    return base


def _offers(model: ConfigFile, located: LocatedYaml, folder: Path) -> Iterator[Statement]:
    """The file of offers that the config names, or the one beside it."""
    if model.offers is not None:
        yield Statement("offers", "", os.path.normpath(folder / model.offers), _origin(located, ("offers",)))
    elif (folder / OFFERS).is_file():
        yield Statement("offers", "", str(folder / OFFERS), Origin(shown(folder / OFFERS)))


def _statements(model: ConfigFile, located: LocatedYaml, folder: Path) -> Iterator[Statement]:
    """What the top level of a file says."""

    def state(key: str, at: int | str | None, name: str, value: str) -> Statement:
        where = (key,) if at is None else (key, at)
        return Statement(key, name, value, _origin(located, where))

    yield from _choices(model, located, ())
    if model.fail_under is not None:
        yield state("fail-under", None, "", f"{model.fail_under:g}")
    if model.fail_on is not None:
        yield state("fail-on", None, "", model.fail_on)
    yield from _offers(model, located, folder)
    if model.pipeline is not None:
        inside = folder / model.pipeline
        yield state("pipeline", None, "", str(inside) if inside.is_dir() else model.pipeline)
    if model.baseline is not None:
        yield state("baseline", None, "", os.path.normpath(folder / model.baseline))
    if model.tone is not None:
        yield state("tone", None, "", "on" if model.tone else "off")
    lists = {"select": model.select, "ignore": model.ignore, "allow": model.allow}
    for key, names in {**lists, "exclude": model.exclude, "include": model.include}.items():
        for index, name in enumerate(names):
            yield state(key, index, name, "off" if key == "ignore" else "")
    for index, pack in enumerate(model.packs):
        yield state("packs", index, os.path.normpath(folder / pack), "")
    for rule, phrases in model.words.items():
        for index, phrase in enumerate(phrases):
            yield Statement("words", rule, phrase, _origin(located, ("words", rule, index)))
    for glob, name in model.format_of.items():
        yield state("format-of", glob, glob, name)


def _choices(model: Choices, located: LocatedYaml, at: Steps) -> Iterator[Statement]:
    """What may be said for all files or in an override; `at` are the steps to the override."""

    def state(key: str, where: Steps, name: str, value: str) -> Statement:
        return Statement(key, name, value, _origin(located, (*at, *where)))

    if model.channel is not None:
        yield state("channel", ("channel",), "", model.channel)
    if model.situation is not None:
        yield state("situation", ("situation",), "", model.situation)
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
