"""A config file becomes layers: what it extends, what it says for all files, and each of its overrides."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.confinement import is_inside, outside, refuse_outside
from empathy_lint.settings.globs import matches
from empathy_lint.settings.model import Origin, Silence, Statement
from empathy_lint.settings.parsing import Said, parse_config, read_said, write_said
from empathy_lint.store.identity import digest_of, identity

if TYPE_CHECKING:
    from empathy_lint.store.store import Store

PYPROJECT: Final = "pyproject.toml"
OFFERS: Final = "offers.yaml"  # beside a config, it need not be named there
NAMES: Final = (".empathy-lint.yaml", ".empathy-lint.yml", PYPROJECT)


@dataclass(frozen=True)
class Layer:
    """What is said in one place, for the files that match one of `globs`; None means every file."""

    statements: tuple[Statement, ...]
    globs: tuple[str, ...] | None = None
    silences: tuple[Silence, ...] = ()

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


def load_config(
    path: Path, root: Path | None = None, store: Store | None = None, *, allow_outside: bool = False
) -> Config:
    """Load a config file and what it extends. `root` is its own folder unless given; `store` may know what they say.
    What it names has to lie inside of its project, unless `allow_outside`.

    Raises ProblemError with all that is wrong.
    """
    path = absolute(path)
    folder = root or path.parent
    project = None if allow_outside else project_root(path)
    config = Config(path, folder, tuple(_layers(path, project, (path,), store)))
    if project is not None:
        refuse_outside((row for layer in config.layers for row in layer.statements), project)
    return config


def project_root(path: Path) -> Path:
    """The folder of the repository that holds a file, or the file's own folder outside of one."""
    return next((folder for folder in path.parents if (folder / ".git").exists()), path.parent)


def _layers(path: Path, project: Path | None, chain: tuple[Path, ...], store: Store | None) -> Iterator[Layer]:
    said = _said(path, store)
    if said.extends.value:
        base = _base(path, said, project, chain)
        yield from _layers(base, project, (*chain, base), store)
    yield Layer(tuple(found for row in said.statements if (found := _in_place(row, path.parent))))
    for globs, statements in said.overrides:
        yield Layer(statements, globs)
    for globs, silence in said.silences:
        yield _silence(globs, silence)


def _silence(globs: tuple[str, ...], silence: Silence) -> Layer:
    """What silences rules for some messages, beside a statement that tells of it."""
    said = f"{', '.join(sorted(silence.rules)) or 'all rules'} ({silence.reason})"
    return Layer((Statement("silence", silence.of, said, silence.origin),), globs, (silence,))


def _said(path: Path, store: Store | None) -> Said:
    """What a config says, by the store if it knows; to find out anew takes longer than a check of unchanged files."""
    text, name = _text(path), shown(path)
    if store is None:
        return parse_config(path, text, name)
    key = digest_of([b"config", identity(), path.suffix.encode(), text.encode("utf-8", "surrogatepass")])
    kept = store.get([key])
    if key in kept:
        return read_said(kept[key], name)
    said = parse_config(path, text, name)
    store.put({key: write_said(said)})
    return said


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError(Problem(shown(path), "This config is not UTF-8 text.", "Save it as UTF-8.")) from error
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(shown(path), f"This config cannot be read: {reason}.")) from error


def _base(path: Path, said: Said, project: Path | None, chain: tuple[Path, ...]) -> Path:
    """The file that a config extends, unless it is missing, outside the project, or extends this one in turn."""
    name, origin = said.extends.value, said.extends.origin

    def problem(message: str, remedy: str) -> ProblemError:
        return ProblemError(Problem(origin.label, message, remedy, origin.line, origin.column))

    base = absolute(path.parent / name)
    if base in chain:
        circle = " → ".join(shown(each) for each in (*chain[chain.index(base) :], base))
        raise problem(f"These configs extend each other: {circle}.", "Take one of them out.")
    if project is not None and not is_inside(base, project):
        raise ProblemError(outside(origin, name, project))
    if not base.is_file():
        raise problem(f"There is no file “{name}” to extend.", "The path begins at this config's folder.")
    return base


def _in_place(row: Statement, folder: Path) -> Statement | None:
    """A statement of a config in a folder, its paths from there; None for offers neither named nor beside it."""
    if row.key == "packs":
        return replace(row, name=os.path.normpath(folder / row.name))
    if row.key == "baseline":
        return replace(row, value=os.path.normpath(folder / row.value))
    if row.key == "pipeline":
        return replace(row, value=str(folder / row.value)) if (folder / row.value).is_dir() else row
    if row.key == "offers":
        if row.value:
            return replace(row, value=os.path.normpath(folder / row.value))
        beside = folder / OFFERS
        return replace(row, value=str(beside), origin=Origin(shown(beside))) if beside.is_file() else None
    return row
