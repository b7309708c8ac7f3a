"""What a sentence says is worked out once in a run, however many messages, branches and findings it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from unittest.mock import patch

from empathy_lint.checking.packs import load_packs
from empathy_lint.language.analyser import Analyser
from empathy_lint.language.pipeline import Pipeline
from empathy_lint.language.tree import Tree
from empathy_lint.linter import Linter, Wishes
from empathy_lint.reading.reader import read

BRANCHES = """Dear {{ name }},

{% if late %}You have failed to pay your bill.{% else %}Your bill is ready.{% endif %}

{% if large %}Please call us today.{% endif %}

If you do not pay, we will close your account.
"""
REPEATED = "If you do not pay, we will close your account. You have failed to pay your bill.\n"


def test_no_sentence_is_parsed_twice_in_messages_branches_and_findings() -> None:
    pack = load_packs()
    linter = Linter(pack, Analyser(facts=pack.facts(), lemmas=pack.uses_lemmas()))
    parsed: Counter[str] = Counter()
    trees = Pipeline.trees

    def counted(pipeline: Pipeline, texts: Iterable[str]) -> list[Tree]:
        wanted = list(texts)
        parsed.update(wanted)
        return trees(pipeline, wanted)

    messages = [
        message
        for path, text in (("letter.txt", BRANCHES), ("sms.txt", REPEATED), ("email.txt", REPEATED))
        for message in read(path, text.encode()).messages
    ]
    with patch.object(Pipeline, "trees", counted):
        together = linter.lint_all((message, Wishes(rewrites=False)) for message in messages)
        again = [linter.lint(message, Wishes(rewrites=False)) for message in messages]
    assert any(linted.report.findings for linted in together)
    assert [row.report.findings for row in together] == [row.report.findings for row in again]
    assert set(parsed.values()) == {1}
