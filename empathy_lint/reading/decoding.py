"""Bytes become text, or a problem that says what to do about them.

A byte order mark is taken off before anything else looks at the text, so offset 0 is the first character that an
editor shows.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.limits import MEGABYTE, raised

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"(?:<(?:meta[^<>]{0,200}charset|\?xml[^<>]{0,200}encoding)|^content-type:[^<>]{0,200}\bcharset)"
    rb"\s*=\s*[\"']?([\w.:-]{1,40})",
    re.I | re.M,
)
# But for those that texts have: tabs, ends of lines and pages, and what begins a colour on a terminal.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Codecs of Python's that no file is written in: they turn names of hosts or escapes in program text into letters.
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
# Browsers look this far for a declared encoding; a declaration beyond it is not found there either.
_DECLARATION_BYTES: Final = 4096
_SAMPLE_BYTES: Final = 8192


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the text of a file is written: the byte order mark it begins with, if any, and the codec of the rest."""

    mark: bytes
    codec: str


def encoding_of(data: bytes) -> Encoding:
    """The encoding of a file's bytes: by its mark, or as it declares, or UTF-8."""
    mark, codec = next((row for row in _MARKS if data.startswith(row[0])), (b"", ""))
    return Encoding(mark, codec or _codec(_declared(data)))


def decode(path: str, data: bytes, max_bytes: int | None = None) -> str:
    """The text of `data`, without byte order mark, line ends untouched.

    Raises ProblemError when the data are empty, larger than `max_bytes`, binary, or not in the encoding they declare
    (UTF-8 when they declare none).
    """
    if not data.strip():
        raise _refused(path, "The file is empty.", "Write the message in it, or leave the file out.")
    if max_bytes is not None and len(data) > max_bytes:
        raise _refused(
            path,
            f"The file is larger than {max_bytes / MEGABYTE:g} MB, the limit for texts.",
            f"Split the file, leave it out, or {raised('file-size')}.",
        )
    mark, encoding = next((row for row in _MARKS if data.startswith(row[0])), (b"", ""))
    if not mark and b"\0" in data[:_SAMPLE_BYTES]:
        raise _refused(path, "The file is not text.", "Save it as text, Markdown or HTML in UTF-8.")
    text = _without_control(path, _decoded(path, data[len(mark) :], encoding or _declared(data)))
    if not text.strip():
        raise _refused(path, "The file is empty.", "Write the message in it, or leave the file out.")
    return text


def is_charset(codec: str) -> bool:
    """Whether a codec, by its name in Python, is one that text is written in."""
    try:
        name = codecs.lookup(codec).name
        b"a".decode(name, "replace")
    except UnicodeError:
        pass  # it is a codec, though one byte is no text in it
    except (LookupError, ValueError):  # no codec, one that turns bytes into bytes, or no name at all
        return False
    return name.replace("_", "-") not in _NO_CHARSETS


def _declared(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:_DECLARATION_BYTES])
        return declared.group(1).decode("ascii").lower() if declared else "utf-8"
    # Whatever it declares, bytes that read as UTF-8 are UTF-8: editors re-save files and leave the old declaration.
    return "utf-8"


def _codec(encoding: str) -> str:
    # A page that declares ISO-8859-1 means Windows-1252, as the HTML standard says.
    return "cp1252" if encoding in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else encoding


def _decoded(path: str, data: bytes, encoding: str) -> str:
    name = _codec(encoding)
    if not is_charset(name):
        raise _refused(path, f"The file declares an unknown encoding, “{encoding}”.", "Save the file as UTF-8.")
    try:
        return data.decode(name)
    except (UnicodeDecodeError, ValueError) as error:
        line = column = None
        if isinstance(error, UnicodeDecodeError) and name == "utf-8":
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        problem = Problem(path, f"The file is not in {encoding.upper()}.", "Save the file as UTF-8.", line, column)
        raise ProblemError(problem) from None


def _without_control(path: str, text: str) -> str:
    sample = text[:_SAMPLE_BYTES]
    if len(_CONTROL.findall(sample)) * 20 > len(sample):
        raise _refused(path, "The file is not text.", "Save it as text, Markdown or HTML in UTF-8.")
    return text


def _refused(path: str, message: str, remedy: str) -> ProblemError:
    return ProblemError(Problem(path, message, remedy))
