"""How often the linter agrees with careful readers: one command for all the labelled text there is.

    python benchmarks/accuracy/measure.py --shared DIR [--misses]

`--shared` is the folder with `dev/evaluate.py` and the labelled text. Every figure comes from that script, which runs
the installed `empathy-lint` as a user would. `dev/` was never trained on; `messages/` and `calibration/` were, so their
figures show how well the rules and the model fit them, not how they do on new text: the model card has figures for text
held out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parents[2] / "training" / "tone" / "data"
# Name, whether anything was fitted to it, evaluate.py's task and its files.
_TASKS: Final = (
    ("real templates", False, "labels", ("templates/index.csv", "labels.yaml")),
    ("made sentences", False, "sentences", ("made/sentences.yaml",)),
    ("made templates", False, "templates", ("made/templates",)),
    ("decision steps", False, "steps", ("made/steps.yaml",)),
    ("pairs", False, "pairs", ("pairs.yaml",)),
    (
        "written messages held out from the tone model",
        False,
        "messages",
        (str(_DATA / "status-and-decisions.txt"), str(_DATA / "collections-and-courts.txt")),
    ),
    ("real templates for calibration", True, "labels", ("../calibration/index.csv", "../calibration/labels.yaml")),
    (
        "written messages",
        True,
        "messages",
        ("../messages/lending.txt", "../messages/software.txt", "../messages/utilities-public.txt"),
    ),
)


def main() -> None:
    """Read the arguments, run every task, print what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/, messages/ and calibration/")
    parser.add_argument("--misses", action="store_true", help="list what was missed and wrongly raised")
    arguments = parser.parse_args()
    folder = (arguments.shared / "dev").resolve()
    environment = {"EMPATHY_LINT": f"{sys.executable} -m empathy_lint", **os.environ}
    for name, fitted, task, files in _TASKS:
        print(f"\n== {name}{' (fitted to it)' if fitted else ''}", flush=True)
        command = [sys.executable, "evaluate.py", task, *files, *(["--misses"] if arguments.misses else [])]
        subprocess.run(command, cwd=folder, env=environment, check=True)


if __name__ == "__main__":
    main()
