"""The list of packages with digests names all that the project asks for."""

from __future__ import annotations

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

LIST = Path(__file__).parents[2] / "requirements" / "dev.txt"


def plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def test_what_is_needed_to_work_on_the_project_is_listed_with_digests() -> None:
    text = LIST.read_text(encoding="utf-8")
    listed = {plain(name): rest for name, rest in re.findall(r"^([\w.-]+)==\S+ \\\n((?:    --hash=.*\n)+)", text, re.M)}
    rows = [Requirement(row) for row in requires("empathy-lint") or ()]
    # As the list says: for Python 3.11 on Linux.
    place = {"python_version": "3.11", "sys_platform": "linux"}
    wanted = {
        plain(row.name)
        for row in rows
        if row.marker is None or any(row.marker.evaluate({**place, "extra": extra}) for extra in ("", "dev", "docs"))
    }
    assert len(wanted) > 40
    assert wanted - set(listed) == set()
    assert "WARNING" not in text
