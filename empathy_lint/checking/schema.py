"""The shapes of the YAML files in a pack, as pydantic models; `docs/rule-format.md` explains them to writers.

The models say what may stand where. Whether a phrase can be compiled or a measure exists is asked afterwards,
when rules are compiled, so that every mistake of a pack is found in one go.
"""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from empathy_lint.reading.message import BlockKind
from empathy_lint.validation import keyed, listed, mistake, one_of
from empathy_lint.words import CHANNELS, ELEMENTS, SEVERITIES, SITUATIONS, Dimension

# What a finding points at: the words found, their clause from its subject on, or its verb without the subject.
MARKS: Final = ("words", "clause", "verb")
GUARDS = (
    "negated",
    "denied",
    "own-fault",
    "concrete",
    "contact",
    "answerable",
    "quoted",
    "conditional",
    "explained",
    "reads-plain",
    "free-choice",
    "retold",
    "plain-noun",
    "law-for-all",
    "routes-only",
    "proper-name",
    "safety",
    "gift-thanks",
)
PLACES = ("opening", *(kind.value for kind in BlockKind))


Kebab = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Channel = Annotated[str, one_of(CHANNELS, "channel")]
Situation = Annotated[str, one_of(SITUATIONS, "situation")]
Element = Annotated[str, one_of(ELEMENTS, "element")]
SeverityName = Annotated[str, one_of(SEVERITIES, "severity")]
DimensionName = Annotated[str, one_of([dimension.value for dimension in Dimension], "dimension")]
KNOWN_IN_MESSAGES: Final = "Known: {text}, {title}, {value}, {limit}, {situation}, {channel}."
UNUSABLE_MESSAGE: Final = "This message holds a name in braces that is not known."


def is_usable_message(message: str) -> bool:
    """Whether a message holds known names in braces and no others, and each as it is.

    What else Python would format there reaches into its own insides (`{text.__class__}`), or pads to any length.
    """
    try:
        fields = [each[1:] for each in Formatter().parse(message) if each[1] is not None]
    except ValueError:  # a brace that is never closed
        return False
    return all(f"{{{name}}}" in KNOWN_IN_MESSAGES and not (spec or conversion) for name, spec, conversion in fields)


def _message(text: str) -> str:
    if not is_usable_message(text):
        raise mistake(UNUSABLE_MESSAGE, KNOWN_IN_MESSAGES)
    return text


MessageText = Annotated[str, AfterValidator(_message)]
PlaceName = Annotated[str, one_of(PLACES, "place in a message")]
MarkName = Annotated[str, one_of(MARKS, "way to mark")]
Texts = Annotated[list[str], listed()]


class Strict(BaseModel):
    """No key but those declared; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Setting(Strict):
    """Situations and channels in which something holds."""

    situations: list[Situation] = []
    channels: list[Channel] = []


class GuardModel(Setting):
    """A guard: one of the named ones, or the situations or channels in which the hit is left alone."""

    name: Annotated[str, one_of(GUARDS, "guard")] | None = None


Guards = Annotated[list[Annotated[GuardModel, keyed("name")]], listed()]


class Evidence(Strict):
    """Findings of research that speak for and against a rule."""

    for_: list[str] = Field(default=[], alias="for")
    against: list[str] = []
    strength: Annotated[str, one_of(("strong", "moderate", "weak", "practice"), "strength of evidence")] = "practice"


Share = Annotated[float, Field(ge=0, le=1)]


class Measure(Strict):
    """A named measure and the value it may not pass; a limit is a number, or one for each channel."""

    name: str
    above: dict[Channel | Literal["default"], float] | float | None = None
    below: dict[Channel | Literal["default"], float] | float | None = None


class Reads(Strict):
    """A category of the tone component and how sure it has to be, from 0 to 1; one number, or one for each channel."""

    category: str
    at_least: dict[Channel | Literal["default"], Share] | Share = 0.5


class Missing(Strict):
    """An element that the message's profile requires."""

    element: Element


class Entry(Strict):
    """One thing that a rule looks for. Exactly one of the kinds is given, but for a patch of an existing
    entry.
    """

    id: Kebab
    phrases: Texts | None = None
    regex: Texts | None = None
    clauses: Texts | None = None
    tokens: list[list[dict[str, Any]]] | None = None
    dependencies: list[list[dict[str, Any]]] | None = None
    reads_as: Annotated[Reads, keyed("category")] | None = None
    measure: Annotated[Measure, keyed("name")] | None = None
    missing: Annotated[Missing, keyed("element")] | None = None
    order: str | None = None
    python: str | None = None

    with_: Texts | None = Field(default=None, alias="with")
    without: Texts | None = None
    at_least: float | None = Field(default=None, ge=0, le=1)

    severity: SeverityName | None = None
    message: str | None = None
    why: str | None = None
    advice: str | None = None
    note: str | None = None
    cap: float | None = Field(default=None, ge=0, le=100)
    mark: MarkName | None = None
    unless: Guards = []
    except_: Texts = Field(default=[], alias="except")
    only: Setting | None = None
    where: Annotated[list[PlaceName], listed()] = []
    rewrites: list[str] | dict[str, str | list[str]] = []


