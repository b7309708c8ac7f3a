"""`offers.yaml`: what a firm really offers people in difficulty, and how it is reached."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.located_yaml import LocatedYaml, load_located_yaml
from empathy_lint.validation import one_of, validate
from empathy_lint.words import CHANNELS, ELEMENTS, SITUATIONS


def _listed(value: object) -> object:
    """Let a single value stand for a list of one."""
    return [value] if isinstance(value, (str, dict)) else value


def _spelled(value: object) -> object:
    # YAML reads a telephone number without spaces as a number.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(_spelled), StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[list[Text], BeforeValidator(_listed)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Advice(_Model):
    """A service that helps people for free, independent of the firm."""

    name: Text
    contact: Text = Field(description="Number or address.")


class Offers(_Model):
    """All that a ready sentence may promise. What is not said here is never offered."""

    plans: Texts = Field(default=[], description="Ways to pay; each completes “You can …”.")
    dates: Texts = Field(default=[], description="Give in dates; each completes “If the date is hard, we can …”.")
    phone: Text | None = Field(default=None, description="The number that people reach you by.")
    hours: Text | None = Field(default=None, description="When somebody answers it.")
    person: Text | None = Field(default=None, description="Whom to ask for.")
    email: Text | None = Field(default=None, description="A mailbox that somebody reads.")
    web: Text | None = Field(default=None, description="A page where people can choose for themselves.")
    reply: Annotated[list[Annotated[str, one_of(CHANNELS, "channel")]], BeforeValidator(_listed)] = Field(
        default=[], description="The channels on which a reply to the message reaches somebody."
    )
    advice: Annotated[list[Advice], BeforeValidator(_listed)] = Field(
        default=[], description="Free, independent services."
    )
    sentences: dict[
        Annotated[str, one_of(ELEMENTS, "element")],
        dict[Annotated[str, one_of([*SITUATIONS, "default"], "situation")], Text],
    ] = Field(default={}, description="Your own ready sentences: element, then situation or “default”.")


def load_offers(path: Path, name: str) -> Offers:
    """The offers in a file that is called `name` in problems; raises ProblemError with all that is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError(Problem(name, "This file is not UTF-8 text.", "Save it as UTF-8.")) from error
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(name, f"The offers cannot be read: {reason}.")) from error
    located = load_located_yaml(text, name)
    if located.data is None:
        located = LocatedYaml(name, {}, {})
    offers, problems = validate(located, Offers)
    if offers is None:
        raise ProblemError(*problems)
    return offers
