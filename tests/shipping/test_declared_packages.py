"""What the package imports is what it says that it needs, so that nothing is there only by another's leave."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement

from empathy_lint.reading.code import tree

ROOT = Path(__file__).parents[2]
ONLY_FOR_TYPES = {"_typeshed"}


def plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def imported(source: str) -> Iterator[str]:
    """The first word of every module that is imported by its whole name, wherever in the file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (row.name.split(".")[0] for row in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def declared() -> set[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^dependencies = \[\n(.*?)^\]", text, re.M | re.S)
    return {plain(Requirement(row).name) for row in re.findall(r'^  "(.+)",$', listed, re.M)}


def test_every_package_that_is_imported_is_declared_and_no_other() -> None:
    files = (ROOT / "empathy_lint").rglob("*.py")
    names = {name for file in files for name in imported(file.read_text(encoding="utf-8"))}
    others = names - set(sys.stdlib_module_names) - {"empathy_lint", "tomllib"} - ONLY_FOR_TYPES
    others |= {module for module, _ in tree.GRAMMARS.values()}
    origins = packages_distributions()
    # What is only needed by an older Python may not be installed; its name is that of its package.
    packages = {plain(name) for module in others for name in origins.get(module, [module])}
    assert packages == declared()
