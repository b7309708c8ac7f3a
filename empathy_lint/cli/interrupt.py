"""Ctrl-C before a command has begun: while the program is loaded there is nothing yet to put in order."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Final

INTERRUPTED: Final = 130  # 128 + SIGINT, as shells count
TOLD: Final = "Interrupted."


def end_at_once_when_interrupted() -> None:
    """From here on Ctrl-C ends the process with one line; where it is ignored, as by nohup, it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def raise_when_interrupted() -> None:
    """From here on Ctrl-C raises KeyboardInterrupt again, so that a command can leave things as they were."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a signal's handler is given
    os.write(2, f"{TOLD}\n".encode())
    os._exit(INTERRUPTED)
