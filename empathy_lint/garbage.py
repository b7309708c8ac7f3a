"""When Python looks for garbage: not while the program loads.

Loading makes some 200,000 objects that stay for good, and Python would look through them hundreds of times: a twelfth
of what it takes to check one file. What libraries do in the process of somebody else is left alone.
"""

from __future__ import annotations

import gc

_put_off: list[bool] = []


def leave_garbage() -> None:
    """From here on nothing is looked for, until `collect_garbage`; only for a process that is all our own."""
    if gc.isenabled():
        _put_off[:] = [True]
        gc.disable()


def collect_garbage() -> None:
    """Look for garbage again, if that was put off, but never among what was there before."""
    if _put_off:
        _put_off.clear()
        gc.freeze()
        gc.enable()
