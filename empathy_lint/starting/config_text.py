"""A first config: what was answered, what was found, and what may be set beside it, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from empathy_lint.settings.model import DEFAULT_FAIL_ON, DEFAULT_FAIL_UNDER
from empathy_lint.starting.survey import EVERYWHERE, Place

# Of the messages that were read, so many have to agree before a place is said to be of one channel.
_AGREED: Final = 0.9
_HEAD: Final = """\
# Settings of empathy-lint for the messages in this folder and below. “empathy-lint config show FILE” tells what holds
# for a file; “empathy-lint config schema” names all that can be set."""
_MORE: Final = """\
# What else is often wanted:
# ignore: [hollow-empathy]          # rules that you do not want; “empathy-lint rules list” names them
# allow: [Final Reminder Ltd]       # words that are never flagged, such as names
# exclude: [/archive/]              # what is not read when a folder is checked
# offers: offers.yaml               # what you really offer people; rewrites promise nothing else
# baseline: .empathy-lint-baseline.json   # made by “empathy-lint baseline”: only what is new fails"""
_SPECIAL: Final = re.compile(r"([\\*?\[\]]|\s\Z)")  # what a pattern would read as more than itself


@dataclass(frozen=True)
class Strictness:
    """How good a message has to be to pass."""

    fail_under: float = DEFAULT_FAIL_UNDER
    fail_on: str = DEFAULT_FAIL_ON


LEVELS: Final = {
    "lenient": Strictness(50, "critical"),
    "usual": Strictness(),
    "strict": Strictness(85, "major"),
}


@dataclass(frozen=True)
class Plan:
    """What the files that are written rest on. `situation` and `channel` are None where each message decides."""

    places: tuple[Place, ...]
    strictness: Strictness = LEVELS["usual"]
    situation: str | None = None
    channel: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths to check."""
        return tuple(place.path for place in self.places)


def config_text(plan: Plan) -> str:
    """The text of `.empathy-lint.yaml`; it is valid, and says what the plan says."""
    return "\n\n".join((_HEAD, *("\n".join(part(plan)) for part in (_gate, _about, _channels)), _MORE)) + "\n"


def channels_of(places: Sequence[Place]) -> dict[str, str]:
    """The channel of each place whose messages agree on one."""
    agreed: dict[str, str] = {}
    for place in places:
        name = max(place.channels, key=lambda channel: place.channels[channel], default="")
        if name and place.channels[name] >= _AGREED * sum(place.channels.values()):
            agreed[place.path] = name
    return agreed


def glob(path: str) -> str:
    """The pattern for a path from the config's folder, which fits that path alone, and what lies in it."""
    return "/" + _SPECIAL.sub(r"\\\1", path)


def quoted(value: str | Sequence[str]) -> str:
    """The value as YAML on one line."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return text.removesuffix("\n").removesuffix("\n...")


def _gate(plan: Plan) -> Iterator[str]:
    yield "# A message passes with this score or more (85: ready to send; 70: small edits; below 50: hold it back)"
    yield "# and with no finding as grave as “fail-on” says: info, minor, major, critical, or never."
    yield f"fail-under: {plan.strictness.fail_under:g}"
    yield f"fail-on: {plan.strictness.fail_on}"


def _about(plan: Plan) -> Iterator[str]:
    if plan.situation:
        yield "# What messages are about decides what they owe their reader; the head of a message may say otherwise."
        yield f"situation: {plan.situation}"
    else:
        yield "# What a message is about is told from its words. To say it for all, or below for some:"
        yield "# situation: late-past-due"


def _channels(plan: Plan) -> Iterator[str]:
    agreed = {place.path: plan.channel for place in plan.places} if plan.channel else channels_of(plan.places)
    if len(set(agreed.values())) == 1 and len(agreed) == len(plan.places):
        yield "# What the messages are sent as: email, sms, letter, chat, push or screen. Without it, each is judged."
        yield f"channel: {next(iter(agreed.values()))}"
        return
    rows = [(path, name) for path, name in agreed.items() if path != EVERYWHERE]
    mark = "" if rows else "# "
    yield "# Settings for some files; later ones win."
    yield f"{mark}overrides:"
    for path, name in rows or [("sms", "sms")]:
        yield f"{mark}  - paths: {quoted([glob(path)])}"
        yield f"{mark}    channel: {name}"
