"""Edits of a text that was taken out of a package, made in the package."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.office.package import Package
from empathy_lint.reading.office.parts import XmlPart
from empathy_lint.reading.office.spots import LINE_BREAK, UnwritableError

_SIGNATURES: Final = "_xmlsignatures/"
# A new line would be a new element, a guillemet looks like a field and is none.
_NO_WORDS: Final = ("\n", "\r", LINE_BREAK, "«", "»")


def with_xml_edits(
    package: Package,
    parts: Sequence[XmlPart],
    xml_edits: Callable[[], Mapping[int, Sequence[Edit]]],
    edits: Sequence[Edit],
) -> Package:
    """The package with edits made in the XML of its parts, by their number; raises ProblemError.

    `edits` are those of the text, which must be words; a signed package is never changed.
    """
    if any(name.startswith(_SIGNATURES) for name in package.names):
        message = "This document is signed, and a change would make the signature worthless; it is left alone."
        raise ProblemError(Problem(package.path, message, "Remove the signature first."))
    if any(sign in edit.text for edit in edits for sign in _NO_WORDS):
        raise _unwritable(package.path, "they are more than words")
    try:
        changes = xml_edits()
        texts = {parts[number]: edited(parts[number].text, rows) for number, rows in changes.items()}
        return package.with_parts({part.name: part.encoded(text) for part, text in texts.items()})
    except (UnwritableError, UnicodeEncodeError) as error:
        raise _unwritable(package.path, str(error)) from error


def _unwritable(path: str, why: str) -> ProblemError:
    return ProblemError(Problem(path, f"The new words cannot be put into this document: {why}."))
