"""What `--verbose` shows of the program itself: its own notes on stderr, in every process of a run."""

from __future__ import annotations

import logging
import sys
from typing import Final

_OURS: Final = "empathy_lint"


def tell_more() -> None:
    """Show our own notes from here on, and of other libraries only their warnings."""
    logging.basicConfig(level=logging.DEBUG, format="%(message)s", stream=sys.stderr)
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.DEBUG)


def tells_more() -> bool:
    """Whether they are shown."""
    return logging.getLogger(_OURS).isEnabledFor(logging.DEBUG)
