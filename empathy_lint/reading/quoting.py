"""How a container quotes the words of its entries: one function a container, registered by one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from empathy_lint.reading.message import InnerText, Source

# Words with line feeds as line ends, the container's source, the place, and the text they become a part of;
# None: they cannot be written there.
Quote = Callable[[str, Source, int, InnerText], str | None]


def _in_json(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001 - one signature
    return json.dumps(text, ensure_ascii=False)[1:-1]


# Container and how words are written in it.
QUOTES: Final[dict[str, Quote]] = {
    "json": _in_json,
    "xcstrings": _in_json,
}
