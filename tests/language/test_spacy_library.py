"""spaCy comes without its command line, and is whole for everybody else in the process."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORTED = "import sys\nfrom empathy_lint.language.spacy_library import spacy_library\nspacy = spacy_library()\n"


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", IMPORTED + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["spacy.cli", "requests", "urllib3", "weasel"])
def test_a_pipeline_is_made_without_the_command_line_of_the_library(module: str) -> None:
    assert run(f"doc = spacy.blank('en')('Please pay.')\nprint([t.text for t in doc], {module!r} in sys.modules)") == (
        "['Please', 'pay', '.'] False"
    )


def test_what_was_left_out_is_there_for_whoever_asks_for_it() -> None:
    version = run("print(spacy.__version__)")
    assert run("import spacy.cli\nprint(callable(spacy.cli.train.train))") == "True"
    assert run("print(spacy.info(silent=True)['spacy_version'])") == version


def test_the_library_is_taken_as_it_is_where_it_was_imported_before() -> None:
    assert run("import spacy as plain\nprint(plain is spacy is spacy_library())") == "True"
