"""Whether code found in a folder is that of a mailer: its path speaks of mail, and some of its strings are prose."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final

from empathy_lint.errors import ProblemError
from empathy_lint.reading.catalogues.detection import is_catalogue
from empathy_lint.reading.decoding import decode, encoding_of
from empathy_lint.reading.formats import finder_of, format_of, is_container
from empathy_lint.reading.jsx.detection import is_mail
from empathy_lint.reading.message import Source
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_MAIL: Final = frozenset(
    "mail mails mailer mailers email emails emailer notification notifications notifier notifiers notices letters"
    " sms".split()
)
_TESTS: Final = frozenset("test tests spec specs testing fixtures factories migrations migrate".split())
_SETTINGS: Final = frozenset({"config", "configuration", "settings"})  # arrays, too, and of no words to anyone
_JSX: Final = frozenset({".tsx", ".jsx", ".js"})
_MOST_BYTES: Final = 2_000_000


def is_mailer(path: str, options: ReadingOptions = DEFAULT_READING) -> bool:
    """Whether the code at `path` is read when its folder is; a page of PHP always is, an array as a catalogue is."""
    try:
        data = Path(path).read_bytes()[: _MOST_BYTES + 1]
        source = Source(path, decode(path, data, _MOST_BYTES), encoding_of(data).codec)
    except (OSError, ProblemError):
        return False
    name = format_of(path, source.text)
    if PurePath(path).suffix.lower() in _JSX and name != "jsx":
        return False
    if not is_container(name):
        return True
    if name == "jsx":
        return is_mail(path, source.text) and not _is_test(path) and bool(finder_of(name)(source).entries)
    if name == "php-array":
        return PurePath(path).parent.name not in _SETTINGS and is_catalogue(path, options)
    return _speaks_of_mail(path) and bool(finder_of(name)(source).entries)


def _speaks_of_mail(path: str) -> bool:
    """By the name of the file and of the two folders above it."""
    words = {word.lower() for part in PurePath(path).parts[-3:] for word in _WORD.findall(part)}
    return bool(words & _MAIL) and not words & _TESTS


def _is_test(path: str) -> bool:
    return bool({word.lower() for part in PurePath(path).parts[-3:] for word in _WORD.findall(part)} & _TESTS)
