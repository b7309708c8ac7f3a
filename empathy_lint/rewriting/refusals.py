"""The words in which a decision against the reader is told: declined, not selected, unfortunately."""

from __future__ import annotations

from typing import Final

REFUSED: Final = (
    r"declin\w+|reject\w+|refus\w+|unsuccessful|unfortunately|turned\s+down"
    r"|(?:not|n['’]t)\s+(?:(?:been|be|to\s+be)\s+)?"
    r"(?:selected|successful|accepted|approved|chosen|eligible|moving|mov(?:e|ed)\s+forward|progress\w*)"
)
