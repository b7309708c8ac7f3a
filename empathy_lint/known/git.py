"""What git knows of a working tree. Every command has a fixed form, runs without a shell, and reaches no network."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from empathy_lint.errors import Problem, ProblemError

# Settings of the user's that would change what these commands print or ask for.
_SETTINGS: Final = ("-c", "core.quotePath=false", "-c", "diff.relative=false", "-c", "core.fsmonitor=false")
_ENVIRONMENT: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_FLAG: Final = "--changed-since"


@dataclass(frozen=True)
class Since:
    """The working tree held against a commit.

    `old` are the files of the commit; `sources` gives for each path that differs now the path that it had then, or None
    for one that is new. Paths are relative to `root`, with forward slashes.
    """

    root: Path
    commit: str
    old: frozenset[str]
    sources: Mapping[str, str | None]
    deleted: tuple[str, ...]

    def text_of(self, path: str) -> bytes:
        """The bytes of a file of the commit."""
        return _git(self.root, "cat-file", "blob", f"{self.commit}:{path}")


def compare_with(revision: str, folder: Path) -> Since:
    """Hold the working tree around `folder` against where it left `revision`: the last commit that both share.

    Raises ProblemError when git is missing, this is no repository, or it knows no such revision.
    """
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    commit = _common(root, _commit(root, revision))
    tree = _names(_git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit))
    # Against the commit, so that what is staged and what is not both count.
    status = _git(root, "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", commit, "--")
    sources, deleted = _read_status(_names(status))
    return Since(root, commit, frozenset(tree), sources, deleted)


def _commit(root: Path, revision: str) -> str:
    # No revision begins with a hyphen; git would take it for an option.
    if revision and not revision.startswith("-") and "\0" not in revision:
        found = _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found.returncode == 0:
            return os.fsdecode(found.stdout).strip()
    remedy = "Name a branch, a tag or a commit; in a shallow clone, fetch it first."
    raise ProblemError(Problem("", f"{_FLAG}: git knows no revision “{revision}”.", remedy))


def _common(root: Path, commit: str) -> str:
    """Where the tree left the commit: what others have changed there since is no change of this tree.

    The commit itself where git knows no common one, as in a shallow clone.
    """
    found = _run(root, "merge-base", commit, "HEAD")
    return os.fsdecode(found.stdout).split()[0] if found.returncode == 0 and found.stdout.strip() else commit


def _read_status(fields: list[str]) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """The answer of `git diff --name-status -z`: a letter, then a path, or two where a file was moved or copied."""
    sources: dict[str, str | None] = {}
    deleted: list[str] = []
    rows = iter(fields)
    for letter in rows:
        path = next(rows)
        if letter[:1] in ("R", "C"):
            sources[next(rows)] = path
        elif letter[:1] == "D":
            deleted.append(path)
        else:
            sources[path] = None if letter[:1] == "A" else path
    return sources, tuple(deleted)


def _names(answer: bytes) -> list[str]:
    return [os.fsdecode(name) for name in answer.split(b"\0") if name]


def _git(folder: Path, *words: str) -> bytes:
    """What a command prints; raises ProblemError with git's own reason when it fails."""
    done = _run(folder, *words)
    if done.returncode == 0:
        return done.stdout
    reason = os.fsdecode(done.stderr).strip().splitlines() or ["it gives no reason"]
    if "not a git repository" in reason[0]:
        raise ProblemError(Problem("", f"{_FLAG}: this is not a git repository.", "Run the program inside of one."))
    raise ProblemError(Problem("", f"{_FLAG}: git could not do it: {reason[0].removeprefix('fatal: ')}."))


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *_SETTINGS, *words]
    environment = {**os.environ, **_ENVIRONMENT}
    try:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    except FileNotFoundError as error:
        remedy = "Install git, or leave the option out."
        raise ProblemError(Problem("", f"{_FLAG}: the program “git” was not found.", remedy)) from error
    except OSError as error:
        reason = (error.strerror or "it could not be started").lower()
        raise ProblemError(Problem("", f"{_FLAG}: git cannot be run: {reason}.")) from error
