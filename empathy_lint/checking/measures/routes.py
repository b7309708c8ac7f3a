"""How much a message asks of its reader, and where it sends them."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_lint.checking.measures.reading import Reading
from empathy_lint.checking.view import MessageView


def steps(view: MessageView) -> Iterator[Reading]:
    """Acts asked for one after another."""
    yield Reading(view.analysis.directives.steps)


def choices(view: MessageView) -> Iterator[Reading]:
    """Ways to choose from."""
    yield Reading(view.analysis.directives.choices)


def contact_channels(view: MessageView) -> Iterator[Reading]:
    """Distinct routes of contact."""
    yield Reading(len(set(view.analysis.directives.channels)))
