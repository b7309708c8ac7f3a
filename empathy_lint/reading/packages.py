"""Files that are packages: which format a zip file is, and the text and the messages in it."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading.decoding import encoding_of
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

if TYPE_CHECKING:  # the names of formats are wanted by every run, what opens packages by few
    from empathy_lint.reading.entries import Entries
    from empathy_lint.reading.message import Source
    from empathy_lint.reading.office.package import Package

# Format by the first element of a package's main part, and the module and function that open it.
_BY_ROOT: Final = {"w:document": "docx", "x:workbook": "xlsx"}
_OPENERS: Final = {
    "docx": ("empathy_lint.reading.word.document", "open_document"),
    "xlsx": ("empathy_lint.reading.excel.workbook", "open_workbook"),
}
PACKED: Final = tuple(_OPENERS)
PACKED_BY_SUFFIX: Final = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), "docx"),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), "xlsx"),
}
_NAMES: Final = {"docx": "Word document", "xlsx": "Excel workbook"}
_OLD_WORD: Final = (".doc", ".dot")  # endings; programs before Word 97 began their files in other ways
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the files of Office before 2007, and locked ones since
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT: Final = "mimetype"
_AS_DOCX: Final = "Save it as .docx, and check that."
_AS_XLSX: Final = "Save it as .xlsx, and check that."


def open_packed(
    path: str, data: bytes, format_name: str | None = None, options: ReadingOptions = DEFAULT_READING
) -> tuple[str, Source, Entries] | None:
    """The format of a package, its text and its entries; None for a file that is read as plain text.

    Raises ProblemError for a package that is broken or of another kind, and for what only Office can read.
    """
    from empathy_lint.reading.office.package import is_zip, open_package

    if is_zip(data):
        return open_again(open_package(path, data, options), format_name)
    refused = _refusal(data, PurePath(path).suffix.lower())
    if refused is not None:
        raise ProblemError(Problem(path, *refused))
    name = format_name or PACKED_BY_SUFFIX.get(PurePath(path).suffix[1:].lower())
    if name in PACKED and data.strip():
        kind = _NAMES[name]
        remedy = f"Save it as a {kind} (.{name}), or give it the name of what it is."
        raise ProblemError(Problem(path, f"This is no {kind}.", remedy))
    return None


def open_again(package: Package, format_name: str | None = None) -> tuple[str, Source, Entries]:
    """The same of a package that is open; `format_name` is what it is expected to be."""
    from empathy_lint.reading.office.parts import main_part, root_of

    main = main_part(package)
    name = _BY_ROOT.get(root_of(main)) if main is not None else None
    if main is None or name is None:
        raise ProblemError(Problem(package.path, *_of_another_kind(package)))
    if format_name is not None and format_name != name:
        message = f"This is a {_NAMES[name]}, and is to be read as “{format_name}”."
        raise ProblemError(Problem(package.path, message, f"Name the format {name}, or none."))
    module, function = _OPENERS[name]
    source, entries = getattr(import_module(module), function)(package, main)
    if not source.text.strip():
        message = f"This {_NAMES[name]} holds no words."
        raise ProblemError(Problem(package.path, message, "Write the message in it, or leave the file out."))
    return name, source, entries


def text_of(path: str, data: bytes, options: ReadingOptions = DEFAULT_READING) -> str:
    """The text of a file as far as it can be told, to compare it with another: of a package, what is found in it."""
    try:
        packed = open_packed(path, data, options=options)
    except ProblemError:
        return ""
    return packed[1].text if packed is not None else data.decode("utf-8", errors="replace")


def holds_messages(path: str, data: bytes, options: ReadingOptions = DEFAULT_READING) -> bool:
    """Whether a package may hold messages: a workbook needs a column of them. Reading tells what else is wrong."""
    from empathy_lint.reading.excel.workbook import NoMessagesError

    try:
        open_packed(path, data, options=options)
    except NoMessagesError:
        return False
    except ProblemError:
        return True
    return True


def _of_another_kind(package: Package) -> tuple[str, str]:
    if _OPEN_DOCUMENT in package.names and b"opendocument" in package.read(_OPEN_DOCUMENT):
        is_sheet = b"spreadsheet" in package.read(_OPEN_DOCUMENT)
        return "OpenDocument files are not read.", _AS_XLSX if is_sheet else _AS_DOCX
    return "This zip file is no letter.", "Take the letters out of it, and check those."


def _refusal(data: bytes, suffix: str) -> tuple[str, str] | None:
    """What is wrong with a file that is no text, and what to do about it; None where nothing is known to be."""
    if data.startswith(_OLD) or (suffix in _OLD_WORD and b"\0" in data and not encoding_of(data).mark):
        return _refusal_of_old(data, suffix)
    if data.startswith(b"%PDF-"):
        return "PDF files are not read.", "Save the letter that it was made from as .docx, and check that."
    if data.startswith(b"{\\rtf"):
        return "RTF files are not read.", _AS_DOCX
    return None


def _refusal_of_old(data: bytes, suffix: str) -> tuple[str, str]:
    if _LOCKED in data:
        return "This document is locked with a password, so it is not read.", "Save it without a password."
    if suffix in (".xls", ".xlt"):
        return "Workbooks of old Excel versions are not read.", _AS_XLSX
    return "Documents of old Word versions are not read.", _AS_DOCX
