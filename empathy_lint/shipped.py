"""Where the rules lie that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# The folder of the shipped packs that nobody gets unasked.
OPTIONAL: Final = "optional"


def shipped_rules() -> Path:
    """The folder of the rules that come with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
