"""The shape of a config file, as pydantic models; the JSON Schema that editors use is generated from them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticKnownError

from empathy_lint.limits import HIGHEST, LIMITS, LOWEST, NAMES
from empathy_lint.settings.globs import is_usable_glob
from empathy_lint.settings.model import NEVER
from empathy_lint.validation import mistake, one_of
from empathy_lint.words import CHANNELS, SEVERITIES, SITUATIONS


def _listed(value: Any) -> Any:
    """Let a single word stand for a list of one."""
    return [value] if isinstance(value, str) else value


def _glob(pattern: str) -> str:
    if not is_usable_glob(pattern):
        raise mistake(f"“{pattern}” is not a usable pattern for paths.", "Write it as in “letters/**” or “*.html”.")
    return pattern


def _number(value: Any) -> Any:
    # YAML reads “yes” as true, which would pass for 1.
    if isinstance(value, bool):
        raise PydanticKnownError("float_type")
    return value


def _percent(value: float) -> float:
    if not 0 <= value <= 100:
        raise mistake("“fail-under” has to be a number from 0 to 100.")
    return value


def _switch(value: Any) -> Any:
    # YAML reads a bare “off” as false and “on” as true.
    return ("on" if value else "off") if isinstance(value, bool) else value


def _shape_of_rule(value: Any) -> str:
    return "details" if isinstance(value, (dict, BaseModel)) else "switch"


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


Words = Annotated[
    list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Glob = Annotated[str, AfterValidator(_glob)]
Globs = Annotated[
    list[Glob],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Channel = Annotated[str, one_of(CHANNELS, "channel")]
Situation = Annotated[str, one_of(SITUATIONS, "situation")]
SeverityName = Annotated[str, one_of(SEVERITIES, "severity")]
FailOn = Annotated[str, one_of([*SEVERITIES, NEVER], "severity")]
Percent = Annotated[float, BeforeValidator(_number), AfterValidator(_percent)]
Number = Annotated[float, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_number)]


class Strict(BaseModel):
    """Keys are written with hyphens; no key but those declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)


class RuleDetails(Strict):
    """More about a rule than on or off."""

    severity: SeverityName | None = Field(default=None, description="How much a finding of this rule weighs.")
    off: Words = Field(default=[], description="Entries of the rule that are switched off.")


Switch = Annotated[
    str,
    one_of(("on", "off"), "setting for a rule"),
    BeforeValidator(_switch),
    WithJsonSchema({"enum": ["on", "off", True, False]}),
]
RuleSetting = Annotated[
    Annotated[Switch, Tag("switch")] | Annotated[RuleDetails, Tag("details")],
    Discriminator(_shape_of_rule),
]


def _limit(attribute: str, description: str) -> Any:
    lowest, highest = getattr(LOWEST, attribute), getattr(HIGHEST, attribute)
    said = f"{description} (default: {getattr(LIMITS, attribute):g})."
    return Field(default=None, description=said, json_schema_extra={"minimum": lowest, "maximum": highest})


class LimitSettings(Strict):
    """How much of a file is read; what is larger is refused with a message that names the limit."""

    file_size: Number | None = _limit("file_size", "Megabytes of a text file")
    document_size: Number | None = _limit("document_size", "Megabytes of a Word document or a workbook")
    nesting: Whole | None = _limit("nesting", "Values within values in JSON and YAML")
    blocks: Whole | None = _limit(
        "blocks", "Blocks of template code within each other; deeper ones count as always sent"
    )
    mail_parts: Whole | None = _limit("mail_parts", "Parts of a mail within each other")
    variants: Whole | None = _limit("variants", "Variants that are read of a template with conditions")

    @field_validator("*")
    @classmethod
    def _bounded(cls, value: float | None, info: ValidationInfo) -> float | None:
        name = str(info.field_name)
        lowest, highest = getattr(LOWEST, name), getattr(HIGHEST, name)
        if value is not None and not lowest <= value <= highest:
            raise mistake(f"“{_kebab(name)}” has to be a number from {lowest:g} to {highest:g}.")
        return value

    def said(self) -> dict[str, float]:
        """The limits that are set, by their names in the file."""
        rows = {name: getattr(self, attribute) for name, attribute in NAMES.items()}
        return {name: value for name, value in rows.items() if value is not None}


