"""The names of elements in Office files, by short prefixes of ours, whatever prefixes and dialect a file uses."""

from __future__ import annotations

from typing import Final

_MAIN: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_PREFIXES: Final = {
    f"{_MAIN}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_MAIN}spreadsheetml/2006/main": "x",
    f"{_STRICT}spreadsheetml/main": "x",
    f"{_MAIN}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_MAIN}package/2006/relationships": "rel",
    f"{_MAIN}markup-compatibility/2006": "mc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


def short_name(name: str) -> str:
    """`w:p` for what expat calls “URI p”; another namespace's name keeps its URI, and so equals none of ours."""
    uri, space, local = name.rpartition(" ")
    if not space:
        return local
    return f"{_PREFIXES.get(uri, uri)}:{local}"
