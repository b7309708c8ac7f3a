"""The words that every layer shares: channels, situations, dimensions, severities, bands, elements."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Final


class Severity(IntEnum):
    """How much a finding harms the reader."""

    INFO = 1
    MINOR = 2
    MAJOR = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The word used in rules, reports and options."""
        return self.name.lower()


class Dimension(str, Enum):
    """What a rule protects; the score has one number for each."""

    SAFETY = "safety"
    RESPECT = "respect"
    CLARITY = "clarity"
    EASE = "ease"
    SUPPORT = "support"


SEVERITIES: Final = {severity.label: severity for severity in Severity}
CHANNELS: Final = ("email", "sms", "letter", "chat", "push", "screen")
SITUATIONS: Final = (
    "early-past-due", "late-past-due", "pre-legal", "hardship", "disconnection-notice", "broken-arrangement",
    "fraud", "payment-error", "payment-failed", "account-suspended", "refusal", "defective-goods", "outage",
    "policy-change", "travel-disruption", "disaster", "complaint-reply", "account-setup", "security", "receipt",
    "reminder", "notification", "general",
)  # fmt: skip
ELEMENTS: Final = ("acknowledge", "options", "flexibility", "resources", "dialogue", "ask", "action", "personal")
CONTACT_CHANNELS: Final = ("email", "phone", "web", "app", "post", "in-person", "chat", "sms")


def points(score: float) -> int:
    """A score as readers see it: never rounded up to a verdict that it has not reached."""
    return int(round(score, 1))


def band(score: float) -> str:
    """The verdict that a score stands for."""
    for floor, name in ((85, "ready"), (70, "small-edits"), (50, "rewrite")):
        if score >= floor:
            return name
    return "hold"
