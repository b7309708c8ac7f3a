"""Checking by one kind of rule at a time, on a text that is made of the examples of our rules."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from empathy_lint.checking.packs import Pack
from empathy_lint.checking.selection import Selection
from empathy_lint.file_linter import make_linter
from empathy_lint.linter import Linter, Wishes
from empathy_lint.reading.reader import read
from empathy_lint.settings.reading import ReadingOptions

# The kinds as they are written in a rule, by the classes that run them.
KINDS: Final = {
    "phrases": ("Phrases",),
    "regex": ("Expressions",),
    "clauses": ("Clauses",),
    "tokens": ("Grammar", "TokenExpressions"),
    "dependencies": ("Grammar", "TokenExpressions"),
    "reads_as": ("ReadsAs", "OfferedTone"),
    "measure": ("Measured",),
    "missing": ("Missing",),
    "order": ("Order",),
}
# Our own rules hold none of these kinds.
_PACK: Final = """id: growth
title: Growth
dimension: clarity
severity: minor
why: It is measured.
advice: Measure it.
message: "“{text}”: it is measured."
evidence: {strength: practice}
entries:
  - id: tokens
    tokens: [[{LEMMA: pay}, {POS: DET, OP: "?"}, {POS: NOUN}]]
  - id: dependencies
    dependencies:
      - - {RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: take}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: object, RIGHT_ATTRS: {DEP: dobj}}
"""


def check_by(kind: str) -> Callable[[str, bytes, ReadingOptions], None]:
    """A function that checks a file by the rules of a kind alone; without rewrites, as each of them is a check."""

    def run(path: str, data: bytes, options: ReadingOptions) -> None:
        _, linter = _linter()
        wishes = Wishes(selection=Selection(select=frozenset(entries_of(kind))), rewrites=False)
        for message in read(path, data, options=options).messages:
            linter.lint(message, wishes)

    return run


def text_of_examples(size: int) -> bytes:
    """Paragraphs of about so many characters: what our rules flag and what they let pass, over and over."""
    pack, _ = _linter()
    rows = [row.text for rule in pack.rules for row in (*rule.examples.flag, *rule.examples.pass_)]
    texts = [" ".join(row.replace("[[", "").replace("]]", "").split()) for row in rows]
    width = sum(map(len, texts)) // len(texts) + 2
    return "\n\n".join(islice(cycle(texts), max(1, size // width))).encode()


def entries_of(kind: str) -> list[str]:
    """The names of the entries of a kind."""
    pack, _ = _linter()
    return [
        f"{rule.id}/{entry.id}"
        for rule in pack.rules
        for entry in rule.entries
        if type(entry.kind).__name__ in KINDS[kind] and (rule.id != "growth" or entry.id == kind)
    ]


@cache
def _linter() -> tuple[Pack, Linter]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.yaml"
        path.write_text(_PACK, encoding="utf-8")
        return make_linter((path,), None, True)
