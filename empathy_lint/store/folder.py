"""Where the store lies: a folder of ours among the user's caches, which only they can read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "EMPATHY_LINT_CACHE_DIR"
SIZE_VARIABLE: Final = "EMPATHY_LINT_CACHE_MB"
DEFAULT_MEGABYTES: Final = 200
_MEGABYTE: Final = 1_000_000
# So that backups leave the folder out, by a convention that many of them know (bford.info/cachedir).
_TAG: Final = "CACHEDIR.TAG"
_TAG_TEXT: Final = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# Results of empathy-lint; they can be deleted at any time.\n"
)


def cache_folder(given: Path | None = None) -> Path | None:
    """The folder: as given, as the environment says, or the one for caches on this system.

    None for a user without a home, for whom there is no such folder.
    """
    named = given or os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("empathy-lint", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # “~” stays as it is where nothing tells what it stands for


def most_bytes() -> int:
    """How large the store may grow; a size that is no number counts as none."""
    said = os.environ.get(SIZE_VARIABLE, "").strip()
    return (int(said) if said.isdecimal() else DEFAULT_MEGABYTES) * _MEGABYTE


def make_folder(folder: Path) -> None:
    """Make the folder for its user alone, unless it is there; raises OSError."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / _TAG).write_text(_TAG_TEXT, encoding="ascii")
    (folder / ".gitignore").write_text("*\n", encoding="ascii")


def written_size(size: int) -> str:
    """A number of bytes for people: “1.2 MB”."""
    return f"{size / _MEGABYTE:.1f} MB"
