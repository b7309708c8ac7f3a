"""First files for hooks and pipelines: small, valid, and with a word on what has to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from empathy_lint import __version__
from empathy_lint.starting.config_text import Plan, quoted
from empathy_lint.starting.survey import EVERYWHERE, Place

# As in .pre-commit-hooks.yaml.
_PAPERS: Final = r"(?i)(^|/)(readme|changelog|contributing|licen[cs]e|notice|requirements)(\.[^/]*)?$"


def hooks_text(plan: Plan) -> str:
    """A `.pre-commit-config.yaml` that runs the program as it is installed."""
    return f"""\
# What runs before each commit, once “pre-commit install” was run here. It takes the empathy-lint that is installed.
repos:
  - repo: local
    hooks:
      - id: empathy-lint
        name: empathy-lint
        entry: empathy-lint check
        language: system
        files: {quoted(_files(plan))}
        exclude: {quoted(_PAPERS)}
        require_serial: true   # one process for all files: the language model is loaded once
"""


def github_text(plan: Plan) -> str:
    """A workflow for pull requests on GitHub."""
    return f"""\
# Checks the messages of each pull request. “your-organisation” stands for where your copy of empathy-lint is kept.
name: empathy-lint
on: pull_request
permissions:
  contents: read
jobs:
  empathy-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}   # the whole history, so that changed-since can look back
      - uses: your-organisation/empathy-lint@v{__version__}
        with:
          paths: {_lines(plan, 12)}
          # Only what a pull request changes has to pass; leave it out to check everything.
          changed-since: ${{{{ github.event.pull_request.base.sha }}}}
"""


def gitlab_text(plan: Plan) -> str:
    """A `.gitlab-ci.yml` for merge requests on GitLab."""
    return f"""\
# Checks the messages of each merge request. “your-group” stands for where your copy of empathy-lint is kept.
include:
  - project: your-group/empathy-lint
    ref: v{__version__}
    file: templates/empathy-lint.yml
    inputs:
      install-from: git+https://gitlab.example.com/your-group/empathy-lint@v{__version__}
      paths: {_lines(plan, 8)}
      # Only what a merge request changes has to pass; leave it out to check everything.
      changed-since: $CI_MERGE_REQUEST_DIFF_BASE_SHA

empathy-lint:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
"""


# What may be written beside the config: its path, and what makes its text.
FILES: Final[dict[str, tuple[str, Callable[[Plan], str]]]] = {
    "hooks": (".pre-commit-config.yaml", hooks_text),
    "github": (".github/workflows/empathy-lint.yml", github_text),
    "gitlab": (".gitlab-ci.yml", gitlab_text),
}


def _lines(plan: Plan, indent: int) -> str:
    """The paths as one YAML string, each on a line of its own."""
    if len(plan.paths) == 1 or any(path != path.strip() for path in plan.paths):
        return quoted("\n".join(plan.paths))
    return "|" + "".join(f"\n{' ' * indent}{path}" for path in plan.paths)


def _files(plan: Plan) -> str:
    """A regular expression for the messages: where they are, and in folders with the endings that were found there."""
    looked_in = [place for place in plan.places if place.is_folder or place.path == EVERYWHERE]
    # Nothing is known of a folder that is empty today.
    known = all(place.endings for place in looked_in)
    endings = sorted({ending for place in looked_in for ending in place.endings}) if known else []
    within = rf".*\.(?:{'|'.join(map(re.escape, endings))})" if endings else ".*"
    return f"(?i)^(?:{'|'.join(_file(place, within) for place in plan.places)})$"


def _file(place: Place, within: str) -> str:
    if place.path == EVERYWHERE:
        return within
    return re.escape(place.path) + (f"/{within}" if place.is_folder else "")
