"""From a located file to a validated model, with every mistake at its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from empathy_lint.errors import Problem, nearest
from empathy_lint.located_yaml import LocatedYaml

M = TypeVar("M", bound=BaseModel)
Step = str | int

_PLAIN = {
    "missing": ("“{name}” is missing here.", "Add it."),
    "string_type": ("“{name}” has to be text.", "Put the words in quotes."),
    "list_type": (
        "“{name}” has to be a list.",
        "Write each item on a line of its own that begins with “- ”.",
    ),
    "dict_type": ("“{name}” has to be a mapping.", "Write it as “key: value”."),
    "model_type": ("“{name}” has to be a mapping.", "Write it as “key: value”."),
    "too_short": ("“{name}” has too few items: it needs {min_length} or more.", ""),
    "too_long": ("“{name}” has too many items: it takes {max_length}.", ""),
    "string_too_short": ("“{name}” has to say something.", "Write the words, or take it out."),
    "bool_type": ("“{name}” has to be true or false.", ""),
    "bool_parsing": ("“{name}” has to be true or false.", ""),
    "float_type": ("“{name}” has to be a number.", ""),
    "float_parsing": ("“{name}” has to be a number.", ""),
    "int_type": ("“{name}” has to be a whole number.", ""),
    "int_parsing": ("“{name}” has to be a whole number.", ""),
    "int_from_float": ("“{name}” has to be a whole number.", ""),
    "string_pattern_mismatch": (
        "“{value}” is not a usable name.",
        "Use small letters, digits and single hyphens, as in “legal-action”.",
    ),
}


def mistake(text: str, remedy: str = "") -> PydanticCustomError:
    """An error for a validator to raise: it is shown as it is worded here."""
    return PydanticCustomError("told", "{text}", {"text": text, "remedy": remedy})


@dataclass(frozen=True)
class OneOf:
    """Annotates a string that has to be one of the `known` words; `what` names their kind to the user."""

    known: tuple[str, ...]
    what: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "enum": list(self.known)}

    def _check(self, word: str) -> str:
        if word not in self.known:
            raise mistake(f"“{word}” is not a known {self.what}.", nearest(word, self.known))
        return word


def one_of(known: Iterable[str], what: str) -> OneOf:
    """An annotation for a string that has to be one of the `known` words."""
    return OneOf(tuple(known), what)


@dataclass(frozen=True)
class Shorthand:
    """Annotates a type that may also be written shorter. `expand` turns the short form into the long one; `written_as`
    gives the JSON Schema of the short form from that of the long one, so that editors allow both.
    """

    expand: Callable[[Any], Any]
    written_as: Callable[[dict[str, Any]], dict[str, Any]]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = handler(schema)
        return {"anyOf": [self.written_as(handler.resolve_ref_schema(full)), full]}


def keyed(key: str) -> Shorthand:
    """An annotation that lets a plain string stand for a mapping with one key."""

    def short(full: dict[str, Any]) -> dict[str, Any]:
        words = {name: value for name, value in full["properties"][key].items() if name not in ("default", "title")}
        return {"type": "string", **words}

    return Shorthand(lambda value: {key: value} if isinstance(value, str) else value, short)


def listed() -> Shorthand:
    """An annotation that lets a single string or mapping stand for a list of one."""
    return Shorthand(lambda value: [value] if isinstance(value, (str, dict)) else value, lambda full: full["items"])


def validate(located: LocatedYaml, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The file as `model`, or None with all of its problems, each at its place."""
    try:
        return model.model_validate(located.data), []
    except ValidationError as error:
        problems = {_key(problem): problem for problem in (_problem(located, model, each) for each in error.errors())}
        return None, list(problems.values())


def _key(problem: Problem) -> tuple[int | None, int | None, str]:
    return problem.line, problem.column, problem.message


def _problem(located: LocatedYaml, model: type[BaseModel], error: Any) -> Problem:
    where = _written(located.data, error["loc"])
    name = next((str(step) for step in reversed(where) if isinstance(step, str)), "this file")
    context = error.get("ctx", {})
    if error["type"] == "told":
        return located.problem(where, context["text"], context["remedy"])
    if error["type"] == "extra_forbidden":
        return located.problem(where, f"“{name}” is not a key that is known here.", nearest(name, _keys(model, where)))
    if error["type"] == "model_type" and not where and (example := getattr(model, "example_line", "")):
        remedy = f"Write each setting on a line of its own as “name: value”, as in “{example}”."
        return located.problem(where, "There are no settings in this file that can be read.", remedy)
    text, remedy = _PLAIN.get(error["type"], ("“{name}”: {msg}.", ""))
    if error["type"] == "missing":
        name = str(error["loc"][-1])
    words = {**context, "name": name, "value": error.get("input"), "msg": error["msg"]}
    return located.problem(where, text.format(**words), remedy)


def _written(data: Any, loc: Sequence[Step]) -> list[Step]:
    """The steps of a pydantic location that are written in the file; the rest name types, not places."""
    steps: list[Step] = []
    for step in loc:
        in_mapping = isinstance(data, dict) and step in data
        in_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if in_mapping or in_list:
            data = data[step]
            steps.append(step)
    return steps


def _keys(model: type[BaseModel], where: Sequence[Step]) -> list[str]:
    """The keys that may stand beside the last step of `where`."""
    for step in where[:-1]:
        if isinstance(step, str):
            field = next((each for name, each in model.model_fields.items() if step in (name, each.alias)), None)
            model = _model_in(field.annotation) or model if field else model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
