"""Write the base forms of English verbs, by which the linter tells sentences that may begin with a command.

    python -m training.verbs --output empathy_lint/language/verbs.txt

The forms come from lemminflect's table of lemmas (MIT licence).
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import lemminflect


def main() -> None:
    """Read the arguments and do the work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True, help="file to write, one verb a line")
    arguments = parser.parse_args()
    table = Path(lemminflect.__file__).parent / "resources" / "lemma_lu.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as rows:
        verbs = sorted(set(base_forms(rows)))
    arguments.output.write_text("".join(f"{verb}\n" for verb in verbs), encoding="utf-8")


def base_forms(rows: Iterable[str]) -> Iterator[str]:
    """Verbs that are their own lemma, from rows of form, part of speech and lemmas ("left,verb,leave/left")."""
    for row in rows:
        form, part_of_speech, lemmas = row.rstrip("\n").split(",", 2)
        if part_of_speech == "verb" and form in lemmas.split("/") and form.isascii() and form.isalpha():
            yield form


if __name__ == "__main__":
    main()
