"""From the name that a template gives to the file it means, within one folder and never outside of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

# Folders that template languages look into, below any folder above the template.
_FOLDERS: Final = ("", "templates", "views", "partials", "_partials", "includes", "_includes", "snippets", "layouts")
_MOST_FOLDERS_UP: Final = 12


def find_file(name: str, path: str, root: str) -> str | None:
    """The path of the file that a template at `path` calls `name`; None where there is none inside of `root`.

    Looked for beside the template first, then from each folder above it, as the name is, with the endings of the
    template, and with the low line that partials have before their names.
    """
    inside = os.path.realpath(root)
    variants = list(_variants(name, "".join(PurePath(path).suffixes)))
    for above in _folders(os.path.dirname(path), inside):  # noqa: PTH120 - keeps “./”
        for below in _FOLDERS:
            for variant in variants:
                found = os.path.normpath(os.path.join(above, below, variant))  # noqa: PTH118
                if os.path.isfile(found) and _is_inside(found, inside):  # noqa: PTH113
                    return found
    return None


def _folders(folder: str, root: str) -> Iterator[str]:
    """The folder of the template and those above it, up to the root."""
    at = folder
    for _ in range(_MOST_FOLDERS_UP):
        if not _is_inside(at or os.curdir, root):
            return
        yield at
        at = os.path.join(at, os.pardir)  # noqa: PTH118


def _variants(name: str, endings: str) -> Iterator[str]:
    plain = name.split("/", 1)[1] if name.startswith("@") and "/" in name else name.lstrip("/")
    names = [plain]
    if ".blade.php" in endings or ("." in plain and "/" not in plain and PurePath(plain).suffix not in endings):
        names.append(plain.replace(".", "/"))
    for each in names:
        folder, _, last = each.rpartition("/")
        for first in ("", "_"):
            if first and last.startswith("_"):
                continue
            stem = f"{folder}/{first}{last}" if folder else f"{first}{last}"
            yield from dict.fromkeys((stem, f"{stem}{endings}", *(f"{stem}{end}" for end in _shorter(endings))))


def _shorter(endings: str) -> Iterator[str]:
    """The endings of a template, fewer and fewer: `.html.erb`, then `.erb`."""
    parts = endings.split(".")[1:]
    for number in range(1, len(parts)):
        yield "." + ".".join(parts[number:])


def _is_inside(path: str, root: str) -> bool:
    try:
        return Path(os.path.realpath(path)).is_relative_to(root)
    except (OSError, ValueError):
        return False
