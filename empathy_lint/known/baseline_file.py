"""The file of a baseline: which findings are accepted in which file, by name and fingerprint, without their words.

    {"version": 1, "files": {"letters/final.html": {"threat-language/legal-action 1a2b3c4d5e6f7a8b 9f8e7d6c": 1}}}

The first number is the fingerprint of the words where they stand, the second that of the words alone. Paths are
relative to the file's folder. Everything is sorted and each finding has a line of its own, so that a diff shows what
changed and nothing else.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.files import replacing

VERSION: Final = 1
NAME: Final = r"^[^/\s]+/\S+ [0-9a-f]{16} [0-9a-f]{8}$"
_ANEW: Final = "Make it anew with “empathy-lint baseline”; git keeps the old one."


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One accepted finding."""

    rule: str
    entry: str
    fingerprint: str
    words: str

    def __str__(self) -> str:
        return f"{self.rule}/{self.entry} {self.fingerprint} {self.words}"


Accepted = dict[str, Counter[Known]]  # by path, relative to the baseline's folder, with forward slashes


def read_baseline(path: Path, shown: str) -> Accepted:
    """Read a baseline; raises ProblemError, which calls it `shown`, with the place of what is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        remedy = f"Make it with “empathy-lint baseline PATH… --output {shown}”."
        raise ProblemError(Problem(shown, "There is no such baseline.", remedy)) from error
    except UnicodeDecodeError as error:
        raise ProblemError(Problem(shown, "This baseline is not UTF-8 text.", _ANEW)) from error
    except OSError as error:
        reason = (error.strerror or "it could not be opened").lower()
        raise ProblemError(Problem(shown, f"This baseline cannot be read: {reason}.")) from error
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"This baseline is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}."
        raise ProblemError(Problem(shown, message, _ANEW, error.lineno, error.colno)) from error
    except RecursionError as error:
        raise ProblemError(Problem(shown, "This is not a baseline.", _ANEW)) from error
    return _checked(data, text, shown)


def write_baseline(path: Path, accepted: Mapping[str, Mapping[Known, int]]) -> None:
    """Write a baseline, whole or not at all; raises ProblemError when it cannot be written."""
    files = {
        name: {str(known): count for known, count in sorted(rows.items())}
        for name, rows in sorted(accepted.items())
        if rows
    }
    with replacing(path, "baseline") as file:
        json.dump({"version": VERSION, "files": files}, file, ensure_ascii=False, indent=2)
        file.write("\n")


def _checked(data: Any, text: str, shown: str) -> Accepted:
    if isinstance(data, dict) and isinstance(data.get("version"), int) and data["version"] != VERSION:
        message = f"This baseline is of version {data['version']}; this program reads version {VERSION}."
        raise ProblemError(replace(_mistake(text, shown), message=message))
    if not _is_sound(data):
        raise ProblemError(_mistake(text, shown))
    return {
        path: Counter({_known(name): count for name, count in rows.items()}) for path, rows in data["files"].items()
    }


def _is_sound(data: Any) -> bool:
    """Whether it is as `baseline_shape` says; looked at by hand, since that takes long to load, and every run looks."""
    if not isinstance(data, dict) or data.keys() != {"version", "files"} or not isinstance(data["files"], dict):
        return False
    rows = [row for rows in data["files"].values() for row in (rows.items() if isinstance(rows, dict) else [("", 0)])]
    return type(data["version"]) is int and all(
        re.match(NAME, name) and type(count) is int and count >= 1 for name, count in rows
    )


def _mistake(text: str, shown: str) -> Problem:
    """Where the file is not as it should be. JSON tells no places, so it is read once more, as the YAML that it is."""
    from empathy_lint.known.baseline_shape import BaselineFile
    from empathy_lint.located_yaml import load_located_yaml
    from empathy_lint.validation import validate

    problem = Problem(shown, "This is not as a baseline is written.", _ANEW)
    try:
        _, found = validate(load_located_yaml(text, shown), BaselineFile)
    except (ProblemError, RecursionError):  # odd JSON that is no YAML
        return problem
    return replace(problem, line=found[0].line, column=found[0].column) if found else problem


def _known(name: str) -> Known:
    kind, fingerprint, words = name.split(" ")
    rule, _, entry = kind.partition("/")
    return Known(rule, entry, fingerprint, words)
