"""The settings of each file: its config is found upwards from its folder, and flags win over all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from empathy_lint import limits
from empathy_lint.errors import Problem, ProblemError
from empathy_lint.settings.confinement import is_inside, outside
from empathy_lint.settings.globs import matches
from empathy_lint.settings.loading import (
    NAMES,
    PYPROJECT,
    Config,
    Layer,
    absolute,
    has_table,
    load_config,
    project_root,
    shown,
)
from empathy_lint.settings.model import (
    DEFAULT,
    DEFAULT_FAIL_ON,
    DEFAULT_FAIL_UNDER,
    FileSettings,
    Flags,
    Origin,
    Statement,
)
from empathy_lint.settings.reading import NamedColumn, ReadingOptions
from empathy_lint.words import SEVERITIES

if TYPE_CHECKING:
    from empathy_lint.store.store import Store

T = TypeVar("T")
_Slot = tuple[str, str, str]
_DEFAULTS = (
    Statement("channel", "", "from the message", DEFAULT),
    Statement("situation", "", "from the message", DEFAULT),
    Statement("fail-under", "", f"{DEFAULT_FAIL_UNDER:g}", DEFAULT),
    Statement("fail-on", "", DEFAULT_FAIL_ON, DEFAULT),
    *(
        Statement("limits", name, f"{getattr(limits.LIMITS, attribute):g}", DEFAULT)
        for name, attribute in limits.NAMES.items()
    ),
)


class Settings:
    """Finds the settings of files. One serves a whole run; every config is read once.

    `config` is a file to use for all paths instead of those found upwards; its globs are relative to the folder in
    which the program runs. `store` may know what configs say that have not changed.
    """

    def __init__(self, flags: Flags | None = None, config: Path | None = None, store: Store | None = None) -> None:
        self._store = store
        self._flags = _flag_layer(flags or Flags())
        self._says_formats = any(row.key == "format-of" for row in self._flags.statements)
        self._allow_outside = flags is not None and flags.allow_outside
        self._given = config
        self._by_folder: dict[Path, Path | ProblemError | None] = {}
        self._loaded: dict[Path, Config | ProblemError] = {}
        self._resolved: dict[tuple[Path | None, tuple[int, ...], str | None], FileSettings] = {}

    def of(self, path: str | Path) -> FileSettings:
        """The settings of a file, which need not exist; raises ProblemError when its config cannot be used."""
        config, wanted = self._config(path), self._wanted_format(path)
        if config is None:
            return self._shared(None, (self._flags,), (), wanted)
        relative = _relative(path, config.root)
        numbers = tuple(number for number, layer in enumerate(config.layers) if layer.applies(relative))
        layers = (*(config.layers[number] for number in numbers), self._flags)
        return self._shared(config, layers, numbers, wanted or _format(layers[:-1], relative))

    def excludes(self, path: str | Path) -> bool:
        """Whether the config leaves a file or folder out of the folders that are checked."""
        config = self._config(path)
        return config is not None and matches(config.exclude, _relative(path, config.root))

    def includes(self, path: str | Path) -> bool:
        """Whether a file is to be read whatever its type: the config wants it, or its format is said."""
        if self._wanted_format(path) is not None:
            return True
        config = self._config(path)
        if config is None:
            return False
        relative = _relative(path, config.root)
        return matches(config.include, relative) or _format(config.layers, relative) is not None

    def _wanted_format(self, path: str | Path) -> str | None:
        """What the flags say that a file is read as; their globs begin where the program runs."""
        # It is asked for every file, and to work out its path from here takes long.
        return _format((self._flags,), _relative(path, Path.cwd())) if self._says_formats else None

    def _config(self, path: str | Path) -> Config | None:
        if self._given is not None:
            return self._load(self._given, Path.cwd())
        found = self._find(absolute(path).parent)
        if found is None:
            return None
        self._refuse_outside(found)
        return self._load(found)

    def _refuse_outside(self, found: Path) -> None:
        """A config that is found has to lie where it was found: as a link, it could lead anywhere."""
        # It is asked for every file, and where the project begins takes long to find.
        if self._allow_outside or not found.is_symlink():
            return
        project = project_root(found)
        if not is_inside(found, project):
            raise ProblemError(outside(Origin(shown(found)), found.name, project))

    def _load(self, path: Path, root: Path | None = None) -> Config:
        if path not in self._loaded:
            self._loaded[path] = _kept(lambda: load_config(path, root, self._store, allow_outside=self._allow_outside))
        return _told(self._loaded[path])

    def _find(self, folder: Path) -> Path | None:
        """The config that governs a folder: its own, or that of the nearest folder above within the repository."""
        if folder not in self._by_folder:
            found = _kept(lambda: _config_in(folder))
            if found is None and not _is_top(folder):
                found = self._find(folder.parent)
            self._by_folder[folder] = found
        return _told(self._by_folder[folder])

    def _shared(
        self, config: Config | None, layers: Sequence[Layer], numbers: tuple[int, ...], format_name: str | None
    ) -> FileSettings:
        key = (config.path if config else None, numbers, format_name)
        if key not in self._resolved:
            self._resolved[key] = _resolve(config, layers, format_name)
        return self._resolved[key]


def _kept(work: Callable[[], T]) -> T | ProblemError:
    """What the work gives, or what was wrong: a mistake is found once and told for every file it touches."""
    try:
        return work()
    except ProblemError as error:
        return error


def _told(result: T | ProblemError) -> T:
    if isinstance(result, ProblemError):
        raise result
    return result


def _config_in(folder: Path) -> Path | None:
    """The config of a folder; raises ProblemError when there are two."""
    present = [folder / name for name in NAMES if (folder / name).is_file()]
    found = [path for path in present if path.name != PYPROJECT or has_table(path)]
    if len(found) > 1:
        names = " and ".join(path.name for path in found)
        message = f"There are two configs in this folder: {names}."
        raise ProblemError(Problem(shown(found[1]), message, "Keep one of them."))
    return found[0] if found else None


def _is_top(folder: Path) -> bool:
    """Whether the search for a config ends here: at a repository's root, at home, or where there is no parent."""
    return folder == folder.parent or (folder / ".git").exists() or folder == _home()


