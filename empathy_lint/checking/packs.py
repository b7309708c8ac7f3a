"""Rule packs: folders of YAML files, found, read, merged and compiled.

A later pack may change an earlier one's rules (`extends`). Whatever is wrong in any file is reported at once;
what is right still loads.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from empathy_lint.checking.compiling import Compiler, LocatedEntry, LocatedRule
from empathy_lint.checking.inference import Inference, compile_inference
from empathy_lint.checking.kinds.clauses import Clauses
from empathy_lint.checking.kinds.grammar import Grammar
from empathy_lint.checking.profiles import Profiles, compile_profiles
from empathy_lint.checking.rule import Element, Rule, SentenceKind, looks_at_sentences
from empathy_lint.checking.schema import (
    ElementFile,
    Entry,
    EvidenceFile,
    EvidenceNote,
    PatchFile,
    ProfilesFile,
    RuleFile,
    SituationsFile,
)
from empathy_lint.checking.vocabulary import Vocabulary, shipped_vocabulary
from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.located_yaml import LocatedYaml, load_located_yaml
from empathy_lint.plugins import PACKS, Plugin, offered
from empathy_lint.shipped import OPTIONAL, shipped_rules
from empathy_lint.validation import validate

# The key that tells what a file holds.
_MODELS: dict[str, type[BaseModel]] = {
    "extends": PatchFile,
    "id": RuleFile,
    "element": ElementFile,
    "profiles": ProfilesFile,
    "situations": SituationsFile,
    "evidence": EvidenceFile,
}


@dataclass(frozen=True)
class Pack:
    """All that was loaded: rules and elements by their order in the files, the two tables, and what is wrong."""

    rules: tuple[Rule, ...]
    elements: tuple[Element, ...]
    profiles: Profiles
    inference: Inference
    problems: tuple[Problem, ...] = ()
    evidence: Mapping[str, EvidenceNote] = field(default_factory=dict)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that name."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def titles(self) -> dict[str, str]:
        """What reports call each rule."""
        return {rule.id: rule.title for rule in self.rules}

    def sentence_kinds(self) -> tuple[SentenceKind, ...]:
        """Everything that looks at one sentence at a time, for rules and elements."""
        of_rules = [entry.kind for rule in self.rules for entry in rule.entries if looks_at_sentences(entry.kind)]
        return (*of_rules, *(kind for element in self.elements for kind in element.kinds))

    def facts(self) -> dict[str, str]:
        """The facts of grammar that are asked for, each with the first rule or element that asks."""
        kinds = [(rule.id, entry.kind) for rule in self.rules for entry in rule.entries]
        kinds += [(element.id, kind) for element in self.elements for kind in element.kinds]
        asked: dict[str, str] = {}
        for name, kind in kinds:
            for fact in sorted(kind.names) if isinstance(kind, Clauses) else ():
                asked.setdefault(fact, name)
        return asked

    def uses_lemmas(self) -> bool:
        """Whether a pattern for one of spaCy's matchers asks for lemmas."""
        kinds = [entry.kind for rule in self.rules for entry in rule.entries]
        return any("LEMMA" in repr(kind.patterns) for kind in kinds if isinstance(kind, Grammar))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a file in a pack, whichever of the shapes it has."""
    shapes: TypeAdapter[Any] = TypeAdapter(reduce(or_, _MODELS.values()))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shapes.json_schema(by_alias=True),
        "title": "empathy-lint rule pack",
    }


def load_packs(paths: Sequence[Path] = (), *, shipped: bool = True, vocabulary: Vocabulary | None = None) -> Pack:
    """Load the shipped rules and then the packs at `paths` (folders or files), each able to extend those
    before it.

    Never raises for a mistake in a file: `Pack.problems` lists them all.
    """
    reader = _Reader()
    for path in [*([shipped_rules()] if shipped else []), *paths]:
        reader.add(path)
    return reader.compiled(vocabulary or shipped_vocabulary())


def optional_packs() -> dict[str, Path]:
    """The packs that come with the program and are loaded only when they are named."""
    return {path.name: path for path in sorted((shipped_rules() / OPTIONAL).iterdir()) if path.is_dir()}


def _located(path: Path) -> Path:
    """The pack of that name that comes with the program or with an installed package, unless there is one of the
    user's own. Raises ProblemError when the package's cannot be used.
    """
    if path.exists():
        return path
    shipped, installed = optional_packs(), offered(PACKS)
    if path.name in shipped or path.name not in installed:
        return shipped.get(path.name, path)
    return _folder_of(installed[path.name])


def _folder_of(plugin: Plugin) -> Path:
    """The folder that an installed package offers: a path, or a module in whose folder the YAML files are."""
    found = plugin.load()
    try:
        folder = Path(found if isinstance(found, (str, Path)) else next(iter(found.__path__)))
        if not folder.is_dir():
            raise FileNotFoundError(f"there is no folder {folder}")
    except (AttributeError, StopIteration, TypeError, OSError) as error:
        raise ProblemError(plugin.problem("cannot be used", error)) from error
    return folder


@dataclass
class _Reader:
    """Gathers the files of all packs."""

    problems: list[Problem] = field(default_factory=list)
    rules: dict[str, LocatedRule] = field(default_factory=dict)
    elements: dict[str, tuple[ElementFile, LocatedYaml]] = field(default_factory=dict)
    profiles: ProfilesFile | None = None
    situations: tuple[SituationsFile, LocatedYaml] | None = None
    evidence: dict[str, EvidenceNote] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def add(self, path: Path) -> None:
        """Read the pack at a path, or of that name."""
        try:
            root = _located(path)
        except ProblemError as error:
            self.problems += error.problems
        else:
            self.read(root)

    def read(self, root: Path) -> None:
        """Read every YAML file of one pack; its patches come last, so that the order of files does not
        matter.
        """
        patches: list[tuple[PatchFile, LocatedYaml]] = []
        for path in self._files(root):
            file = self._load(path)
            if file is None:
                continue
            model = self._model(file)
            if isinstance(model, PatchFile):
                patches.append((model, file))
            elif model is not None:
                self._add(model, file)
        for patch, file in patches:
            self._patch(patch, file)

    def compiled(self, vocabulary: Vocabulary) -> Pack:
        """Compile what was read."""
        compiler = Compiler(vocabulary, self.problems)
        rules = [compiler.rule(rule) for rule in self.rules.values()]
        elements = [compiler.element(model, file) for model, file in self.elements.values()]
        inference = compile_inference(compiler, *self.situations) if self.situations else Inference()
        return Pack(
            tuple(rules),
            tuple(elements),
            compile_profiles(self.profiles),
            inference,
            tuple(compiler.problems),
            self.evidence,
        )

    def _files(self, root: Path) -> Iterable[Path]:
        if root.is_file():
            return [root]
        if not root.is_dir():
            names = [*optional_packs(), *offered(PACKS)]
            remedy = f"Check its path. Packs that are known by name: {', '.join(names)}."
            if close := difflib.get_close_matches(root.name, names, n=1):
                remedy = f"Did you mean “{close[0]}”, which is known by that name?"
            self.problems.append(Problem(str(root), "There is no rule pack here.", remedy))
            return []
        found = sorted(path for suffix in ("*.yaml", "*.yml") for path in root.rglob(suffix))
        return [path for path in found if OPTIONAL not in path.relative_to(root).parts]

    def _load(self, path: Path) -> LocatedYaml | None:
        try:
            return load_located_yaml(path.read_text(encoding="utf-8"), str(path))
        except ProblemError as error:
            self.problems += error.problems
        except UnicodeDecodeError:
            self.problems.append(Problem(str(path), "This file is not UTF-8 text.", "Save it as UTF-8."))
        except OSError as error:
            self.problems.append(Problem(str(path), f"This file cannot be read: {error.strerror}."))
        return None

    def _model(self, file: LocatedYaml) -> BaseModel | None:
        keys = file.data if isinstance(file.data, dict) else {}
        shape = next((model for key, model in _MODELS.items() if key in keys), None)
        if shape is None:
            remedy = "Begin it with “id:” for a rule, “extends:” to change one, or “element:” for an element."
            self.problems.append(file.problem((), "This file holds neither a rule nor an element.", remedy))
            return None
        model, problems = validate(file, shape)
        self.problems += problems
        if model is None and isinstance(keys.get("id"), str):
            self.broken.add(keys["id"])
        return model

    def _add(self, model: BaseModel, file: LocatedYaml) -> None:
        if isinstance(model, RuleFile):
            self._add_rule(model, file)
        elif isinstance(model, ElementFile):
            if model.element in self.elements:
                other = self.elements[model.element][1].path
                self._duplicate(file, ("element",), model.element, other)
            else:
                self.elements[model.element] = (model, file)
        elif isinstance(model, ProfilesFile):
            self.profiles = _merged_profiles(self.profiles, model)
        elif isinstance(model, SituationsFile):
            self.situations = (model, file)
        elif isinstance(model, EvidenceFile):
            self.evidence |= model.evidence

    def _add_rule(self, model: RuleFile, file: LocatedYaml) -> None:
        if model.id in self.rules:
            self._duplicate(file, ("id",), model.id, self.rules[model.id].file.path)
            return
        entries = self._located(model.entries, file)
        self.rules[model.id] = LocatedRule(model, file, entries)

    def _located(self, entries: Sequence[Entry], file: LocatedYaml) -> tuple[LocatedEntry, ...]:
        """The entries with their places; a second entry of the same name is a problem and left out."""
        located: dict[str, LocatedEntry] = {}
        for index, entry in enumerate(entries):
            if entry.id in located:
                line, _ = file.place(located[entry.id].where)
                self._duplicate(file, ("entries", index, "id"), entry.id, f"line {line}")
            else:
                located[entry.id] = LocatedEntry(entry, file, ("entries", index))
        return tuple(located.values())

    def _duplicate(self, file: LocatedYaml, where: tuple[str | int, ...], name: str, other: str) -> None:
        remedy = "Give it another name; to change a rule of another pack, write “extends:” instead of “id:”."
        self.problems.append(file.problem(where, f"“{name}” is already the name of another one ({other}).", remedy))

    def _patch(self, patch: PatchFile, file: LocatedYaml) -> None:
        base = self.rules.get(patch.extends)
        if base is None:
            if patch.extends not in self.broken:
                message = f"There is no rule named “{patch.extends}” to extend."
                self.problems.append(file.problem(("extends",), message, nearest(patch.extends, self.rules)))
            return
        if patch.off is True:
            del self.rules[patch.extends]
            return
        known = [entry.model.id for entry in base.entries]
        for index, name in enumerate(patch.off):
            if name not in known:
                message = f"“{patch.extends}” has no entry named “{name}”."
                self.problems.append(file.problem(("off", index), message, nearest(name, known)))
        entries = _merged_entries(base.entries, self._located(patch.entries, file), frozenset(patch.off))
        self.rules[patch.extends] = LocatedRule(_merged_rule(base.model, patch), base.file, entries)


def _merged_rule(base: RuleFile, patch: PatchFile) -> RuleFile:
    names = ("title", "severity", "why", "advice", "message", "cap", "only")
    changes: dict[str, Any] = {name: value for name in names if (value := getattr(patch, name)) is not None}
    examples = {
        name: [*getattr(base.examples, name), *getattr(patch.examples, name)] for name in ("flag", "pass_", "rewrite")
    }
    changes |= {
        "unless": [*base.unless, *patch.unless],
        "except_": [*base.except_, *patch.except_],
        "examples": base.examples.model_copy(update=examples),
    }
    return base.model_copy(update=changes)


def _merged_entries(
    base: Sequence[LocatedEntry], added: Sequence[LocatedEntry], off: frozenset[str]
) -> tuple[LocatedEntry, ...]:
    """The base's entries, those of the same name changed by what the patch says, and the patch's own."""
    changes = {entry.model.id: entry for entry in added}
    merged = []
    for entry in base:
        change = changes.pop(entry.model.id, None)
        if change is not None:
            stated = {name: getattr(change.model, name) for name in change.model.model_fields_set}
            entry = LocatedEntry(entry.model.model_copy(update=stated), change.file, change.where)  # noqa: PLW2901
        if entry.model.id not in off:
            merged.append(entry)
    return (*merged, *changes.values())


def _merged_profiles(base: ProfilesFile | None, added: ProfilesFile) -> ProfilesFile:
    if base is None:
        return added
    profiles = {name: {**base.profiles.get(name, {}), **needs} for name, needs in added.profiles.items()}
    return ProfilesFile(profiles={**base.profiles, **profiles}, channels={**base.channels, **added.channels})