class ColumnSettings(Strict):
    """What the columns of tables (CSV, TSV, Excel) hold: each by its name in the first row, or by one of several.

    What is not named here is found by the names of the columns.
    """

    key: Words = Field(default=[], description="What the messages are called.")
    subject: Words = Field(default=[], description="The subject of a mail.")
    body: Words = Field(default=[], description="The text of a message, as its content tells: text, Markdown or HTML.")
    html: Words = Field(default=[], description="The text of a message as HTML.")
    sms: Words = Field(default=[], description="The text of an SMS, which is a message of its own.")
    channel: Words = Field(default=[], description="What the message of a row is sent as.")
    situation: Words = Field(default=[], description="What the message of a row is about.")


class Choices(Strict):
    """What may be set for all files, or for some of them in `overrides`."""

    channel: Channel | None = Field(default=None, description="What the messages are sent as.")
    situation: Situation | None = Field(default=None, description="What the messages are about.")
    severity: dict[str, SeverityName] = Field(
        default={}, description="Other weights: a rule, or rule/entry, and its severity."
    )
    rules: dict[str, RuleSetting] = Field(default={}, description="Rules switched on or off, or changed.")
    columns: ColumnSettings = Field(
        default=ColumnSettings(), description="The columns of tables of messages, where their names do not tell."
    )
    limits: LimitSettings = Field(default=LimitSettings(), description="How much of a file is read.")


class Override(Choices):
    """Settings for the files that match one of `paths`."""

    paths: Annotated[Globs, Field(min_length=1)] = Field(description="Which files, relative to the config file.")


class Silenced(Strict):
    """Rules that are silent for some messages, where their file has no comments to say so."""

    files: Annotated[Globs, Field(min_length=1)] = Field(description="Which files, relative to the config file.")
    keys: Words = Field(default=[], description="Which messages of these files, by their keys (default: all).")
    rules: Words = Field(default=[], description="Rules, entries (rule/entry) or dimensions (default: all).")
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = Field(
        description="Why the words have to stay as they are."
    )


class ConfigFile(Choices):
    """Settings of empathy-lint: `.empathy-lint.yaml`, or `[tool.empathy-lint]` in `pyproject.toml`."""

    example_line: ClassVar[str] = "channel: letter"  # for who writes no settings at all

    schema_: str | None = Field(default=None, alias="$schema", description="The address of this schema, for editors.")
    extends: str | None = Field(default=None, description="Another config file to start from, relative to this one.")
    fail_under: Percent | None = Field(
        default=None,
        description="The lowest score that passes, from 0 to 100.",
        json_schema_extra={"minimum": 0, "maximum": 100},
    )
    fail_on: FailOn | None = Field(default=None, description="The severity from which a finding fails the run.")
    select: Words = Field(default=[], description="Only these rules, entries (rule/entry) or dimensions.")
    ignore: Words = Field(default=[], description="Not these rules, entries (rule/entry) or dimensions.")
    words: dict[str, Words] = Field(default={}, description="Your own phrases for a rule to flag.")
    allow: Words = Field(default=[], description="Words that are never flagged.")
    packs: Words = Field(default=[], description="Folders or files with your own rules, relative to this file.")
    exclude: Globs = Field(default=[], description="Files that are not read when a folder is checked.")
    include: Globs = Field(default=[], description="Files of other types to read when a folder is checked.")
    format_of: dict[Glob, str] = Field(
        default={}, description="What files are read as, whatever their name: pattern and format."
    )
    offers: str | None = Field(
        default=None, description="The file with what you offer people, relative to this one (default: offers.yaml)."
    )
    pipeline: str | None = Field(
        default=None, description="Another spaCy pipeline: an installed package, or a folder relative to this file."
    )
    tone: bool | None = Field(
        default=None, description="Whether the learned tone model judges sentences beside the word lists (default: on)."
    )
    baseline: str | None = Field(
        default=None,
        description="A file written by “empathy-lint baseline”, relative to this file: what it accepts fails no run.",
    )
    silence: list[Silenced] = Field(
        default=[], description="Rules that are silent for messages by file and key, each with the reason."
    )
    overrides: list[Override] = Field(default=[], description="Settings for some files; later ones win.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a config file."""
    schema = ConfigFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "empathy-lint settings"}