def _home() -> Path | None:
    """The home of the user; None for one without, as in a container that runs under a bare number."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def _relative(path: str | Path, root: Path) -> str:
    relative = os.path.relpath(absolute(path), root).replace(os.sep, "/")
    return f"{relative}/" if str(path).endswith(("/", os.sep)) else relative


def _format(layers: Iterable[Layer], relative: str) -> str | None:
    rows = (row for layer in layers for row in layer.statements if row.key == "format-of")
    names = [row.value for row in rows if matches((row.name,), relative)]
    return names[-1] if names else None


def _flag_layer(flags: Flags) -> Layer:
    single = {
        "channel": flags.channel,
        "situation": flags.situation,
        "fail-under": None if flags.fail_under is None else f"{flags.fail_under:g}",
        "fail-on": flags.fail_on,
        "baseline": None if flags.baseline is None else str(flags.baseline),
    }
    rows = [Statement(key, "", value, Origin(f"--{key}")) for key, value in single.items() if value is not None]
    rows += [Statement("format-of", glob, name, Origin("--format-of")) for glob, name in flags.format_of]
    rows += [Statement("select", name, "", Origin("--select")) for name in flags.select]
    rows += [Statement("ignore", name, "off", Origin("--ignore")) for name in flags.ignore]
    return Layer(tuple(rows))


def _resolve(config: Config | None, layers: Sequence[Layer], format_name: str | None) -> FileSettings:
    folded = _folded(layers)
    rows = list(folded.values())
    single = {row.key: row for row in rows if not row.name}
    switched = {row.name: row.value for row in rows if row.slot[0] == "switch"}
    selected = {row.name for row in rows if row.key == "select"}
    if selected:  # what is switched on by name is wanted, too
        selected |= {name for name, value in switched.items() if value == "on"}
    words: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.key == "words":
            words[row.name] = (*words.get(row.name, ()), row.value)
    everything = (*(config.layers if config else ()), layers[-1])
    return FileSettings(
        channel=single["channel"].value if "channel" in single else None,
        situation=single["situation"].value if "situation" in single else None,
        fail_under=float(single["fail-under"].value) if "fail-under" in single else DEFAULT_FAIL_UNDER,
        fail_on=single["fail-on"].value if "fail-on" in single else DEFAULT_FAIL_ON,
        select=frozenset(selected),
        ignore=frozenset(name for name, value in switched.items() if value == "off"),
        severities={row.name: SEVERITIES[row.value] for row in rows if row.key == "severity"},
        words=words,
        allow=tuple(row.name for row in rows if row.key == "allow"),
        packs=tuple(Path(row.name) for row in rows if row.key == "packs"),
        format=format_name,
        offers=Path(single["offers"].value) if "offers" in single else None,
        pipeline=single["pipeline"].value if "pipeline" in single else None,
        reading=ReadingOptions(
            limits.limits_of({row.name: row.value for row in rows if row.key == "limits"}),
            tuple(_column(row) for row in rows if row.key == "columns"),
        ),
        tone="tone" not in single or single["tone"].value == "on",
        baseline=Path(single["baseline"].value) if "baseline" in single else None,
        silences=tuple(silence for layer in layers for silence in layer.silences),
        decided_by={key: _decider(single[key]) for key in ("channel", "situation") if key in single},
        config=config.path if config else None,
        explained=(*(row for row in _DEFAULTS if row.slot not in folded), *rows),
        stated=tuple(row for layer in everything for row in layer.statements),
    )


def _column(row: Statement) -> NamedColumn:
    return NamedColumn(row.name, tuple(row.value.split("\n")), str(row.origin))


def _decider(row: Statement) -> str:
    return "config" if row.origin.line else "flag"


def _folded(layers: Iterable[Layer]) -> dict[_Slot, Statement]:
    """What holds in the end: later layers win; lists add up, but for `select`, which starts anew in each layer.

    A rule that a later `select` names is no longer switched off by an earlier layer.
    """
    kept: dict[_Slot, Statement] = {}
    for layer in layers:
        chosen = [row.name for row in layer.statements if row.key == "select"]
        if chosen:
            kept = {slot: row for slot, row in kept.items() if row.key != "select"}
        for name in chosen:
            kept.pop(("switch", name, ""), None)
        for row in layer.statements:
            kept.pop(row.slot, None)  # so that the order tells who spoke last
            kept[row.slot] = row
    return kept
