"""What the build adds to the wheel: a bill of materials (CycloneDX 1.6) of what travels in it and of what it needs."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What is in the wheel and was not written for it: folder or file, what it is, licence.
_CARRIED = (
    ("empathy_lint/language/model", "English pipeline trained on Universal Dependencies English EWT", "CC-BY-SA-4.0"),
    (
        "empathy_lint/language/tone/model",
        "Tone model fine-tuned from all-MiniLM-L6-v2 and all-mpnet-base-v2",
        "Apache-2.0",
    ),
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class CustomBuildHook(BuildHookInterface[Any]):
    """Writes the bill beside the metadata of the wheel, where the packaging standard (PEP 770) wants it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is put together; `version` is the kind of build."""
        if version == "editable":
            return
        bill = bill_of_materials(Path(self.root), self.metadata.version, self.metadata.core.dependencies)
        # Kept as long as this object, which is as long as the build.
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name, "empathy-lint.cdx.json")
        path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        build_data["sbom_files"].append(str(path))


def bill_of_materials(root: Path, version: str, requirements: list[str]) -> dict[str, Any]:
    """The bill as data. It holds no time and no number by chance: the same tree gives the same wheel, byte for byte."""
    own = f"pkg:pypi/empathy-lint@{version}"
    carried = [_carried(root, *row) for row in _CARRIED]
    needed = [_needed(requirement) for requirement in sorted(requirements)]
    parts = [*carried, *needed]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "empathy-lint",
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def _carried(root: Path, name: str, description: str, licence: str) -> dict[str, Any]:
    return {
        "type": "machine-learning-model",
        "bom-ref": name,
        "name": name,
        "description": description,
        "licenses": [{"license": {"id": licence}}],
        "hashes": [{"alg": "SHA-256", "content": _digest(root / name)}],
    }


def _needed(requirement: str) -> dict[str, Any]:
    """A package that is installed beside the wheel: which release it is, is settled there, and the range is told."""
    found = _NAME.match(requirement)
    assert found, f"no name in the requirement {requirement!r}"
    purl = f"pkg:pypi/{re.sub('[-_.]+', '-', found[0]).lower()}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": found[0],
        "purl": purl,
        "properties": [{"name": "empathy-lint:requirement", "value": requirement}],
    }


def _digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
