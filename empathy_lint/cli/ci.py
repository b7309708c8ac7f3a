"""What the environment tells of the service that runs the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

# The variable that is “true” where a service runs the program, and the one that names the folder it works in.
_SERVICES: Final = {"GITHUB_ACTIONS": "GITHUB_WORKSPACE", "GITLAB_CI": "CI_PROJECT_DIR"}


def on_github() -> bool:
    """Whether a workflow of GitHub runs the program."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def repository_top() -> Path | None:
    """The folder from which the service counts paths: the top of the repository around the working folder.

    None where no service runs the program, or where it runs outside of what the service checked out.
    """
    names = (folder for running, folder in _SERVICES.items() if os.environ.get(running) == "true")
    given = next((os.environ[name] for name in names if os.environ.get(name)), None)
    if given is None:
        return None
    workspace, here = Path(given).resolve(), Path.cwd().resolve()
    if not here.is_relative_to(workspace):
        return None
    # A workflow may check out several repositories, each in a folder of its own.
    return next(folder for folder in (here, *here.parents) if folder == workspace or (folder / ".git").exists())
