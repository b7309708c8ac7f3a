"""Memory that was needed only to load something, given back to the machine."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import Any


def give_back() -> None:
    """Give back what is free: the C library would keep the copies that loading a network makes, and nothing asks for
    blocks of that size again.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache
def _trim() -> Any | None:
    """`malloc_trim` of the GNU C library; others have no such thing, or need none."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):  # TypeError: on Windows a library has to be named
        return None
