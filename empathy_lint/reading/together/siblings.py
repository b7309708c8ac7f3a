"""Files beside each other that are one message: `late.subject.txt`, `late.html.erb` and `late.text.erb`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from empathy_lint.reading.formats import TEMPLATE_SUFFIXES

SUBJECT: Final = "subject"
PAGE: Final = "html"
PLAIN: Final = "text"
# What the last words of a name, or its endings, say about the part that a file is.
_ENDINGS: Final = {"html": PAGE, "htm": PAGE, "xhtml": PAGE, "mjml": PAGE, "txt": PLAIN, "text": PLAIN}
_WORDS: Final = {"subject": SUBJECT, "html": PAGE, "text": PLAIN, "txt": PLAIN, "plain": PLAIN}
_BODIES: Final = frozenset({"body", "message", "email", "mail"})  # which of the two, its ending tells
_MOST_FILES: Final = 5000  # in a folder that is searched


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file is in the message that it shares with files beside it.

    `role` is `subject`, `html` or `text`, or empty for a file that stands alone; `subject` and `page` are the paths of
    those parts, where another file is them.
    """

    role: str = ""
    subject: str | None = None
    page: str | None = None
    body: str | None = None  # of a subject: the part that its reader sees


def beside(path: str) -> Beside:
    """The parts of the message that a file belongs to, by the names in its folder."""
    folder, name = os.path.split(path)
    base, role = _parsed(name)
    if not role or not base:
        return Beside()
    parts = _parts_in(folder).get(base, ())
    others = {
        part: os.path.join(folder, other)  # noqa: PTH118 - keeps “./”
        for part, other in reversed(parts)
        if other != name
    }
    if role == SUBJECT:
        body = others.get(PAGE) or others.get(PLAIN)
        return Beside(role, body=body) if body else Beside()
    if not others.keys() - {role}:
        return Beside()
    page = others.get(PAGE) if role == PLAIN else None
    return Beside(role, others.get(SUBJECT), page)


def _parts_in(folder: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The parts of messages in a folder: by what their names share, each part with the name of its file, in order."""
    here = os.path.abspath(folder)  # noqa: PTH100 - resolve() would follow links
    try:
        return _listed(here, os.stat(here).st_mtime_ns)  # noqa: PTH116
    except OSError:
        return {}


# All files of a folder ask for the same; when a file comes or goes, the time of its folder changes.
@lru_cache(maxsize=64)
def _listed(folder: str, changed: int) -> Mapping[str, Sequence[tuple[str, str]]]:  # noqa: ARG001
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(os.listdir(folder))[:_MOST_FILES]:  # noqa: PTH208 - names, not paths
        base, role = _parsed(name)
        if role:
            found.setdefault(base, []).append((role, name))
    return found


def _parsed(name: str) -> tuple[str, str]:
    """What a name says beside the part that it names, and that part: `late` and `html` of `late.html.erb`."""
    if name.startswith((".", "_")):
        return "", ""
    stem, role = name, ""
    while (suffix := PurePath(stem).suffix[1:].lower()) in TEMPLATE_SUFFIXES or suffix in _ENDINGS:
        role = _ENDINGS.get(suffix, role)
        stem = stem[: -len(suffix) - 1]
    head, sign, last = _split(stem)
    if sign and last.lower() in _WORDS:
        return head, _WORDS[last.lower()]
    return (head, role) if sign and last.lower() in _BODIES else (stem, role)


def _split(stem: str) -> tuple[str, str, str]:
    """A name before its last word, the sign that parts them, and that word."""
    at = max(stem.rfind(sign) for sign in "._-")
    return (stem[:at], stem[at], stem[at + 1 :]) if at > 0 else (stem, "", "")
