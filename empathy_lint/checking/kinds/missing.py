"""Entries about what a message does not offer though its situation needs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.view import MessageHit, MessageView


@dataclass(frozen=True)
class Missing:
    """Fires when the profile requires the element and nothing in the message offers it."""

    element: str
    evidence: EvidenceKind = "message"
    late: bool = True

    def find(self, view: MessageView) -> Iterator[MessageHit]:
        """One hit about the whole message, or none."""
        if view.needs.get(self.element) == "required" and not view.presence.get(self.element):
            yield MessageHit(element=self.element, values={"situation": view.context.situation.replace("-", " ")})
