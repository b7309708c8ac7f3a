"""What each situation needs, and what a channel excuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from empathy_lint.checking.context import Context
from empathy_lint.checking.schema import ProfilesFile
from empathy_lint.words import ELEMENTS


@dataclass(frozen=True)
class Profiles:
    """`required`, `optional` or `none` for each element of each situation."""

    situations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    excused: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def needs(self, context: Context) -> dict[str, str]:
        """How much the message needs each element; what its channel excuses is at most optional."""
        profile = self.situations.get(context.situation, {})
        excused = self.excused.get(context.channel, frozenset())
        return {element: _need(profile.get(element, "none"), element in excused) for element in ELEMENTS}


def compile_profiles(model: ProfilesFile | None) -> Profiles:
    """The tables of a pack; empty ones when no pack has any."""
    if model is None:
        return Profiles()
    excused = {channel: frozenset(profile.excused) for channel, profile in model.channels.items()}
    return Profiles({name: dict(needs) for name, needs in model.profiles.items()}, excused)


def _need(need: str, is_excused: bool) -> str:
    return "optional" if is_excused and need == "required" else need
