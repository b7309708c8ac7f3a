"""Papers about a project, by their names: licences, changelogs and the like are no messages to anyone's customers."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
# What begins the name of a paper, whatever follows: a language, a version, a part of the project.
_ALWAYS: Final = frozenset("readme changelog contributing codeowners cmakelists".split())
_ALONE: Final = frozenset("license licence licenses licences copying authors contributors maintainers conduct".split())
# Which licence it is.
_LICENCES: Final = frozenset(
    "apache mit bsd gpl lgpl agpl mpl epl isc cc cc0 by sa unlicense 0 1 2 3 v1 v2 v3 third party notices".split()
)
# Names that letters have, too (“notice.html”): a paper has them in capitals, or as a file that only tools read.
_IN_CAPITALS: Final = frozenset("notice security changes history".split())
_FILES: Final = frozenset("requirements.txt robots.txt humans.txt security.txt changes.md history.md".split())


def is_paper(path: str) -> bool:
    """Whether a file that was met in a folder is about the project that it lies in."""
    name = PurePath(path).name
    stem = name.partition(".")[0]
    words = _WORD.findall(stem.replace("_", " ").lower().replace("code of conduct", "conduct"))
    if not words:
        return False
    if words[0] in _ALWAYS or name.lower() in _FILES:
        return True
    if all(word in _ALONE | _ALWAYS | _LICENCES for word in words):
        return any(word in _ALONE | _ALWAYS for word in words)
    return len(words) == 1 and words[0] in _IN_CAPITALS and stem.isupper()
