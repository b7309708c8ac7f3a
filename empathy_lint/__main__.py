"""`python -m empathy_lint` is the same as `empathy-lint`."""

import sys
from contextlib import suppress
from pathlib import Path


def _forget_working_folder() -> None:
    """Import nothing from the folder in which the program runs: it holds letters, and who wrote the rest is not known.

    It comes first for `python -m`, and stays where it is the folder that this package itself came from.
    """
    with suppress(OSError):
        here = Path.cwd()
        if sys.path and Path(sys.path[0]) in (Path(), here) and Path(__file__).resolve().parents[1] != here.resolve():
            del sys.path[0]


if __name__ == "__main__":
    _forget_working_folder()

    from empathy_lint.cli import main

    main()
