"""Whether a file found in a folder is a catalogue of messages: its path says so, and its values are prose."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final

from empathy_lint.errors import ProblemError
from empathy_lint.reading.decoding import decode, encoding_of
from empathy_lint.reading.formats import finder_of, format_of
from empathy_lint.reading.message import Source
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

_WORD: Final = re.compile(r"[a-z0-9]+")
# In the path of such a file even a mistake in it is told, for a catalogue is what it has to be.
_CATALOGUES: Final = frozenset("locale locales lang langs i18n l10n translation translations messages".split())
_MESSAGES: Final = frozenset(
    "message notify notification notifications email emails mail mailer mailers template templates letter letters sms"
    " catalogue catalogues catalog catalogs".split()
)
# Files of tools, by the name before the first dot.
_TOOLS: Final = frozenset(
    "package composer tsconfig jsconfig manifest angular nx lerna renovate turbo vercel openapi swagger mkdocs"
    " dependabot codecov chart values kustomization".split()
)
_TOOL_CONTENT: Final = re.compile(
    r'^\s{0,4}"?(?:\$schema|openapi|swagger|apiVersion|AWSTemplateFormatVersion|jobs|dependencies)"?\s*:', re.MULTILINE
)


def is_catalogue(path: str, options: ReadingOptions = DEFAULT_READING) -> bool:
    """Whether the file at `path`, whose ending says little, is read when its folder is; False where it cannot be."""
    parts = PurePath(path).parts[-4:]  # folders further up say where the project lies, not what it is
    stem = parts[-1].partition(".")[0].lower()
    words = {word for part in parts for word in _WORD.findall(part.lower())}
    if stem in _TOOLS or stem.startswith(("docker", "eslint", "prettier")) or not words & (_CATALOGUES | _MESSAGES):
        return False
    try:
        data = Path(path).read_bytes()
        text = decode(path, data, options.limits.file_bytes)
        source = Source(path, text, encoding_of(data).codec, options=options)
    except (OSError, ProblemError):
        return bool(words & _CATALOGUES)
    if _TOOL_CONTENT.search(source.text[:2000]):
        return False
    try:
        return bool(finder_of(format_of(path, source.text))(source).entries)
    except ProblemError:
        return bool(words & _CATALOGUES)
