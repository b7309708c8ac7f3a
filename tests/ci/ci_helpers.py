"""What GitHub and GitLab do with the files that are written for them, as far as a test needs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "templates" / "empathy-lint.yml"
_GITHUB = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
_GITLAB = re.compile(r"\$\[\[ *inputs\.([\w-]+) *\]\]")


def stand_in(folder: Path) -> Path:
    """A wheel that pip can install without a network; its program is the one under test."""
    wheel = folder / "empathy_lint-0.0.1-py3-none-any.whl"
    code = (
        "import os, sys\n\n\ndef main():\n"
        f"    os.execv({sys.executable!r}, [{sys.executable!r}, '-m', 'empathy_lint', *sys.argv[1:]])\n"
    )
    about = "empathy_lint-0.0.1.dist-info"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("stand_in.py", code)
        file.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: empathy-lint\nVersion: 0.0.1\n")
        file.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{about}/entry_points.txt", "[console_scripts]\nempathy-lint = stand_in:main\n")
        file.writestr(f"{about}/RECORD", "")
    return wheel


def stub(folder: Path) -> Path:
    """A program that only notes the words it is given; `noted` reads them."""
    program = folder / "stub"
    program.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{folder}/noted'\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def noted(folder: Path) -> list[str]:
    """What the stub in a folder was given."""
    return (folder / "noted").read_text(encoding="utf-8").split("\0")[:-1]


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    environment = {**clean_environment(), "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *who, *words], cwd=folder, env=environment, check=True, capture_output=True)


def clean_environment() -> dict[str, str]:
    """The environment of the tests, without what git and a service would have put there."""
    ours = ("GIT_", "GITHUB_", "GITLAB_", "CI_", "PIP_")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {"PATH": path}


class Workflow:
    """A job of GitHub in which the action runs, with the repository at `workspace`."""

    def __init__(self, workspace: Path, temporary: Path) -> None:
        self.action: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        self.workspace = workspace
        self.temporary = temporary
        self.summary = temporary / "summary.md"

    def run(self, program: Path | None = None, **inputs: str) -> tuple[int, str, dict[str, str]]:
        """Exit code, log and outputs of the action with these inputs, whose names have “_” for “-”.

        With a `program`, nothing is installed, and it runs in place of what would have been.
        """
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        known = {"github.action_path": str(ROOT), "steps.install.outputs.program": str(program)}
        for name, about in self.action["inputs"].items():
            known[f"inputs.{name}"] = given.pop(name, about["default"])
        assert not given, "the action has no such input"
        code, log = 0, ""
        for step in self.action["runs"]["steps"][1 if program else 0 :]:
            code, told, outputs = self._step(step, known)
            log += told
            known |= {f"steps.{step['id']}.outputs.{name}": value for name, value in outputs.items()}
            if code:
                break
        rows = {name: _evaluate(about["value"], known) for name, about in self.action["outputs"].items()}
        return code, log, rows

    def _step(self, step: dict[str, Any], known: dict[str, str]) -> tuple[int, str, dict[str, str]]:
        outputs = self.temporary / "outputs"
        outputs.write_text("", encoding="utf-8")
        environment = clean_environment() | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(outputs),
            "RUNNER_TEMP": str(self.temporary),
        }
        environment |= {name: _evaluate(value, known) for name, value in step["env"].items()}
        script = self.temporary / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        # As GitHub runs “shell: bash”.
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            words,
            cwd=self.workspace,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = outputs.read_text(encoding="utf-8").splitlines()
        return done.returncode, done.stdout + done.stderr, dict(line.split("=", 1) for line in lines)


def _evaluate(text: str, known: dict[str, str]) -> str:
    return _GITHUB.sub(lambda match: known.get(match.group(1), ""), text)


def gitlab_spec() -> dict[str, Any]:
    """The inputs of the template, by name."""
    head = next(yaml.safe_load_all(TEMPLATE.read_text(encoding="utf-8")))
    inputs: dict[str, Any] = head["spec"]["inputs"]
    return inputs


def gitlab_job(**inputs: str) -> dict[str, Any]:
    """The job that the template becomes with these inputs, whose names have “_” for “-”."""
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    known = {name: given.pop(name) if name in given else about["default"] for name, about in gitlab_spec().items()}
    assert not given, "the template has no such input"
    _, body = yaml.safe_load_all(TEMPLATE.read_text(encoding="utf-8"))
    jobs: dict[str, Any] = _filled(body, known)
    assert list(jobs) == [known["job"]]
    return jobs


def _filled(value: Any, known: dict[str, str]) -> Any:
    """The value with inputs in their places: in each string by itself, as GitLab does, once the YAML has been read."""
    if isinstance(value, dict):
        return {_filled(key, known): _filled(each, known) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, known) for each in value]
    return _GITLAB.sub(lambda match: known[match.group(1)], value) if isinstance(value, str) else value


def run_gitlab(project: Path, program: Path | None = None, **inputs: str) -> tuple[int, str]:
    """Exit code and log of the template's job in the repository at `project`, in a plain POSIX shell.

    With a `program`, nothing is installed, and it runs in place of what would have been.
    """
    (job,) = gitlab_job(**inputs).values()
    values = {name: row["value"] if isinstance(row, dict) else row for name, row in job["variables"].items()}
    environment = clean_environment() | {"GITLAB_CI": "true", "CI_PROJECT_DIR": str(project)} | values
    environment |= {"EMPATHY_LINT": str(program)} if program else {}
    script = "\n".join([*([] if program else job["before_script"]), *job["script"]])
    done = subprocess.run(
        ["sh", "-e"], input=script, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr
