"""The zip file that a Word document or an Excel workbook is: its parts, read within limits, and put back.

Nothing is ever unpacked to a disk, so it does not matter where the names of parts point.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.limits import raised
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

_MOST_PARTS: Final = 5_000
_LARGEST_PART: Final = 20_000_000  # bytes of XML that are read at once
_MOST_UNPACKED: Final = 200_000_000
_STEEPEST: Final = 300  # a zip bomb shrinks a thousandfold, the most repetitive document a hundredfold
_SIGNATURE: Final = b"PK\x03\x04"
# All that zipfile raises for a file that is broken, or packed in a way that it does not know.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Package:
    """A zip file as it was read, and the parts that were replaced since; `path` is what problems name."""

    path: str
    data: bytes
    names: frozenset[str]
    replaced: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    options: ReadingOptions = DEFAULT_READING

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises ProblemError when there is none, or it is broken or too large."""
        if name in self.replaced:
            return self.replaced[name]
        if name not in self.names:
            raise damaged(self.path, f"the part “{name}” is missing")
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                if archive.getinfo(name).file_size > _LARGEST_PART:
                    raise too_large(self.path)
                return archive.read(name)
        except _BROKEN as error:
            raise damaged(self.path, f"the part “{name}” cannot be unpacked") from error

    def with_parts(self, parts: Mapping[str, bytes]) -> Package:
        """The package with other bytes in some of its parts."""
        return replace(self, replaced=MappingProxyType({**self.replaced, **parts}))

    def to_bytes(self) -> bytes:
        """The zip file: the same parts in the same order, packed the same way, with the same dates and attributes."""
        packed = io.BytesIO()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(packed, "w") as new:
                new.comment = old.comment
                for info in old.infolist():
                    content = self.replaced.get(info.filename)
                    new.writestr(copy.copy(info), old.read(info) if content is None else content)
        except _BROKEN as error:
            raise damaged(self.path, "a part of it cannot be unpacked") from error
        return packed.getvalue()


def is_zip(data: bytes) -> bool:
    """Whether bytes are those of a zip file, whatever is in it."""
    return data.startswith(_SIGNATURE)


def open_package(path: str, data: bytes, options: ReadingOptions = DEFAULT_READING) -> Package:
    """The zip file of that content; raises ProblemError when it is broken, locked or larger than any letter."""
    if len(data) > options.limits.document_bytes:
        message = f"The file is larger than {options.limits.document_size:g} MB, the limit for documents."
        raise ProblemError(
            Problem(path, message, f"Take pictures out, leave the file out, or {raised('document-size')}.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except _BROKEN as error:
        raise damaged(path, "it is no whole zip file") from error
    names = frozenset(info.filename for info in infos)
    if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_UNPACKED:
        raise too_large(path)
    for info in infos:
        if info.file_size > 1_000_000 and info.file_size > _STEEPEST * max(info.compress_size, 1):
            raise too_large(path)
        if info.flag_bits & 1:
            message = "This file is locked with a password, so it is not read."
            raise ProblemError(Problem(path, message, "Save it without a password."))
    if len(names) < len(infos):
        raise damaged(path, "it holds two parts of one name")
    return Package(path, data, names, options=options)


def target_of(part: str, target: str) -> str:
    """The name of the part that a relationship of `part` points at."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")


def damaged(path: str, why: str) -> ProblemError:
    """That a document is broken, which the program that wrote it can mostly mend."""
    remedy = "Open it in the program that it was made with, and save it again."
    return ProblemError(Problem(path, f"This file is damaged: {why}.", remedy))


def too_large(path: str) -> ProblemError:
    """That a file holds more than anybody wrote."""
    message = "This file unpacks to more than any letter holds, so it is not read."
    return ProblemError(Problem(path, message, "Leave it out, or split it."))