KINDS = (
    "phrases",
    "regex",
    "clauses",
    "tokens",
    "dependencies",
    "reads_as",
    "measure",
    "missing",
    "order",
    "python",
)


class Example(Strict):
    """A text and where it is read: any channel and the general situation, unless it says otherwise."""

    text: str
    channel: Channel | None = None
    situation: Situation | None = None
    entry: str | None = None


Examples = list[Annotated[Example, keyed("text")]]


class RuleExamples(Strict):
    """What a rule flags (with the words in [[…]]), what it leaves alone, and what its rewrites make."""

    flag: Examples = []
    pass_: Examples = Field(default=[], alias="pass")
    rewrite: list[Annotated[list[str], Field(min_length=2, max_length=2)]] = []


class RuleFile(Strict):
    """A rule as written in its file."""

    id: Kebab
    title: str
    dimension: DimensionName
    severity: SeverityName
    why: str
    advice: str = ""
    note: str | None = None
    evidence: Evidence = Evidence()
    message: MessageText = "“{text}”: {title}."
    cap: float | None = Field(default=None, ge=0, le=100)
    mark: MarkName = "words"
    unless: Guards = []
    except_: Texts = Field(default=[], alias="except")
    only: Setting = Setting()
    where: Annotated[list[PlaceName], listed()] = []
    beside: bool = False
    entries: list[Entry] = Field(min_length=1)
    examples: RuleExamples = RuleExamples()


class PatchFile(Strict):
    """A change to a rule of another pack: other weight, more entries, or entries and rules switched off."""

    extends: str
    off: Literal[True] | list[str] = []
    title: str | None = None
    severity: SeverityName | None = None
    why: str | None = None
    advice: str | None = None
    message: MessageText | None = None
    cap: float | None = Field(default=None, ge=0, le=100)
    mark: MarkName | None = None
    unless: Guards = []
    except_: Texts = Field(default=[], alias="except")
    only: Setting | None = None
    entries: list[Entry] = []
    examples: RuleExamples = RuleExamples()


class ElementExamples(Strict):
    """Texts in which the element is present, and texts in which it is not."""

    present: Examples = []
    absent: Examples = []


class ToneModel(Strict):
    """What the tone component has to say about an element: below `doubt` its words do not count, from `sure` on a
    sentence counts without them, and from `likely` on one that holds a phrase of `with`.
    """

    doubt: Annotated[float, Field(ge=0, le=1)] = 0.0
    sure: Annotated[float, Field(ge=0, le=1)] | None = None
    likely: Annotated[float, Field(ge=0, le=1)] | None = None
    with_: Texts = Field(default=[], alias="with")


class ElementFile(Strict):
    """Something that a message may offer, and how it is recognised."""

    element: Element
    title: str
    phrases: Texts = []
    regex: Texts = []
    clauses: Texts = []
    certain: Texts = []
    unless: Guards = []
    except_: Texts = Field(default=[], alias="except")
    never: Texts = []
    tone: ToneModel = ToneModel()
    sentence: dict[Situation | Literal["default"], str] = {}
    note: str | None = None
    examples: ElementExamples = ElementExamples()


NeedName = Annotated[str, one_of(("required", "optional", "none"), "need")]


class ChannelProfile(Strict):
    """What a channel excuses a message from: elements that it need not hold there."""

    excused: list[Element] = []


class ProfilesFile(Strict):
    """How much each situation needs each element, and what each channel excuses."""

    profiles: dict[Situation, dict[Element, NeedName]]
    channels: dict[Channel, ChannelProfile] = {}


class Cues(Strict):
    """What speaks for a situation or a channel: words (`sure` ones count twice) and parts of the path."""

    sure: Texts = []
    phrases: Texts = []
    paths: Texts = []


class SituationsFile(Strict):
    """How the situation and the channel of a message are inferred when nobody names them."""

    situations: dict[Situation, Cues]
    channels: dict[Channel, Cues] = {}


class EvidenceNote(Strict):
    """One finding of research that rules may cite; `mark` says how far it was checked."""

    finding: str
    source: str
    mark: Annotated[str, one_of(("V", "V2", "GK", "mixed"), "mark of evidence")]


class EvidenceFile(Strict):
    """Findings of research by the names that rules cite."""

    evidence: dict[str, EvidenceNote]
