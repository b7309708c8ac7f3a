"""Where a message is read: its channel and situation, and who decided them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Context:
    """The channel and situation of a message; `decided_by` says for each: flag, config, front matter or
    inferred.
    """

    channel: str
    situation: str
    decided_by: dict[str, str] = field(default_factory=dict)
